#include "engine/report/data_package.h"

#include <nlohmann/json.hpp>

#include "engine/text/digest.h"

namespace rashomon {
namespace {

using nlohmann::ordered_json;

const char* type_of(ColumnType type) {
  switch (type) {
    case ColumnType::integer: return "integer";
    case ColumnType::number: return "number";
    case ColumnType::boolean: return "boolean";
    case ColumnType::word:
    case ColumnType::text: break;
  }
  return "string";
}

bool is_required(const Column& column) {
  return column.presence == Presence::always && column.type != ColumnType::text;
}

ordered_json field(const Column& column) {
  ordered_json json = {
      {"name", column.name}, {"type", type_of(column.type)}, {"description", column.meaning}};
  if (is_required(column)) json["constraints"] = {{"required", true}};
  return json;
}

ordered_json schema(const TableSchema& table) {
  ordered_json json = {{"fields", ordered_json::array()}, {"missingValues", {""}}};
  for (const Column& column : table.columns) json["fields"].push_back(field(column));
  if (!table.key.empty()) json["primaryKey"] = table.key;
  for (const Reference& reference : table.references) {
    json["foreignKeys"].push_back(
        {{"fields", reference.columns},
         {"reference", {{"resource", reference.table}, {"fields", reference.there}}}});
  }
  return json;
}

ordered_json resource(const TableSchema& table, const std::string& content) {
  return {{"name", table.name},
          {"path", csv_name(table)},
          {"description", table.meaning},
          {"profile", "tabular-data-resource"},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"bytes", content.size()},
          {"hash", "sha256:" + sha256_hex(content)},
          {"dialect", {{"lineTerminator", "\r\n"}}},
          {"schema", schema(table)}};
}

}  // namespace

std::string csv_name(const TableSchema& table) { return std::string(table.name) + ".csv"; }

std::string data_package(const Comparison& comparison, const std::map<std::string, std::string>& files) {
  ordered_json json = {
      {"profile", "tabular-data-package"},
      {"name", "rashomon-comparison"},
      {"title", "Comparison of the accounts of one event"},
      {"description",
       "Text that a spreadsheet would run as a formula has an apostrophe before it, which no offset counts."},
      {"rashomon", {{"version", comparison.engine.version}, {"offsets", name_of(comparison.offsets)}}},
      {"resources", ordered_json::array()}};
  for (const TableSchema& table : table_schemas())
    json["resources"].push_back(resource(table, files.at(csv_name(table))));
  return json.dump(2) + '\n';
}

}  // namespace rashomon
