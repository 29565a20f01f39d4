#include "engine/reader/json.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "engine/reader/place.h"
#include "engine/records/error.h"

namespace rashomon {
namespace {

using nlohmann::json;

// Where a piece of JSON stands in its file, to name the place of an error.
struct Source {
  const std::string& name;
  std::string_view file;
  std::size_t begin;  // byte of the piece in the file

  std::string place(std::size_t at = 0) const {
    return column_place(name, file, std::min(begin + at, file.size()));
  }
};

// "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while parsing X" -> "syntax
// error ..."
std::string reason(const json::parse_error& error) {
  const std::string_view what = error.what();
  const std::size_t start = what.find(": ");
  return std::string(start == std::string_view::npos ? what : what.substr(start + 2));
}

json parse(std::string_view piece, const Source& source) {
  try {
    return json::parse(piece);
  } catch (const json::parse_error& error) {
    // nlohmann counts the bytes it has read, the last of which is the one it could not use.
    throw InputError(source.place(error.byte == 0 ? 0 : error.byte - 1), "is no valid JSON: " + reason(error),
                     "correct it there");
  } catch (const json::exception& error) {
    throw InputError(source.place(), std::string("is no valid JSON: ") + error.what(), "correct it there");
  }
}

std::optional<std::string> string_at(const json& object, const char* key, const Source& source) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (found->is_string()) return found->get<std::string>();
  if (key == std::string_view("id") && found->is_number_integer()) return found->dump();
  throw InputError(source.place(), std::string("\"") + key + "\" is a " + found->type_name(),
                   "write a string");
}

Document document_of(const json& object, const Source& source) {
  if (!object.is_object()) {
    throw InputError(source.place(),
                     std::string("is a JSON ") + object.type_name() + " where a document is expected",
                     "write an object with \"text\"");
  }
  Document document;
  document.name = source.name;
  const auto text = string_at(object, "text", source);
  if (!text)
    throw InputError(source.place(), "the document has no \"text\"", "give its text as the string \"text\"");
  document.text = *text;
  document.language = string_at(object, "language", source).value_or("");
  document.id = string_at(object, "id", source);
  document.date = string_at(object, "date", source);
  document.party = string_at(object, "party", source);
  document.title = string_at(object, "title", source);
  document.url = string_at(object, "url", source);
  return document;
}

// Byte offset of each element of a valid JSON array: nlohmann/json does not keep them.
std::vector<std::size_t> element_offsets(std::string_view array) {
  std::vector<std::size_t> offsets;
  std::size_t depth = 0;
  bool in_string = false;
  bool expected = false;  // the next character that is no blank starts an element
  for (std::size_t at = 0; at < array.size(); ++at) {
    const char c = array[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
      continue;
    }
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    if (expected) offsets.push_back(at);
    expected = false;
    if (c == '"') in_string = true;
    if (c == '[' || c == '{') expected = ++depth == 1;
    if (c == ']' || c == '}') --depth;
    if (c == ',' && depth == 1) expected = true;
  }
  return offsets;
}

}  // namespace

std::vector<Document> read_json(const std::string& text, const std::string& name) {
  const Source source{name, text, 0};
  const json value = parse(text, source);
  if (!value.is_array()) {
    return {document_of(value, {name, text, std::min(text.find_first_not_of(" \t\r\n"), text.size())})};
  }
  const std::vector<std::size_t> offsets = element_offsets(text);
  std::vector<Document> documents;
  documents.reserve(value.size());
  for (std::size_t k = 0; k < value.size(); ++k)
    documents.push_back(document_of(value[k], {name, text, offsets[k]}));
  if (documents.empty())
    throw InputError(source.place(), "the array holds no document", "add objects with \"text\"");
  return documents;
}

std::vector<Document> read_json_lines(const std::string& lines, const std::string& name) {
  const std::string_view all = lines;
  std::vector<Document> documents;
  for (std::size_t from = 0; from < all.size();) {
    const std::size_t end = std::min(all.find('\n', from), all.size());
    const std::string_view line = all.substr(from, end - from);
    const Source source{name, all, from};
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      documents.push_back(document_of(parse(line, source), source));
    }
    from = end + 1;
  }
  if (documents.empty()) throw InputError(name, "holds no document", "write one object with \"text\" a line");
  return documents;
}

}  // namespace rashomon
