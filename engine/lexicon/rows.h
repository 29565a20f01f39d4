// The rows of the lexicons' tables, as their files write them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lexicon/tsv.h"
#include "engine/records/error.h"

namespace rashomon {

/// What tells a table and its rows apart, and what its entries are made of.
struct Schema {
  std::string_view name;
  std::vector<std::string_view> columns;  // required; the first names the table
  std::vector<std::string_view> key;
  std::vector<std::string_view> read;  // beside the expressions
};

/// The schema of a table. Throws InputError where neither its file's name nor its columns tell.
const Schema& schema_of(const TsvTable& table);

/// One row with its place, for messages. Its functions throw InputError with file, line and cure.
struct RowReader {
  const TsvTable* table;
  std::size_t row;

  const std::string& text(std::string_view column) const { return table->rows[row][table->column(column)]; }
  std::string place() const { return table->place + ":" + std::to_string(table->lines[row]); }
  double number(std::string_view column, double low, double high) const;

  template <typename Enum, std::size_t N>
  Enum choice(std::string_view column, const std::array<std::string_view, N>& names) const {
    const auto at = std::find(names.begin(), names.end(), text(column));
    if (at == names.end()) {
      std::string all;
      for (const auto name : names) all += (all.empty() ? "" : ", ") + std::string(name);
      throw InputError(place(), std::string(column) + " is '" + text(column) + "'", "choose one of " + all);
    }
    return static_cast<Enum>(at - names.begin());
  }
};

/// What tells a row from the others of its table.
std::string key_of(const RowReader& row, const Schema& schema);

/// The rows of one table over all files, a later row with the same key in the place of the earlier one: the
/// order that Find::entry counts. Within a file no key stands twice. The tables must outlive them.
std::vector<RowReader> merged_rows(const std::vector<TsvTable>& tables, std::string_view name);

}  // namespace rashomon
