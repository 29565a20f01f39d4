// What other programs read: offsets in their units, the tables of the CSV bundle, the database, annotations.
#include <doctest/doctest.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/records/error.h"
#include "engine/report/database.h"
#include "engine/report/offsets.h"
#include "engine/report/report.h"
#include "engine/report/tables.h"
#include "engine/text/offsets.h"
#include "tests/fixtures.h"

namespace rashomon {
namespace {

namespace fs = std::filesystem;

std::vector<Comparison> all_fixtures() {
  return {fixtures::biden_xi(), fixtures::three_accounts(), fixtures::hostile(), fixtures::strangers()};
}

/// A folder that is gone after the test.
class Scratch {
 public:
  Scratch() : path_(fs::temp_directory_path() / ("rashomon-outputs-" + std::to_string(::getpid()))) {
    fs::create_directory(path_);
  }
  ~Scratch() { fs::remove_all(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  std::string operator/(const char* name) const { return (path_ / name).string(); }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void add_all(const std::string& path, const std::vector<Comparison>& comparisons) {
  Database database(path);
  for (const Comparison& one : comparisons) database.add("item", one);
  database.commit();
}

std::size_t column(const TableSchema& table, std::string_view name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const Column& one) { return one.name == name; });
  REQUIRE_MESSAGE(found != table.columns.end(), name);
  return static_cast<std::size_t>(found - table.columns.begin());
}

using Key = std::vector<Cell::Value>;
Key values(const TableSchema& table, const Row& row, const ColumnNames& names) {
  Key key;
  for (const std::string_view name : names) key.push_back(row[column(table, name)].value());
  return key;
}

TEST_CASE("a place counts in code points, UTF-16 units or bytes, and leads back") {
  const std::string text = "a\u00e9\u7ea2\U0001F600z";
  const std::map<OffsetUnit, std::vector<std::size_t>> expected = {
      {OffsetUnit::codepoints, {0, 1, 2, 3, 4, 5}},
      {OffsetUnit::utf16, {0, 1, 2, 3, 5, 6}},
      {OffsetUnit::utf8, {0, 1, 3, 6, 10, 11}}};
  for (const auto& [unit, places] : expected) {
    const Offsets offsets(text, unit);
    for (std::size_t i = 0; i < places.size(); ++i) {
      CHECK(offsets.of(i) == places[i]);
      CHECK(offsets.code_point(places[i]) == i);
    }
    CHECK(offsets.slice(offsets.of(Span{2, 4})) == "\u7ea2\U0001F600");
    CHECK(offsets.before(offsets.of(Span{2, 4}), 1) == "\u00e9");
    CHECK(offsets.after(offsets.of(Span{2, 4}), 9) == "z");
  }
}

TEST_CASE("offsets in bytes slice the text of every statement, and only offsets change") {
  for (const Comparison& comparison : all_fixtures()) {
    const Comparison bytes = with_offsets(comparison, OffsetUnit::utf8);
    for (const ComparedAccount& one : bytes.accounts) {
      for (const Statement& statement : one.account.statements) {
        CHECK(one.account.document.text.substr(statement.span.begin,
                                               statement.span.end - statement.span.begin) == statement.text);
      }
    }
    CHECK(bytes.engine.options.back() == std::pair<std::string, std::string>("offsets", "utf8"));
    CHECK(text_report(bytes) == text_report(comparison));
    CHECK(json_report(with_offsets(comparison, OffsetUnit::codepoints)) == json_report(comparison));
    CHECK_THROWS_AS(with_offsets(bytes, OffsetUnit::utf16), std::invalid_argument);
  }
}

TEST_CASE("every key of every table is unique, and every reference leads to a row") {
  for (const Comparison& comparison : all_fixtures()) {
    std::map<std::string_view, std::set<Key>> keys;
    for (const TableSchema& table : table_schemas()) {
      CAPTURE(table.name);
      const std::vector<Row> rows = table.rows(comparison);
      for (const Row& row : rows) {
        REQUIRE(row.size() == table.columns.size());
        CHECK(keys[table.name].insert(values(table, row, table.key)).second);
        for (const Reference& reference : table.references) {
          const Key there = values(table, row, reference.columns);
          CHECK((there[0] == Cell::Value() || keys[reference.table].contains(there)));
        }
      }
    }
  }
}

TEST_CASE("a cell that must be there is there") {
  for (const Comparison& comparison : all_fixtures()) {
    for (const TableSchema& table : table_schemas()) {
      for (const Row& row : table.rows(comparison)) {
        for (std::size_t c = 0; c < row.size(); ++c) {
          if (table.columns[c].presence == Presence::always) CHECK(row[c].value() != Cell::Value());
        }
      }
    }
  }
}

TEST_CASE("the same comparisons make the same database, and added twice they change nothing") {
  const Scratch folder;
  for (const char* const name : {"a.db", "b.db"}) add_all(folder / name, all_fixtures());
  const std::string once = bytes_of(folder / "a.db");
  CHECK(once == bytes_of(folder / "b.db"));
  add_all(folder / "a.db", all_fixtures());
  Sqlite sqlite(folder / "a.db");
  CHECK(sqlite.number("SELECT count(*) FROM comparisons") == 4);
  CHECK(sqlite.number("SELECT count(*) FROM items") == 4);
  CHECK(sqlite.number("SELECT count(*) FROM statements") ==
        Sqlite(folder / "b.db").number("SELECT count(*) FROM statements"));
  CHECK(sqlite.number("SELECT count(*) FROM pragma_foreign_key_check") == 0);
  CHECK(folder.files() == 2);
}

TEST_CASE("what is not committed was never there") {
  const Scratch folder;
  { Database(folder / "vain.db").add("", fixtures::biden_xi()); }
  CHECK(folder.files() == 0);
  add_all(folder / "kept.db", {fixtures::biden_xi()});
  const std::string before = bytes_of(folder / "kept.db");
  { Database(folder / "kept.db").add("", fixtures::strangers()); }
  CHECK(bytes_of(folder / "kept.db") == before);
  CHECK(folder.files() == 1);
}

TEST_CASE("a database goes on after a commit") {
  const Scratch folder;
  {
    Database database(folder / "two.db");
    database.add("first", fixtures::biden_xi());
    database.commit();
    database.add("second", fixtures::strangers());
    database.commit();
    database.add("third", fixtures::hostile());
  }
  CHECK(Sqlite(folder / "two.db").number("SELECT count(*) FROM items") == 2);
}

TEST_CASE("a database of another version or program is refused and stays as it is") {
  const Scratch folder;
  add_all(folder / "later.db", {fixtures::strangers()});
  Sqlite(folder / "later.db").run("PRAGMA user_version = 7");
  Sqlite(folder / "other.db").run("CREATE TABLE mine (x)");
  std::ofstream(folder / "text.db") << std::string(2000, 'x');
  const std::map<std::string, std::string> problems = {
      {"later.db", "version 7"}, {"other.db", "another program"}, {"text.db", "no SQLite database"}};
  for (const auto& [name, problem] : problems) {
    const std::string before = bytes_of(folder / name.c_str());
    CHECK_THROWS_WITH_AS(Database(folder / name.c_str()), doctest::Contains(problem.c_str()), InputError);
    CHECK(bytes_of(folder / name.c_str()) == before);
  }
  CHECK_THROWS_AS(Database(folder / "none/a.db"), InputError);
  CHECK(folder.files() == 3);
}

TEST_CASE("an annotation stands for every statement and every link") {
  for (const Comparison& comparison : all_fixtures()) {
    std::size_t expected = 0;
    for (const ComparedAccount& one : comparison.accounts) expected += one.account.statements.size();
    for (const PairComparison& pair : comparison.pairs) expected += pair.links.size();
    const nlohmann::json json = nlohmann::json::parse(annotations_report(comparison));
    CHECK(json["total"] == expected);
    CHECK(json["first"]["items"].size() == expected);
  }
}

}  // namespace
}  // namespace rashomon
