// Sentences of a news article -> whose words each of them passes on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/extractor/attribution.h"
#include "engine/extractor/origins.h"
#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"

namespace rashomon {

/// Whose words a sentence passes on.
struct Telling {
  std::vector<Origin> sources;         // none: the reporter's own
  std::optional<std::string> speaker;  // somebody who speaks within what a source passes on, else that source
  bool carried = false;                // the sentence cites nobody, and goes on with the one before
  Mode mode = Mode::narrated;

  bool sourced() const { return !sources.empty(); }
};

/// In the order of the statements that `text` was read from.
std::vector<Telling> read_tellings(const std::vector<Statement>& statements, const Text& text,
                                   const Lexicons& lexicons);

}  // namespace rashomon
