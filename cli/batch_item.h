// One item of a batch: what is compared, and the line that answers it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/manifest.h"
#include "cli/options.h"
#include "engine/pipeline.h"

namespace rashomon::cli {

/// What all items of a batch have in common.
struct BatchSettings {
  Knowledge knowledge;
  ReadOptions reading;
  std::optional<double> min_probability;
  std::vector<std::pair<std::string, std::string>> options;  // those that change the outcome, as given
};

/// --encoding, --min-probability and what the engine knows, for a command's table.
std::vector<Option> batch_settings_options();
/// What these say. Throws InputError.
BatchSettings batch_settings(const Options& options);

/// An item and what became of it.
struct Answer {
  std::string id;                        // without quotation marks; empty where the line has none
  std::optional<Comparison> comparison;  // none: it failed
  std::string line;                      // {"id", "comparison"} or {"id", "line", "error"}, with its line end
};

/// Compares an item. Never throws for what is wrong with the item alone.
Answer answer(const ManifestLine& line, const BatchSettings& settings);

/// Whether the line is an answer to the item under these settings: of a comparison, made from these very
/// inputs. Throws InputError where an input can no longer be read.
bool answers(const std::string& answer, const ManifestLine& line, const BatchSettings& settings);
/// Of such an answer.
bool is_failure(const std::string& answer);

}  // namespace rashomon::cli
