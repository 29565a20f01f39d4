// All stages in order: the file to open first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/model/model.h"
#include "engine/records/comparison.h"
#include "engine/records/document.h"

namespace rashomon {

/// What the engine knows beside the texts. Made once, then only read: one value serves any number of threads.
struct Knowledge {
  Lexicons lexicons;
  Model model;

  /// The lexicons and the model that are compiled into the program.
  static Knowledge builtin();
};

struct CompareOptions {
  std::vector<std::string> parties;       // ids of the inputs in order; empty: told from the inputs
  std::optional<double> min_probability;  // links below are left out; default: the model's threshold
};

/// Compares two or more documents, each one account. Throws InputError on a text without a sentence,
/// std::invalid_argument on fewer than two documents.
Comparison compare(std::vector<Document> documents, const Knowledge& knowledge, const CompareOptions& options = {});

}  // namespace rashomon
