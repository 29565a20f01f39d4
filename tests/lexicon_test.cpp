#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine/lexicon/entries.h"
#include "engine/lexicon/lexicons.h"
#include "engine/records/error.h"

namespace rashomon {
namespace {

TsvTable concepts(const std::string& rows, const std::string& place = "concepts.tsv") {
  return parse_tsv("concept\tparent\tfamily\ten\tzh\tnote\n" + rows, place);
}

std::vector<std::string> found(const Lexicons& lexicons, const std::string& text) {
  std::vector<std::string> ids;
  for (const Find& find : lexicons.find(lexicons.tokenize(text)))
    ids.push_back(lexicons.concepts()[find.entry].id);
  return ids;
}

TEST_CASE("expressions match by stem, exactly, in capitals, with a gap and in Chinese") {
  const Lexicons lexicons(
      {concepts("controls\t\tissue\texport control\t\u51fa\u53e3\u7ba1\u5236\t\n"
                "talks\t\tformula\t=talks\t\t\n"
                "who\t\torganisation\tWHO\t\t\n"
                "protest\t\tformula\tlodge * representations\t\t\n"
                "win\t\tformula\twin-win\t\t\n")});
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"Export Controls", {"controls"}},
      {"\u7f8e\u56fd\u51fa\u53e3\u7ba1\u5236", {"controls"}},
      {"the talks", {"talks"}},
      {"she talked of a talk", {}},
      {"who asked the WHO", {"who"}},
      {"lodged solemn and stern representations", {"protest"}},
      {"lodge representations", {"protest"}},
      {"lodged one two three four five representations", {}},
      {"win win and win-win", {"win", "win"}},
      {"win, win", {}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(found(lexicons, text) == expected);
  }
}

TEST_CASE("of overlapping expressions of one table the longest wins") {
  const Lexicons lexicons(
      {concepts("a\t\tissue\tred line\t\t\nb\t\tissue\tfirst red line\t\t\nc\t\tissue\tfirst\t\t\n")});
  CHECK(found(lexicons, "the first red line") == std::vector<std::string>{"b"});
}

TEST_CASE("a later table adds rows and replaces those of the same key") {
  const Lexicons lexicons({concepts("a\t\tissue\tred line\t\t\n"),
                           concepts("a\t\tissue\tbottom line\t\t\nb\t\tissue\tpanda\t\t\n", "my.tsv")});
  CHECK(found(lexicons, "red line") == std::vector<std::string>{});
  CHECK(found(lexicons, "a bottom line and a panda") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("of two rows with one expression the later one, a user's own, is found") {
  const Lexicons lexicons(
      {concepts("a\t\tissue\tred line\t\t\n"), concepts("b\t\tissue\tred line\t\t\n", "my.tsv")});
  CHECK(found(lexicons, "a red line") == std::vector<std::string>{"b"});
}

TEST_CASE("compiled patterns find what the expressions find") {
  const TsvTable table = concepts("controls\t\tissue\texport control; =curbs\t\u51fa\u53e3\u7ba1\u5236\t\n");
  const Lexicons source({table});
  const Lexicons compiled({with_patterns(table, Tokenizer(word_lists({})))});
  for (const std::string text : {"export controls and curbs", "\u51fa\u53e3\u7ba1\u5236", "a curb"}) {
    CAPTURE(text);
    CHECK(found(source, text) == found(compiled, text));
  }
}

TEST_CASE("initials, short titles, Chinese names, brackets and enumeration commas stand in expressions") {
  const Lexicons lexicons(
      {concepts("a\t\tperson\tJoseph R. Biden\t\u5e0c\u62c9\u91cc\u00b7\u514b\u6797\u987f\t\n"
                "b\t\tplace\tSt. Lucia\t\u521a\u679c\uff08\u91d1\uff09\t\n"
                "c\t\tformula\t\t\u5766\u8bda\u3001\u6df1\u5165\t\n"
                "d\t\tissue\tred line\t\t\n")});
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"Joseph R. Biden and Joseph R Biden", {"a", "a"}},
      {"\u5e0c\u62c9\u91cc\u00b7\u514b\u6797\u987f", {"a"}},
      {"in St. Lucia", {"b"}},
      {"\u521a\u679c\uff08\u91d1\uff09", {"b"}},
      {"\u521a\u679c\u91d1", {}},
      {"\u5766\u8bda\u3001\u6df1\u5165", {"c"}},
      {"It is red. Line up.", {}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(found(lexicons, text) == expected);
  }
}

TEST_CASE("== keeps a spelling that the spelling table folds") {
  const Lexicons lexicons({concepts("folded\t\tplace\tKyiv\t\t\n"),
                           concepts("old\t\tplace\t==Kiev\t\t\n", "my.tsv"),
                           parse_tsv("variant\tstandard\tkind\nkiev\tkyiv\tname\n", "spelling.tsv")});
  CHECK(found(lexicons, "Kyiv") == std::vector<std::string>{"folded"});
  CHECK(found(lexicons, "Kiev's") == std::vector<std::string>{"folded"});  // equally long: the first row
  const Lexicons apart({concepts("new\t\tplace\t==Kyiv\t\t\nold\t\tplace\t==Kiev\t\t\n"),
                        parse_tsv("variant\tstandard\tkind\nkiev\tkyiv\tname\n", "spelling.tsv")});
  CHECK(found(apart, "Kyiv") == std::vector<std::string>{"new"});
  CHECK(found(apart, "Kiev's") == std::vector<std::string>{"old"});
}

TEST_CASE("an expression has all of its opposites") {
  const Lexicons lexicons(
      {parse_tsv("left\tright\tleft_zh\tright_zh\tdomain\nsupport\toppose\t\t\tstance\n"
                 "support\tabandon\t\t\tstance\nfirm support\tdoubt\t\t\tstance\n",
                 "opposites.tsv")});
  CHECK(lexicons.find(lexicons.tokenize("their support")).size() == 2);
  CHECK(lexicons.find(lexicons.tokenize("their firm support")).size() == 1);
}

TEST_CASE("an expression that another row takes is a misfit") {
  const TsvTable good = concepts("a\t\tissue\tred line; lodge * protest\t\t\nb\t\tissue\t=talks\t\t\n");
  CHECK(misfits({good}).empty());
  const std::vector<Misfit> bad =
      misfits({concepts("a\t\tissue\tred line\t\t\nb\t\tissue\tred lines\t\t\n")});
  REQUIRE(bad.size() == 1);
  CHECK(bad[0].expression == "red line");
  CHECK(bad[0].found == "b, issue");
}

TEST_CASE("the built-in lexicons find what they should in sentences of our own") {
  const std::string path = std::string(RASHOMON_TESTS_FOLDER) + "/tables/lexicon_finds.tsv";
  std::ifstream file(path);
  const TsvTable cases = parse_tsv(std::string(std::istreambuf_iterator<char>(file), {}), path);
  const std::vector<TsvTable> tables = builtin_tables();
  const Lexicons lexicons = Lexicons::builtin();
  for (const auto& row : cases.rows) {
    std::string line;
    for (const Find& find : lexicons.find(lexicons.tokenize(row[0]))) {
      if (name_of(find.table) != row[1]) continue;
      const Entry entry = entries(tables, find.table)[find.entry];
      // of a concept its id is enough
      line += (line.empty() ? "" : "; ") +
              (find.table == Table::concepts ? entry.says.front().second : line_of(entry));
    }
    CAPTURE(row[0]);
    CHECK(line == row[2]);
  }
}

TEST_CASE("every table has a name and entries that say something") {
  const std::vector<TsvTable> tables = builtin_tables();
  for (std::size_t k = 0; k < kTables; ++k) {
    const auto table = static_cast<Table>(k);
    CAPTURE(name_of(table));
    const std::vector<Entry> all = entries(tables, table);
    CHECK(!all.empty());
    for (const Entry& entry : all) CHECK(!entry.says.empty());
  }
}

TEST_CASE("every built-in expression is found as its own row") {
  for (const Misfit& misfit : misfits(builtin_tables())) {
    FAIL_CHECK(name_of(misfit.table) << ": " << misfit.expression << " is found as: " << misfit.found);
  }
}

TEST_CASE("the built-in lexicons start from slim tables and say what the full ones say") {
  const Lexicons slim = Lexicons::builtin();
  const Lexicons full(builtin_tables());
  const auto sizes = [](const Lexicons& l) {
    return std::vector<std::size_t>{l.concepts().size(),    l.rungs().size(),     l.speech_verbs().size(),
                                    l.acts().size(),        l.opposites().size(), l.contested_names().size(),
                                    l.party_names().size(), l.modals().size(),    l.hedges().size(),
                                    l.boosters().size(),    l.negations().size(), l.conditions().size(),
                                    l.distancing().size()};
  };
  CHECK(sizes(slim) == sizes(full));
  CHECK(slim.party_labels() == full.party_labels());
  for (std::size_t k = 0; k < full.party_names().size(); ++k) {
    CHECK(slim.party_names()[k].label == full.party_names()[k].label);
    CHECK(slim.party_names()[k].kind == full.party_names()[k].kind);
  }
  const std::vector<Token> tokens =
      full.tokenize("The two sides had a candid talk; China lodged solemn representations on Taiwan.");
  const std::vector<Find> finds = slim.find(tokens);
  const std::vector<Find> expected = full.find(tokens);
  CHECK(finds.size() > 3);
  CHECK(std::equal(
      finds.begin(), finds.end(), expected.begin(), expected.end(), [](const Find& a, const Find& b) {
        return a.table == b.table && a.entry == b.entry && a.first == b.first && a.last == b.last;
      }));
}

TEST_CASE("two rows of one key in one table are refused with both lines") {
  CHECK_THROWS_WITH_AS(check_keys(concepts("a\t\tissue\tred line\t\t\na\t\tissue\tpanda\t\t\n")),
                       doctest::Contains("concepts.tsv:3: its key stands in line 2"), InputError);
  CHECK_NOTHROW(check_keys(concepts("a\t\tissue\tred line\t\t\nb\t\tissue\tpanda\t\t\n")));
}

TEST_CASE("a bad table is refused with its line") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a\t\tissue\tred line\t\n", "concepts.tsv:2"},
      {"a\t\tmood\tred line\t\t\n", "family is 'mood'"},
      {"a\tnone\tissue\tred line\t\t\n", "the parent 'none'"},
      {"a\t\tissue\t!!\t\t\n", "holds no word"},
  };
  for (const auto& [rows, message] : cases) {
    CAPTURE(rows);
    CHECK_THROWS_WITH_AS(Lexicons({concepts(rows)}), doctest::Contains(message.c_str()), InputError);
  }
  CHECK_THROWS_AS(Lexicons({parse_tsv("x\ty\n1\t2\n", "odd.tsv")}), InputError);
}

}  // namespace
}  // namespace rashomon
