#include "engine/report/sqlite.h"

#include <sqlite3.h>

#include <cstring>
#include <filesystem>
#include <variant>

#include "engine/records/error.h"

namespace rashomon {
namespace {

constexpr int kPatience = 60'000;  // milliseconds that another program's writing is waited for

/// Binds a cell's value to the place `at`; text is copied.
struct Binder {
  sqlite3_stmt* statement;
  int at;

  int operator()(std::monostate) const { return sqlite3_bind_null(statement, at); }
  int operator()(bool value) const { return sqlite3_bind_int(statement, at, value ? 1 : 0); }
  int operator()(std::size_t value) const {
    return sqlite3_bind_int64(statement, at, static_cast<sqlite3_int64>(value));
  }
  int operator()(double value) const { return sqlite3_bind_double(statement, at, value); }
  int operator()(const std::string& value) const {
    return sqlite3_bind_text64(statement, at, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
};

}  // namespace

void Sqlite::Closer::operator()(sqlite3* handle) const { sqlite3_close(handle); }
void Prepared::Finalizer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Sqlite::Sqlite(const std::string& path) : path_(path) {
  sqlite3* handle = nullptr;
  const std::string file = std::filesystem::absolute(path).string();  // ":memory:" is a file like any other
  const int status =
      sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  handle_.reset(handle);
  if (status != SQLITE_OK) fail();
  sqlite3_busy_timeout(handle, kPatience);
}

void Sqlite::fail() const {
  const int system = sqlite3_system_errno(handle_.get());
  switch (sqlite3_errcode(handle_.get())) {
    case SQLITE_NOTADB: throw InputError(path_, "it is no SQLite database", "name a new file");
    case SQLITE_FULL:
      throw InputError(path_, "the disk is full", "free some space; what it held before is still there");
    case SQLITE_BUSY:
      throw InputError(path_, "another program is writing to it", "try again when that is done");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      throw InputError(path_, system != 0 ? std::strerror(system) : sqlite3_errmsg(handle_.get()),
                       "name another file, or allow writing there");
    default: throw InputError(path_, sqlite3_errmsg(handle_.get()), "name a new file");
  }
}

void Sqlite::run(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

std::int64_t Sqlite::number(const std::string& sql) { return Prepared(*this, sql).run(); }

Prepared::Prepared(Sqlite& database, std::string_view sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(database.handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement,
                           nullptr));
  statement_.reset(statement);
}

void Prepared::check(int status) {
  if (status != SQLITE_OK) database_.fail();
}

Prepared& Prepared::bind(const Cell& cell) {
  check(std::visit(Binder{statement_.get(), ++bound_}, cell.value()));
  return *this;
}

Prepared& Prepared::bind(std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), ++bound_, value));
  return *this;
}

std::int64_t Prepared::run() {
  bound_ = 0;
  const int status = sqlite3_step(statement_.get());
  const std::int64_t value = status == SQLITE_ROW ? sqlite3_column_int64(statement_.get(), 0) : 0;
  check(sqlite3_reset(statement_.get()));
  return value;
}

}  // namespace rashomon
