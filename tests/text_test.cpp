#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/text/code_points.h"
#include "engine/text/normalize.h"
#include "engine/text/sentence_breaks.h"
#include "engine/text/tokens.h"

namespace rashomon {
namespace {

WordLists lists() { return {{{"emphasise", "emphasize"}}, {"the", "us", "of"}}; }

std::vector<std::string> forms(const std::string& text) {
  std::vector<std::string> out;
  for (const Token& token : Tokenizer(lists())(text)) out.push_back(token.form);
  return out;
}

TEST_CASE("code points are counted and sliced, whatever their bytes") {
  const std::string text = "a\u00e9\u7ea2\U0001F600z";
  const CodePoints points(text);
  CHECK(points.size() == 5);
  CHECK(count_code_points(text) == 5);
  CHECK(points[2] == U'\u7ea2');
  CHECK(points[3] == U'\U0001F600');
  CHECK(points.slice({1, 3}) == "\u00e9\u7ea2");
}

TEST_CASE("the first invalid byte is named") {
  CHECK(first_invalid_byte("plain \u7ea2") == std::string_view::npos);
  CHECK(first_invalid_byte("ab\xff") == 2);
  CHECK(first_invalid_byte("ab\xe7\xba") == 2);
}

TEST_CASE("folding makes typographic marks plain and keeps no format characters") {
  CHECK(fold("\u201cRED\u201d Line\u2019s \u2013 so\u00adft") == "\"red\" line's - soft");
  CHECK(fold_text("  Two \n\t words ") == "two words");
}

TEST_CASE("tokens are words, numbers, Chinese characters and marks") {
  CHECK(forms("The U.S.-China talks") == std::vector<std::string>{"the", "us", "-", "china", "talks"});
  CHECK(forms("1,000.5 tons, in 2024.") ==
        std::vector<std::string>{"1,000.5", "tons", ",", "in", "2024", "."});
  CHECK(forms("\u7ea2\u7ebf!") == std::vector<std::string>{"\u7ea2", "\u7ebf", "!"});
  CHECK(forms("Xi\u2019s Mr. 19th don't") == std::vector<std::string>{"xi", "mr", ".", "19th", "don't"});
}

TEST_CASE("an abbreviation in capitals is no stop word and a possessive is taken off") {
  const auto tokens = Tokenizer(lists())("US told us of China's emphasises");
  CHECK_FALSE(tokens[0].stop);
  CHECK(tokens[2].stop);
  CHECK(tokens[4].surface == "China");
  CHECK(tokens[4].span == Span{14, 21});
  CHECK(Tokenizer(lists())("emphasise")[0].form == "emphasize");
}

TEST_CASE("spans count from the offset of the slice") {
  const auto tokens = Tokenizer(lists())("red line", 100);
  CHECK(tokens[1].span == Span{104, 108});
}

TEST_CASE("plain words are what scikit-learn's default pattern finds") {
  CHECK(plain_words("U.S. aims: win-win, a_b 42!") ==
        std::vector<std::string>{"aims", "win", "win", "a_b", "42"});
}

TEST_CASE("ICU's sentences cover the text without gap") {
  const std::string text = "One. Two \u7ea2\u7ebf\u3002\u4e09\u3002 Four";
  std::size_t at = 0;
  for (const Span span : icu_sentences(text, "en")) {
    CHECK(span.begin == at);
    at = span.end;
  }
  CHECK(at == count_code_points(text));
}

}  // namespace
}  // namespace rashomon
