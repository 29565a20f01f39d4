// Transcripts: whose turn each statement belongs to, and which are a reporter's questions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/extractor/actors.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

/// What a statement's turn tells of it.
struct Turn {
  bool question = false;               // of a reporter
  std::optional<std::string> speaker;  // label of whoever answers, as the lexicon or the text writes it
  std::string party;                   // of the speaker by the lexicon; empty: the account's own
  std::size_t label = 0;               // tokens of the speaker label that the statement starts with
};

/// The turns of an account's statements. A label ("Q:", "Mao Ning:", "Reuters:") starts a turn that lasts to
/// the next one. A label whose turns mostly end with a question is a reporter's, unless the lexicon knows the
/// speaker.
std::vector<Turn> read_turns(const std::vector<Statement>& statements, const std::vector<Reading>& readings,
                             const Lexicons& lexicons);

}  // namespace rashomon
