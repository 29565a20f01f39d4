// Which party each document speaks for.
#pragma once

#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/document.h"
#include "engine/records/statement.h"

namespace rashomon {

/// One id a document, all different. Found in this order: `given` (empty where not given), the document's own
/// JSON party, a known party in its file's name, its text's evidence, else "left", "right", "side-3" ...
/// Equal ids become us, us-2, us-3. Throws InputError where a given or JSON id is not [a-z0-9-]+.
/// `statements`: of each document, as cut_statements() gives them.
std::vector<std::string> party_ids(const std::vector<Document>& documents,
                                   const std::vector<std::vector<Statement>>& statements,
                                   const std::vector<std::string>& given, const Lexicons& lexicons);

/// Label of an account for people: of "us-2", "United States (2)".
std::string account_label(const std::string& id, const Lexicons& lexicons);

}  // namespace rashomon
