// The manifest of a batch: what is to be compared, one item a line of JSON.
#pragma once

#include <cstddef>
#include <fstream>
#include <istream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/reader/reader.h"

namespace rashomon::cli {

struct ManifestLine {
  std::size_t number = 0;  // from 1, blank lines counted
  std::string text;        // without its end
};

/// Reads a manifest line by line; blank lines are passed over.
class Manifest {
 public:
  /// A path, or "-" for standard input. `first`: the number of its first line, where it is a part of a longer
  /// one. Throws InputError.
  explicit Manifest(const std::string& path, std::size_t first = 1);

  std::optional<ManifestLine> next();
  /// How many lines next() will give; none where it cannot look ahead.
  std::optional<std::size_t> count_ahead();

 private:
  std::string path_;
  std::ifstream file_;
  std::istream& in_;
  std::size_t number_;  // of the next line
};

/// An account's text, or an article.
struct ItemInput {
  std::string party;  // empty: told from the text
  std::string name;   // the path; of a text that stands in the line, as if it were a file "ID/PARTY.txt"
  std::optional<std::string> text;
};

/// A line taken apart: what is to be compared, or what is wrong with it.
struct Item {
  std::size_t line = 0;
  nlohmann::json id;              // a string or a whole number; null where the line has none
  std::vector<ItemInput> inputs;  // two and more accounts, or the one article
  std::string error;              // "PLACE: PROBLEM; CURE"; empty: none

  bool is_article() const { return inputs.size() == 1; }
};

/// The id without quotation marks; empty where there is none.
std::string name_of_id(const nlohmann::json& id);

/// {"id", "inputs": [{"party", "text" or "path"}, ...]}, or {"id", "article": {"text" or "path"}}, where a
/// string is the path.
Item read_item(const ManifestLine& line);

/// The documents of an item without an error, one an input. Throws InputError as read_file(), and where a
/// file holds more than one.
std::vector<Document> documents_of(const Item& item, const ReadOptions& options);

}  // namespace rashomon::cli
