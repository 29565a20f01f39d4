#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

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

TEST_CASE("compiled patterns find what the expressions find") {
  const TsvTable table = concepts("controls\t\tissue\texport control; =curbs\t\u51fa\u53e3\u7ba1\u5236\t\n");
  const Lexicons source({table});
  const Lexicons compiled({with_patterns(table, Tokenizer(word_lists({})))});
  for (const std::string text : {"export controls and curbs", "\u51fa\u53e3\u7ba1\u5236", "a curb"}) {
    CAPTURE(text);
    CHECK(found(source, text) == found(compiled, text));
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
