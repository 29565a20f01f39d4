#include "engine/lexicon/tsv.h"

#include <algorithm>

#include "engine/records/error.h"

namespace rashomon {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t from = 0;;) {
    const std::size_t tab = line.find('\t', from);
    cells.emplace_back(line.substr(from, tab == std::string_view::npos ? tab : tab - from));
    if (tab == std::string_view::npos) return cells;
    from = tab + 1;
  }
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

}  // namespace

bool TsvTable::has(std::string_view name) const {
  return std::find(header.begin(), header.end(), name) != header.end();
}

std::size_t TsvTable::column(std::string_view name) const {
  const auto at = std::find(header.begin(), header.end(), name);
  if (at == header.end()) {
    throw InputError(place, "no column '" + std::string(name) + "'", "add it to the header row");
  }
  return static_cast<std::size_t>(at - header.begin());
}

TsvTable parse_tsv(std::string_view text, const std::string& place) {
  TsvTable table;
  table.place = place;
  std::size_t number = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    std::string_view line = text.substr(from, end - from);
    from = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    auto cells = cells_of(line);
    if (table.header.empty()) {
      table.header = std::move(cells);
      continue;
    }
    if (cells.size() != table.header.size()) {
      throw InputError(
          place + ":" + std::to_string(number),
          std::to_string(cells.size()) + " cells where the header has " + std::to_string(table.header.size()),
          "part the cells by single tabs");
    }
    table.rows.push_back(std::move(cells));
    table.lines.push_back(number);
  }
  if (table.header.empty()) throw InputError(place, "no header row", "start the table with its column names");
  return table;
}

std::vector<std::string> split_list(std::string_view cell, char separator) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= cell.size();) {
    const std::size_t end = std::min(cell.find(separator, from), cell.size());
    const std::string_view part = trimmed(cell.substr(from, end - from));
    if (!part.empty()) parts.emplace_back(part);
    from = end + 1;
  }
  return parts;
}

}  // namespace rashomon
