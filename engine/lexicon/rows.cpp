#include "engine/lexicon/rows.h"

#include <charconv>
#include <filesystem>
#include <system_error>
#include <unordered_map>

#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

const std::vector<Schema>& schemas() {
  static const std::vector<Schema> all = {
      {"concepts", {"concept", "parent", "family", "en", "zh"}, {"concept"}, {"concept", "parent", "family"}},
      {"register", {"en", "zh", "level", "category", "basis"}, {"en"}, {"en", "level", "category"}},
      {"speech_verbs",
       {"en", "zh", "act", "strength", "factivity", "content"},
       {"en"},
       {"en", "act", "strength", "factivity"}},
      // before "acts", which ends its name
      {"facts", {"en", "zh", "type", "role"}, {"en"}, {"en", "type", "role"}},
      {"citations", {"en", "zh", "role"}, {"en"}, {"en", "role"}},
      {"acts", {"en", "zh", "act", "strength"}, {"en"}, {"en", "act", "strength"}},
      {"opposites", {"left", "right", "left_zh", "right_zh", "domain"}, {"left", "right"}, {"left", "right"}},
      {"contested_names",
       {"thing", "en", "zh", "used_by", "charge"},
       {"thing", "en"},
       {"thing", "used_by", "charge"}},
      {"parties",
       {"party", "kind", "en", "zh", "from", "to"},
       {"party", "kind", "en"},
       {"party", "kind", "en"}},
      {"negations", {"en", "zh", "scope", "reach"}, {"en"}, {"en", "scope", "reach"}},
      {"modals", {"en", "zh", "kind", "strength"}, {"en"}, {"en", "kind", "strength"}},
      {"hedges", {"en", "zh", "strength", "kind"}, {"en"}, {"en", "strength"}},
      {"boosters", {"en", "zh", "strength", "kind"}, {"en"}, {"en", "strength"}},
      {"conditions", {"en", "zh", "kind"}, {"en"}, {"en", "kind"}},
      {"distancing", {"en", "zh", "kind"}, {"en"}, {"en", "kind"}},
      {"stop_words", {"word", "language"}, {"word"}, {"word"}},
      {"spelling", {"variant", "standard"}, {"variant"}, {"variant", "standard"}},
  };
  return all;
}

}  // namespace

const Schema& schema_of(const TsvTable& table) {
  const std::string name = table_name(table);
  return *std::find_if(schemas().begin(), schemas().end(), [&](const Schema& s) { return s.name == name; });
}

double RowReader::number(std::string_view column, double low, double high) const {
  std::string_view cell = text(column);
  if (cell.starts_with('+')) cell.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size() || value < low || value > high) {
    throw InputError(place(), std::string(column) + " is '" + text(column) + "'",
                     "write a number from " + std::to_string(static_cast<int>(low)) + " to " +
                         std::to_string(static_cast<int>(high)));
  }
  return value;
}

std::string key_of(const RowReader& row, const Schema& schema) {
  std::string key;
  for (const auto column : schema.key) key += row.text(column) + '\t';
  return key;
}

// The rows of one table over all files, a later row with the same key in the place of the earlier one. Within
// a file no key stands twice.
std::vector<RowReader> merged_rows(const std::vector<TsvTable>& tables, std::string_view name) {
  std::vector<const TsvTable*> files;
  for (const TsvTable& table : tables) {
    if (schema_of(table).name == name) files.push_back(&table);
  }
  std::vector<RowReader> rows;
  std::unordered_map<std::string, std::size_t> at;  // by key
  for (const TsvTable* file : files) {
    const Schema& schema = schema_of(*file);
    for (std::size_t row = 0; row < file->rows.size(); ++row) {
      const RowReader reader{file, row};
      const std::size_t place =
          files.size() == 1 ? row : at.try_emplace(key_of(reader, schema), rows.size()).first->second;
      if (place == rows.size()) {
        rows.push_back(reader);
      } else {
        rows[place] = reader;
      }
    }
  }
  return rows;
}

std::string table_name(const TsvTable& table) {
  const std::string file = std::filesystem::path(table.place).stem().string();
  for (const Schema& schema : schemas()) {
    if (file.ends_with(schema.name) && table.has(schema.columns.front())) return std::string(schema.name);
  }
  for (const Schema& schema : schemas()) {
    if (std::all_of(schema.columns.begin(), schema.columns.end(), [&](auto c) { return table.has(c); })) {
      return std::string(schema.name);
    }
  }
  throw InputError(table.place, "no table of the lexicons has these columns",
                   "take a header from corpora/lexicons/README.md");
}

}  // namespace rashomon
