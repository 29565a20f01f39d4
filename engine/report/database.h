// Many comparisons in one SQLite file, for sqlite3, Datasette, Python or R (docs/outputs.md,
// docs/database.sql).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/comparison.h"
#include "engine/report/sqlite.h"

namespace rashomon {

/// Of the tables and views. A file of another version is left as it is.
inline constexpr int kDatabaseVersion = 1;

/// The statements that make an empty database: the tables of report/tables.h with the number of the
/// comparison before each row, a full-text index over the statements, and views for common questions.
std::string database_schema();

/// What names a comparison by its content: the SHA-256 of its JSON report. The same inputs, engine and
/// options give the same key, and what differs in one byte another.
std::string comparison_key(const Comparison& comparison);

/// A database that comparisons are added to. Not for use by two threads at once. All that was added since the
/// last commit() appears at once, or not at all: an error, a full disk, a killed process leave the file as it
/// was, and a file that was made in vain is removed. All of its functions throw InputError.
class Database {
 public:
  /// Opens the file, or makes it. Throws where it is no such database, of another version, or cannot be
  /// written.
  explicit Database(std::filesystem::path path);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Adds the comparison, unless it is there already. `id`: a name of the caller's own for it, empty for
  /// none; one comparison may have several, and one id name several.
  void add(std::string_view id, const Comparison& comparison);

  /// Makes all that was added since the last commit() last.
  void commit();

 private:
  void begin();
  void remove_if_in_vain();
  void insert(const Comparison& comparison, std::int64_t number);

  std::filesystem::path path_;
  bool in_vain_;  // the file was made here, and holds nothing yet
  Sqlite sqlite_;
  bool open_ = false;              // a transaction is
  std::vector<Prepared> inserts_;  // one a table
};

}  // namespace rashomon
