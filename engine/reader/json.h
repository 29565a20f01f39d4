// JSON and JSON Lines -> documents, one object each.
#pragma once

#include <string>
#include <vector>

#include "engine/records/document.h"

namespace rashomon {

/// Documents of one JSON value: an object, or an array of them (a document each, in order). An object has
/// "text", and may have "id" (a string or a whole number), "date", "party", "title", "url" and "language";
/// other keys are passed over. Fills what the objects say: text, language (as declared, else empty), id,
/// date, party, title, url. `json` must be valid UTF-8. Throws InputError with line and column: a syntax
/// error, no "text", a value of the wrong type, an array without documents.
std::vector<Document> read_json(const std::string& json, const std::string& name);

/// The same for JSON Lines: one object a line; blank lines are passed over.
std::vector<Document> read_json_lines(const std::string& lines, const std::string& name);

}  // namespace rashomon
