// Document -> statements and all that is read from them before anybody is held to have said them.
#pragma once

#include <string>
#include <vector>

#include "engine/extractor/attribution.h"
#include "engine/lexicon/lexicons.h"
#include "engine/records/document.h"
#include "engine/records/statement.h"

namespace rashomon {

/// Statements with span, text, tokens, finds and heading, and the reading of each.
struct ReadText {
  std::vector<Statement> statements;
  Text text;
};

/// `own_party`: whose account it is; people whom nothing marks as another party's belong to it.
ReadText read_text(const Document& document, const std::string& own_party, const Lexicons& lexicons);

}  // namespace rashomon
