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

std::string semicolons(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ";") + word;
  return out;
}

}  // namespace rashomon
