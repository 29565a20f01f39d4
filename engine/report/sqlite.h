// SQLite behind two small types of our own: who owns the file, and failures as InputError with a cure.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/report/tables.h"

struct sqlite3;
struct sqlite3_stmt;

namespace rashomon {

/// An open database file. Not for use by two threads at once. Every function throws InputError, with the
/// file's name, where SQLite or the disk refuses.
class Sqlite {
 public:
  /// Opens the file, or makes it. Waits up to a minute where another program is writing to it.
  explicit Sqlite(const std::string& path);

  /// Runs statements that give no rows back.
  void run(const std::string& sql);
  /// The first value of the first row, as a number; 0 without a row.
  std::int64_t number(const std::string& sql);

 private:
  friend class Prepared;
  [[noreturn]] void fail() const;

  struct Closer {
    void operator()(sqlite3* handle) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Closer> handle_;
};

/// A statement with places for values, made once and run often. The database must outlive it.
class Prepared {
 public:
  Prepared(Sqlite& database, std::string_view sql);

  /// Fills the next place, from the left.
  Prepared& bind(const Cell& cell);
  Prepared& bind(std::int64_t value);
  /// Runs it with what was bound, and makes it ready for the next run. The first value of its first row; 0
  /// without a row.
  std::int64_t run();

 private:
  void check(int status);

  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  Sqlite& database_;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  int bound_ = 0;
};

}  // namespace rashomon
