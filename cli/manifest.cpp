#include "cli/manifest.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <utility>

#include "cli/inputs.h"
#include "cli/json_object.h"
#include "engine/records/error.h"

namespace rashomon::cli {
namespace {

using nlohmann::json;

constexpr const char* kShape =
    "write one object {\"id\", \"inputs\"} or {\"id\", \"article\"} a line, as docs/batch.md shows";

bool is_blank(const std::string& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

std::string string_at(const json& object, const char* key, const std::string& place) {
  const json value = at(object, key);
  if (!value.is_string()) wrong_value(place, key, value, "give a string");
  return value.get<std::string>();
}

/// `name`: of a text that stands in the line.
void read_source(const json& object, const std::string& place, std::string name, ItemInput& input) {
  if (object.contains("text") == object.contains("path")) {
    throw InputError(place,
                     object.contains("text") ? "it has both a \"text\" and a \"path\""
                                             : "it has no \"text\" and no \"path\"",
                     "give one of them");
  }
  if (object.contains("text")) {
    input.text = string_at(object, "text", place);
    input.name = std::move(name);
    return;
  }
  input.name = string_at(object, "path", place);
  if (input.name == "-")
    throw InputError(place, "an item cannot read standard input", "give a file, or a \"text\"");
}

ItemInput account_input(const json& object, const json& id, std::size_t number, const std::string& line) {
  const std::string place = line + ", input " + std::to_string(number);
  if (!object.is_object())
    throw InputError(place, std::string("is a JSON ") + object.type_name(),
                     "give {\"party\", \"text\"} or {\"party\", \"path\"}");
  check_keys(object, {"party", "text", "path"}, place);
  ItemInput input;
  if (!at(object, "party").is_null()) input.party = party_id(place, string_at(object, "party", place));
  const std::string file = input.party.empty() ? std::to_string(number) : input.party;
  read_source(object, place, name_of_id(id) + '/' + file + ".txt", input);
  return input;
}

ItemInput article_input(const json& article, const json& id, const std::string& line) {
  const std::string place = line + ", article";
  const auto is_path = [](const std::string& text) { return text.find('\n') == std::string::npos; };
  if (article.is_string() && is_path(article.get<std::string>())) return {"", article.get<std::string>(), {}};
  if (!article.is_object()) wrong_value(line, "article", article, "give {\"text\"} or {\"path\"}");
  check_keys(article, {"text", "path"}, place);
  ItemInput input;
  read_source(article, place, name_of_id(id) + ".txt", input);
  return input;
}

std::vector<ItemInput> inputs_of(const json& object, const json& id, const std::string& place) {
  if (object.contains("article")) {
    if (object.contains("inputs"))
      throw InputError(place, "it has both \"inputs\" and an \"article\"", "give one of them");
    return {article_input(object["article"], id, place)};
  }
  const json inputs = at(object, "inputs");
  if (!inputs.is_array()) wrong_value(place, "inputs", inputs, "give a list of two inputs or more");
  if (inputs.size() < 2) {
    throw InputError(place, "\"inputs\" names fewer than two accounts",
                     "give two or more, or name an \"article\" that passes on two");
  }
  std::vector<ItemInput> out;
  for (const json& input : inputs) out.push_back(account_input(input, id, out.size() + 1, place));
  return out;
}

Document document_of(const ItemInput& input, const ReadOptions& options) {
  std::vector<Document> documents =
      input.text ? read_documents(*input.text, input.name, {"UTF-8"}) : read_file(input.name, options);
  if (documents.size() != 1) {
    throw InputError(input.name,
                     "it holds " + std::to_string(documents.size()) + " documents, and an input is one",
                     "make an input of each");
  }
  return std::move(documents.front());
}

}  // namespace

std::string name_of_id(const json& id) {
  if (id.is_null()) return "";
  return id.is_string() ? id.get<std::string>() : id.dump();
}

Manifest::Manifest(const std::string& path, std::size_t first)
    : path_(path), in_(path == "-" ? std::cin : file_), number_(first) {
  if (path == "-") return;
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    throw InputError(path, "it is a folder", "name a file in it");
  file_.open(path, std::ios::binary);
  if (!file_) throw InputError(path, std::strerror(errno), "check the path");
}

std::optional<ManifestLine> Manifest::next() {
  std::string text;
  while (std::getline(in_, text)) {
    const std::size_t number = number_++;
    if (!is_blank(text)) return ManifestLine{number, std::move(text)};
  }
  if (in_.bad()) throw InputError(path_, "it cannot be read to its end", "check the disk");
  return std::nullopt;
}

std::optional<std::size_t> Manifest::count_ahead() {
  const std::istream::pos_type here = in_.tellg();
  if (here == std::istream::pos_type(-1)) {
    in_.clear();
    return std::nullopt;
  }
  const std::size_t number = number_;
  std::size_t count = 0;
  while (next()) ++count;
  in_.clear();
  in_.seekg(here);
  number_ = number;
  return count;
}

Item read_item(const ManifestLine& line) {
  const std::string place = "line " + std::to_string(line.number);
  Item item;
  item.line = line.number;
  try {
    const JsonObject object = parse_object(line.text, place, kShape);
    const json id = at(object.value, "id");
    if (is_id(id)) item.id = id;
    check_keys(object, {"id", "inputs", "article"}, place);
    if (!is_id(id)) wrong_value(place, "id", id, "give a string or a whole number");
    item.inputs = inputs_of(object.value, id, place);
  } catch (const InputError& error) {
    item.error = error.what();
  }
  return item;
}

std::vector<Document> documents_of(const Item& item, const ReadOptions& options) {
  std::vector<Document> documents;
  for (const ItemInput& input : item.inputs) documents.push_back(document_of(input, options));
  return documents;
}

}  // namespace rashomon::cli
