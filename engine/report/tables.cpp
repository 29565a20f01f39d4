#include "engine/report/tables.h"

namespace rashomon {

const std::vector<TableSchema>& table_schemas() {
  static const std::vector<TableSchema> all = [] {
    std::vector<TableSchema> tables = account_tables();
    for (TableSchema& table : pair_tables()) tables.push_back(std::move(table));
    return tables;
  }();
  return all;
}

std::vector<Column> with_totals(std::vector<Column> columns) {
  using enum ColumnType;
  const std::vector<Column> totals = {
      {"divergence", number, "0 to 1: silence + narrative + position"},
      {"divergence_low", number, "lower end of its 90 % interval"},
      {"divergence_high", number, "upper end of its 90 % interval"},
      {"silence", number, "what one side tells and the other does not"},
      {"narrative", number, "one thing told differently"},
      {"position", number, "positions that stand against each other"},
      {"tension", number, "how hard they clash where they meet", Presence::where_known},
      {"agree", integer, "links of this relation"},
      {"reframe", integer, "links of this relation"},
      {"diverge", integer, "links of this relation"},
      {"contradict", integer, "links of this relation"}};
  columns.insert(columns.end(), totals.begin(), totals.end());
  return columns;
}

std::string semicolons(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ";") + word;
  return out;
}

}  // namespace rashomon
