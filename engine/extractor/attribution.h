// Whose words, position or act each statement reports.
#pragma once

#include <vector>

#include "engine/extractor/actors.h"
#include "engine/extractor/sides.h"
#include "engine/extractor/transcript.h"
#include "engine/lexicon/lexicons.h"
#include "engine/records/span.h"
#include "engine/records/statement.h"

namespace rashomon {

/// What the attribution of an account reads, all in the order of its statements.
struct Text {
  std::vector<Reading> readings;
  std::vector<Turn> turns;
  std::vector<std::size_t> paragraphs;  // number of the paragraph that holds each statement
  std::vector<bool> list_items;         // whether each statement begins with the mark of a list's item
  std::vector<Span> quotations;         // of the whole text
};

/// Fills speaker, source, verb, mode, question and holders of the statements that `text` was read from.
void attribute(std::vector<Statement>& statements, const Text& text, const std::vector<std::string>& parties,
               const Compared& compared, const Lexicons& lexicons);

}  // namespace rashomon
