#include "engine/report/database.h"

#include <system_error>
#include <utility>

#include "engine/records/error.h"
#include "engine/report/report.h"
#include "engine/report/tables.h"
#include "engine/text/digest.h"

namespace rashomon {
namespace {

constexpr std::int64_t kApplication = 0x52534D4E;  // "RSMN", by which `file` and we know our databases

std::string insert_into(const TableSchema& table) {
  std::string columns = "\"comparison\"";
  std::string places = "?";
  for (const Column& column : table.columns) {
    if (column.presence == Presence::repeated) continue;
    columns += ", \"" + std::string(column.name) + '"';
    places += ", ?";
  }
  return "INSERT INTO \"" + std::string(table.name) + "\" (" + columns + ") VALUES (" + places + ')';
}

/// Makes the tables where there are none; refuses what is not ours.
void prepare(Sqlite& sqlite, const std::string& path) {
  const std::int64_t application = sqlite.number("PRAGMA application_id");
  const std::int64_t version = sqlite.number("PRAGMA user_version");
  if (application == 0 && version == 0 && sqlite.number("SELECT count(*) FROM sqlite_schema") == 0) {
    sqlite.run("PRAGMA application_id = " + std::to_string(kApplication) +
               ";\nPRAGMA user_version = " + std::to_string(kDatabaseVersion) + ";\n" + database_schema());
    return;
  }
  if (application != kApplication)
    throw InputError(path, "it is a database of another program", "name a new file");
  if (version != kDatabaseVersion) {
    throw InputError(path,
                     "its schema is version " + std::to_string(version) +
                         ", and this engine writes version " + std::to_string(kDatabaseVersion),
                     "name a new file, or use the engine that made it");
  }
}

}  // namespace

std::string comparison_key(const Comparison& comparison) { return sha256_hex(json_report(comparison)); }

Database::Database(std::filesystem::path path)
    : path_(std::move(path)), in_vain_(!std::filesystem::exists(path_)), sqlite_(path_.string()) {
  try {
    sqlite_.run("PRAGMA foreign_keys = ON");
    begin();
    prepare(sqlite_, path_.string());
    for (const TableSchema& table : table_schemas()) inserts_.emplace_back(sqlite_, insert_into(table));
  } catch (...) {
    remove_if_in_vain();
    throw;
  }
}

Database::~Database() { remove_if_in_vain(); }

void Database::remove_if_in_vain() {
  if (!in_vain_) return;
  try {
    sqlite_.run("ROLLBACK");
  } catch (const InputError&) {
    // There was no transaction, or SQLite has rolled it back itself.
  }
  std::error_code ignored;  // what another program wrote meanwhile stays
  if (std::filesystem::file_size(path_, ignored) == 0) std::filesystem::remove(path_, ignored);
}

void Database::begin() {
  if (!open_) sqlite_.run("BEGIN IMMEDIATE");
  open_ = true;
}

void Database::add(std::string_view id, const Comparison& comparison) {
  begin();
  const std::string key = comparison_key(comparison);
  std::int64_t number =
      Prepared(sqlite_, "SELECT number FROM comparisons WHERE key = ?").bind(Cell(key)).run();
  if (number == 0) {
    number =
        Prepared(sqlite_, "INSERT INTO comparisons (key) VALUES (?) RETURNING number").bind(Cell(key)).run();
    insert(comparison, number);
  }
  if (!id.empty()) {
    Prepared(sqlite_, "INSERT OR IGNORE INTO items (id, comparison) VALUES (?, ?)")
        .bind(Cell(id))
        .bind(number)
        .run();
  }
}

void Database::insert(const Comparison& comparison, std::int64_t number) {
  for (std::size_t t = 0; t < inserts_.size(); ++t) {
    const TableSchema& table = table_schemas()[t];
    for (const Row& row : table.rows(comparison)) {
      inserts_[t].bind(number);
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (table.columns[c].presence != Presence::repeated) inserts_[t].bind(row[c]);
      }
      inserts_[t].run();
    }
  }
}

void Database::commit() {
  if (!open_) return;
  sqlite_.run("COMMIT");
  if (!std::filesystem::exists(path_))
    throw InputError(path_.string(), "it was removed while it was written to", "start again");
  open_ = false;
  in_vain_ = false;
}

}  // namespace rashomon
