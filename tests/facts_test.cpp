#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/lexicon/tsv.h"
#include "engine/records/fact_type.h"
#include "engine/scorer/conflicts.h"
#include "engine/scorer/days.h"
#include "engine/scorer/facts.h"
#include "engine/scorer/quantities.h"

namespace rashomon {
namespace {

const Lexicons& lexicons() {
  static const Lexicons all = Lexicons::builtin();
  return all;
}

Statement statement(const std::string& text) {
  Statement out;
  out.text = text;
  out.tokens = lexicons().tokenize(text);
  out.finds = lexicons().find(out.tokens);
  return out;
}

Facts facts(const std::string& text) { return read_facts(statement(text), lexicons()); }

TsvTable table(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return parse_tsv(std::string(std::istreambuf_iterator<char>(in), {}), path.string());
}

std::string type_of(const std::optional<Conflict>& conflict) {
  return conflict ? std::string(name_of(conflict->type)) : "none";
}

bool same_range(const TokenRange& a, const TokenRange& b) { return a.first == b.first && a.last == b.last; }

const std::filesystem::path kTests = RASHOMON_TESTS_FOLDER;

TEST_CASE("made pairs contradict each other, or miss it narrowly, whichever side comes first") {
  const TsvTable cases = table(kTests / "tables/contradictions.tsv");
  REQUIRE(cases.rows.size() >= 100);
  for (const auto& row : cases.rows) {
    CAPTURE(row[0]);
    CAPTURE(row[1]);
    const Facts left = facts(row[0]);
    const Facts right = facts(row[1]);
    const auto conflict = conflict_of(left, right);
    const auto mirrored = conflict_of(right, left);
    CHECK(type_of(conflict) == row[2]);
    CHECK(type_of(mirrored) == type_of(conflict));
    if (conflict && mirrored) {
      CHECK(same_range(conflict->left, mirrored->right));
      CHECK(same_range(conflict->right, mirrored->left));
    }
  }
}

TEST_CASE("a statement never contradicts itself") {
  const TsvTable cases = table(kTests / "tables/contradictions.tsv");
  for (const auto& row : cases.rows) {
    for (const std::string& text : {row[0], row[1]}) {
      CAPTURE(text);
      CHECK(type_of(conflict_of(facts(text), facts(text))) == "none");
    }
  }
}

// What each text can be in truth, by hand.
TEST_CASE("lengths of time in words and digits") {
  struct Case {
    std::string text;
    double minutes;
  };
  const std::vector<Case> cases = {
      {"an hour and three quarters", 105},
      {"some 50 minutes", 50},
      {"one hour ten minutes", 70},
      {"nearly two hours", 120},
      {"close to two and a half hours", 150},
      {"half an hour", 30},
      {"a half-hour", 30},
      {"three quarters of an hour", 45},
      {"a quarter of an hour", 15},
      {"an hour and a half", 90},
      {"an hour and twenty-five minutes", 85},
      {"90-minute", 90},
      {"two-hour", 120},
      {"1.5 hours", 90},
      {"ninety minutes", 90},
      {"\u4e24\u4e2a\u534a\u5c0f\u65f6", 150},                    // 两个半小时
      {"\u4e00\u5c0f\u65f6\u56db\u5341\u4e94\u5206\u949f", 105},  // 一小时四十五分钟
      {"\u534a\u5c0f\u65f6", 30},                                 // 半小时
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto found = read_durations(lexicons().tokenize(c.text));
    REQUIRE(found.size() == 1);
    CHECK(found[0].range.low <= c.minutes);
    CHECK(found[0].range.high >= c.minutes);
    CHECK(found[0].range.low >= 0.75 * c.minutes);
    CHECK(found[0].range.high <= 1.25 * c.minutes);
  }
  CHECK(read_durations(lexicons().tokenize("two sides and one minute detail, three days")).size() == 1);
}

TEST_CASE("days of the calendar") {
  const auto day = [](const std::string& text) {
    const auto found = read_days(lexicons().tokenize(text));
    REQUIRE(found.size() == 1);
    return found[0];
  };
  CHECK(day("September 25").meets(day("25 September 2012"), 0));
  CHECK(day("9\u670825\u65e5").meets(day("September 25"), 0));  // 9月25日
  CHECK_FALSE(day("September 25").meets(day("September 26"), 0));
  CHECK(day("September 25").meets(day("September 26"), 1));
  CHECK(day("May 2010").meets(day("May 31, 2010"), 0));
  CHECK_FALSE(day("May 2010").meets(day("May 2011"), 0));
  CHECK_FALSE(day("before the end of February 2010").meets(day("May 2010"), 0));
  CHECK(day("before the end of February 2010").meets(day("January 5"), 0));
  CHECK(read_days(lexicons().tokenize("they may meet 25 times")).empty());
}

// Links of annotated events, their sentences read as they stand.
struct Measured {
  std::size_t contradict = 0;
  std::size_t found = 0;
  std::size_t others = 0;
  std::size_t false_alarms = 0;
};

std::map<std::string, Facts> sentences(const std::filesystem::path& path) {
  std::map<std::string, Facts> out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string number;
    std::string begin;
    std::string end;
    std::string text;
    std::getline(cells, number, '\t');
    std::getline(cells, begin, '\t');
    std::getline(cells, end, '\t');
    std::getline(cells, text);
    out[number] = facts(text);
  }
  return out;
}

Measured measure(const std::filesystem::path& events) {
  Measured out;
  for (const auto& event : std::filesystem::directory_iterator(events)) {
    if (!exists(event.path() / "links.tsv")) continue;
    const auto left = sentences(event.path() / "left.sentences.tsv");
    const auto right = sentences(event.path() / "right.sentences.tsv");
    const TsvTable links = table(event.path() / "links.tsv");
    for (const auto& row : links.rows) {
      const bool conflict = conflict_of(left.at(row[0]), right.at(row[1])).has_value();
      const bool gold = row[links.column("relation")] == "contradict";
      ++(gold ? out.contradict : out.others);
      if (conflict) ++(gold ? out.found : out.false_alarms);
    }
  }
  MESSAGE(events.string(), ": ", out.found, " of ", out.contradict, " contradictions, ", out.false_alarms,
          " false in ", out.others, " other links");
  return out;
}

TEST_CASE("contradictions of the annotated events: most are found, hardly any is false") {
  const Measured own = measure(kTests / "../corpora/events");
  CHECK(own.contradict == 25);
  CHECK(own.found >= 17);
  CHECK(own.false_alarms * 200 <= own.others);
  const std::filesystem::path shared = kTests / "../../shared/gold/pairs";
  if (!exists(shared)) return;
  const Measured gold = measure(shared);
  CHECK(gold.false_alarms * 200 <= gold.others);
}

}  // namespace
}  // namespace rashomon
