// The bundle: every table as RFC 4180, with a data package that says what stands in it.
#include <map>
#include <string>
#include <variant>

#include "engine/report/csv_table.h"
#include "engine/report/data_package.h"
#include "engine/report/report.h"
#include "engine/report/tables.h"

namespace rashomon {
namespace {

/// Writes a cell by what it holds; free text so that no spreadsheet runs it.
class CellWriter {
 public:
  CellWriter(Csv& csv, ColumnType type) : csv_(csv), type_(type) {}

  void operator()(std::monostate) const { csv_.word(""); }
  void operator()(bool value) const { csv_.word(value ? "true" : "false"); }
  void operator()(std::size_t value) const { csv_.count(value); }
  void operator()(double value) const { csv_.number(value); }
  void operator()(const std::string& value) const {
    type_ == ColumnType::text ? csv_.text(value) : csv_.word(value);
  }

 private:
  Csv& csv_;
  ColumnType type_;
};

std::string csv_of(const TableSchema& table, const Comparison& comparison) {
  std::string header;
  for (const Column& column : table.columns) (header += header.empty() ? "" : ",") += column.name;
  Csv csv(header);
  for (const Row& row : table.rows(comparison)) {
    for (std::size_t c = 0; c < row.size(); ++c)
      std::visit(CellWriter(csv, table.columns[c].type), row[c].value());
    csv.end_row();
  }
  return std::move(csv).finish();
}

}  // namespace

std::map<std::string, std::string> csv_report(const Comparison& comparison) {
  std::map<std::string, std::string> files;
  for (const TableSchema& table : table_schemas()) files.emplace(csv_name(table), csv_of(table, comparison));
  files.emplace("datapackage.json", data_package(comparison, files));
  return files;
}

}  // namespace rashomon
