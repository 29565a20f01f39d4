// A comparison as tables: the one place that says which columns there are, what they mean and which rows they
// hold. The CSV bundle, its data package and the database are all written from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "engine/records/comparison.h"
#include "engine/report/names.h"

namespace rashomon {

/// One value of a row; nothing where it is not known.
class Cell {
 public:
  using Value = std::variant<std::monostate, bool, std::size_t, double, std::string>;

  Cell() = default;
  Cell(bool value) : value_(value) {}
  Cell(std::size_t value) : value_(value) {}
  Cell(double value) : value_(value) {}
  Cell(std::string value) : value_(std::move(value)) {}
  Cell(std::string_view value) : value_(std::string(value)) {}
  template <typename Enum>
  requires std::is_enum_v<Enum> Cell(Enum value) : Cell(name_of(value)) {}
  template <typename T>
  Cell(const std::optional<T>& value) {
    if (value) *this = Cell(*value);
  }

  const Value& value() const { return value_; }

 private:
  Value value_;
};

using Row = std::vector<Cell>;  // one cell a column

enum class ColumnType : std::uint8_t {
  word,     // an id, a name of the contract
  text,     // free text of the inputs
  integer,  // a count, a number from 1, an offset in Comparison::offsets
  number,
  boolean,
};

enum class Presence : std::uint8_t {
  always,
  where_known,
  repeated,  // repeats what another table holds, for a reader of this one alone; a database leaves it out
};

struct Column {
  std::string_view name;
  ColumnType type = ColumnType::word;
  std::string_view meaning;
  Presence presence = Presence::always;
};

using ColumnNames = std::vector<std::string_view>;

/// These columns name a row of another table.
struct Reference {
  ColumnNames columns;
  std::string_view table;
  ColumnNames there;  // that table's key
};

struct TableSchema {
  std::string_view name;
  std::string_view meaning;
  std::vector<Column> columns;
  ColumnNames key;  // empty: the table has one row
  std::vector<Reference> references;
  std::vector<Row> (*rows)(const Comparison& comparison);  // in the comparison's own order
};

/// All tables; each after those that it refers to.
const std::vector<TableSchema>& table_schemas();

/// Their parts: what stands in each account, and what stands between two.
std::vector<TableSchema> account_tables();
std::vector<TableSchema> pair_tables();

/// These columns, then those of the totals: divergence with its interval and parts, and links by relation.
std::vector<Column> with_totals(std::vector<Column> columns);
/// The cells of those columns. `Sums`: Totals or Summary, whose fields have the same names.
template <typename Sums>
Row with_totals(Row cells, const Sums& sums) {
  for (const double share : {sums.divergence, sums.divergence_interval[0], sums.divergence_interval[1],
                             sums.silence, sums.narrative, sums.position})
    cells.emplace_back(share);
  cells.emplace_back(sums.tension);
  for (const auto count : sums.relations) cells.emplace_back(count);
  return cells;
}

/// Words parted by semicolons.
std::string semicolons(const std::vector<std::string>& words);

}  // namespace rashomon
