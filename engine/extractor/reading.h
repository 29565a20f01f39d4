// Statements -> all that is read from them before anybody is held to have said them.
#pragma once

#include <string>
#include <vector>

#include "engine/extractor/attribution.h"
#include "engine/lexicon/lexicons.h"
#include "engine/records/document.h"
#include "engine/records/statement.h"

namespace rashomon {

/// The reading of each of the document's statements, which must outlive it. `own_party`: whose account it is;
/// people whom nothing marks as another party's belong to it.
Text read_text(const Document& document, const std::vector<Statement>& statements,
               const std::string& own_party, const Lexicons& lexicons);

}  // namespace rashomon
