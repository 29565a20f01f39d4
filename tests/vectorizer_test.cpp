#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/records/error.h"
#include "engine/text/tokens.h"
#include "engine/vectorizer/frequencies.h"
#include "engine/vectorizer/frequency_table.h"
#include "engine/vectorizer/terms.h"
#include "engine/vectorizer/vectorizer.h"
#include "engine/vectorizer/vocabulary.h"

namespace rashomon {
namespace {

using nlohmann::json;

// A statement of the words, each its own stem.
Statement statement_of(const std::vector<std::string>& words) {
  Statement statement;
  for (const std::string& word : words) {
    Token token;
    token.surface = token.form = token.stem = word;
    statement.tokens.push_back(token);
  }
  return statement;
}

using Words = std::vector<std::string>;

Terms numbers_of(const Words& words, Vocabulary& vocabulary) {
  Terms terms;
  for (const std::string& word : words) terms.push_back(vocabulary.add(word));
  return terms;
}

Words words_of(const Terms& terms, const Vocabulary& vocabulary) {
  Words words;
  for (const TermId term : terms) words.push_back(vocabulary.term(term));
  return words;
}

Terms terms_of(const std::string& kind, const std::string& text, Vocabulary& vocabulary) {
  if (kind == "words") return numbers_of(plain_words(text), vocabulary);
  if (kind == "runs") return stem_terms(statement_of(plain_words(text)), vocabulary, 2);
  Statement statement;
  statement.tokens = Tokenizer(WordLists{})(text);
  return CharacterTerms(vocabulary)(statement);
}

// `expected`: [column, value] of each entry, by column.
double greatest_difference(const SparseRows& rows, Eigen::Index row, const json& expected) {
  double greatest = 0;
  std::size_t at = 0;
  for (SparseRows::InnerIterator entry(rows, row); entry; ++entry, ++at) {
    REQUIRE(at < expected.size());
    REQUIRE(entry.col() == expected[at][0].get<Eigen::Index>());
    greatest = std::max(greatest, std::abs(entry.value() - expected[at][1].get<double>()));
  }
  REQUIRE(at == expected.size());
  return greatest;
}

TEST_CASE("the vectorizer reproduces scikit-learn's TfidfVectorizer to 1e-12") {
  std::ifstream file(RASHOMON_TESTS_FOLDER "/expected/tfidf.json");
  const json expected = json::parse(file);
  REQUIRE(expected["cases"].size() == 9);
  for (const json& one : expected["cases"]) {
    const std::string name = one["name"];
    CAPTURE(name);
    VectorizerOptions options;
    options.sublinear_tf = one["options"]["sublinear_tf"];
    options.smooth_idf = one["options"]["smooth_idf"];
    options.l2_rows = one["options"]["l2_rows"];
    Vocabulary vocabulary;
    std::vector<Terms> statements;
    for (const json& text : expected["statements"])
      statements.push_back(terms_of(one["terms"], text, vocabulary));
    Vectorizer vectorizer(options);
    vectorizer.fit(vocabulary, statements);
    const SparseRows rows = vectorizer.transform(statements);

    REQUIRE(vectorizer.terms() == one["vocabulary"].get<std::vector<std::string>>());
    for (Eigen::Index column = 0; column < vectorizer.idf().size(); ++column) {
      const double idf = one["idf"][static_cast<std::size_t>(column)];
      CHECK(std::abs(vectorizer.idf()[column] - idf) < 1e-12);
    }
    REQUIRE(static_cast<std::size_t>(rows.rows()) == one["rows"].size());
    for (Eigen::Index row = 0; row < rows.rows(); ++row) {
      CAPTURE(row);
      CHECK(greatest_difference(rows, row, one["rows"][static_cast<std::size_t>(row)]) < 1e-12);
    }
  }
}

// Three words in two statements, by hand: "peace" and "tariffs" stand in one of two statements, "talks" in
// both. Smooth idf: ln((1 + 2) / (1 + 1)) + 1 = ln 1.5 + 1 of the first two, ln(3 / 3) + 1 = 1 of "talks".
PairVectors by_hand(const VectorizerOptions& options, const Frequencies* background = nullptr) {
  Vocabulary vocabulary;
  const std::vector<Terms> right = {numbers_of({"talks", "tariffs", "tariffs"}, vocabulary)};
  const std::vector<Terms> left = {numbers_of({"peace", "talks"}, vocabulary)};
  return vectorize_pair(vocabulary, left, right, options, background);
}
const double kRare = std::log(1.5) + 1;

TEST_CASE("three words by hand: columns by name, smooth idf, sublinear tf, rows of length 1") {
  const PairVectors vectors = by_hand({});
  CHECK(vectors.terms == std::vector<std::string>{"peace", "talks", "tariffs"});
  CHECK(vectors.idf.isApprox(Vector{{kRare, 1, kRare}}, 1e-15));

  const double twice = (1 + std::log(2)) * kRare;  // "tariffs" stands twice
  const double left_length = std::sqrt(kRare * kRare + 1);
  const double right_length = std::sqrt(1 + twice * twice);
  CHECK(Matrix(vectors.left).isApprox(Matrix{{kRare / left_length, 1 / left_length, 0}}, 1e-15));
  CHECK(Matrix(vectors.right).isApprox(Matrix{{0, 1 / right_length, twice / right_length}}, 1e-15));
}

TEST_CASE("three words by hand: raw counts, idf as counted") {
  const PairVectors vectors = by_hand({false, false, false, 0});
  const double rare = std::log(2) + 1;
  CHECK(Matrix(vectors.left).isApprox(Matrix{{rare, 1, 0}}, 1e-15));
  CHECK(Matrix(vectors.right).isApprox(Matrix{{0, 1, 2 * rare}}, 1e-15));
}

TEST_CASE("three words by hand: idf blended with a background's") {
  const Frequencies background("sentences\t9\npeace\t4\ntalks\t9\n");
  VectorizerOptions options;
  options.background_weight = 0.25;
  const PairVectors vectors = by_hand(options, &background);
  const double peace = 0.75 * kRare + 0.25 * (std::log(10.0 / 5) + 1);
  const double talks = 0.75 * 1 + 0.25 * (std::log(10.0 / 10) + 1);
  const double tariffs = 0.75 * kRare + 0.25 * (std::log(10.0 / 1) + 1);
  CHECK(vectors.idf.isApprox(Vector{{peace, talks, tariffs}}, 1e-15));
}

TEST_CASE("a statement without a known term is a row of zeros, an empty vocabulary has no column") {
  Vocabulary vocabulary;
  const Terms submarine = numbers_of({"submarine"}, vocabulary);
  const std::vector<Terms> known = {numbers_of({"peace", "talks"}, vocabulary)};
  Vectorizer vectorizer;
  vectorizer.fit(vocabulary, known);
  const std::vector<Terms> others = {submarine, numbers_of({"panda"}, vocabulary), {}};
  CHECK(Matrix(vectorizer.transform(others)) == Matrix::Zero(3, 2));
  const PairVectors nothing = vectorize_pair({}, {}, {}, {});
  CHECK(nothing.left.rows() == 0);
  CHECK(nothing.left.cols() == 0);
}

TEST_CASE("a space made of learned terms and idf gives the rows of the one that learned them") {
  Vocabulary words;
  const std::vector<Terms> statements = {numbers_of({"b", "c", "b"}, words), numbers_of({"a", "c"}, words)};
  Vectorizer learner;
  learner.fit(words, statements);
  const Vectorizer restored({}, learner.terms(), learner.idf());
  Vocabulary columns;
  for (const std::string& term : learner.terms()) columns.add(term);
  const std::vector<Terms> again = {numbers_of({"b", "c", "b"}, columns), numbers_of({"a", "c"}, columns)};
  CHECK(Matrix(restored.transform(again)) == Matrix(learner.transform(statements)));
  CHECK_THROWS_AS(Vectorizer({}, {"a", "b"}, Vector::Ones(1)), std::invalid_argument);
}

TEST_CASE("a background weight out of range, or without a background, is refused") {
  const Frequencies background("sentences\t9\n");
  for (const double weight : {-0.1, 1.1, std::nan("")}) {
    CAPTURE(weight);
    CHECK_THROWS_AS(Vectorizer({true, true, true, weight}, &background), std::invalid_argument);
  }
  CHECK_THROWS_AS(Vectorizer({true, true, true, 0.5}), std::invalid_argument);
}

TEST_CASE("runs of terms") {
  const Statement statement = statement_of({"a", "b", "c"});
  Vocabulary vocabulary;
  const auto runs = [&](std::size_t longest) {
    return words_of(stem_terms(statement, vocabulary, longest), vocabulary);
  };
  CHECK(runs(1) == Words{"a", "b", "c"});
  CHECK(runs(2) == Words{"a", "b", "c", "a b", "b c"});
  CHECK(runs(5) == Words{"a", "b", "c", "a b", "b c", "a b c"});
}

TEST_CASE("runs of characters stay within a word") {
  const auto runs = [](const Words& words, std::size_t shortest, std::size_t longest) {
    Vocabulary vocabulary;
    CharacterTerms cut(vocabulary, shortest, longest);
    return words_of(cut(statement_of(words)), vocabulary);
  };
  CHECK(runs({"go"}, 3, 5) == Words{" go", "go ", " go "});
  CHECK(runs({"a", "é"}, 2, 3) == Words{" a", "a ", " a ", " é", "é ", " é "});
  CHECK(runs({"a", "a"}, 2, 2) == Words{" a", "a ", " a", "a "});
}

TEST_CASE("frequencies: every stem is found, and no other") {
  const std::vector<std::string> stems = {"a", "ab", "abc", "b", "ba", "talk", "talks", "\u00e9"};
  for (std::size_t size = 0; size <= stems.size(); ++size) {
    std::string table = "sentences\t100\n";
    for (std::size_t k = 0; k < size; ++k) table += stems[k] + '\t' + std::to_string(k + 1) + '\n';
    for (const std::string_view text :
         {std::string_view(table), std::string_view(table).substr(0, table.size() - 1)}) {
      if (text.back() != '\n' && size == 0) continue;  // the first line needs its end
      const Frequencies frequencies(text);
      CAPTURE(text);
      for (std::size_t k = 0; k < stems.size(); ++k) {
        CAPTURE(stems[k]);
        CHECK(frequencies.count(stems[k]) == (k < size ? static_cast<double>(k + 1) : 0));
      }
      for (const std::string_view unknown : {"", "A", "aa", "abcd", "tal", "sentences", "z", "\u00ff"}) {
        CAPTURE(unknown);
        CHECK(frequencies.count(unknown) == 0);
      }
    }
  }
}

TEST_CASE("frequencies: idf of known and unknown stems") {
  const Frequencies frequencies("sentences\t99\ntalk\t49\n");
  CHECK(frequencies.sentences() == 99);
  CHECK(frequencies.idf("talk") == doctest::Approx(std::log(100.0 / 50) + 1).epsilon(1e-15));
  CHECK(frequencies.idf("panda") == doctest::Approx(std::log(100.0) + 1).epsilon(1e-15));
}

TEST_CASE("frequencies: a table without its first line is refused") {
  for (const std::string_view table :
       {"", "\n", "sentences\t9", "sentences\t0\n", "sentences\t-3\n", "sentences\n", "talk\t9\n"}) {
    CAPTURE(table);
    CHECK_THROWS_AS(Frequencies{table}, InputError);
  }
}

TEST_CASE("a counted table holds each content word once a sentence, and reads back") {
  const Tokenizer tokenizer(WordLists{{}, {"the"}});
  FrequencyTable counts("abc");
  CHECK(counts.begin_input("f00"));
  for (const std::string_view sentence : {"The talks, the talks!", "Talks on 5 tariffs.", "The."})
    counts.add(tokenizer(sentence));
  CHECK_FALSE(counts.begin_input("f00"));
  const std::string head = "rashomon.frequencies/1\nsettings\tabc\nleast\t";
  CHECK(counts.text() == head + "1\ninput\tf00\nsentences\t3\non\t1\ntalk\t2\ntariff\t1\n");
  CHECK(FrequencyTable::parse(counts.text(), "x").text() == counts.text());
  const std::string table = counts.text(2);
  for (const Frequencies& frequencies : {Frequencies(table), Frequencies::keeping(table)}) {
    CHECK(frequencies.sentences() == 3);
    CHECK(frequencies.count("talk") == 2);
    CHECK(frequencies.count("tariff") == 0);
  }
}

TEST_CASE("merging tables is counting all their inputs, in any grouping") {
  const Tokenizer tokenizer(WordLists{{}, {}});
  const std::vector<std::string> inputs = {"peace talks", "talks on trade", "trade and peace", "peace"};
  const auto counted = [&](std::size_t begin, std::size_t end) {
    FrequencyTable counts("abc");
    for (std::size_t k = begin; k < end; ++k) {
      counts.begin_input(inputs[k]);
      counts.add(tokenizer(inputs[k]));
    }
    return counts;
  };
  const std::string whole = counted(0, inputs.size()).text();
  for (std::size_t first = 0; first <= inputs.size(); ++first) {
    for (std::size_t second = first; second <= inputs.size(); ++second) {
      FrequencyTable tail = counted(first, second);
      tail.merge(counted(second, inputs.size()), "tail");
      FrequencyTable sum = tail;  // (b + c) + a
      sum.merge(counted(0, first), "head");
      CHECK(sum.text() == whole);
    }
  }
  FrequencyTable sum = counted(0, 2);
  CHECK_THROWS_AS(sum.merge(counted(1, 3), "x"), InputError);
  CHECK_THROWS_AS(sum.merge(FrequencyTable("abd"), "x"), InputError);
  CHECK_THROWS_AS(sum.merge(FrequencyTable::parse("sentences\t3\n", "x"), "x"), InputError);
  CHECK_THROWS_AS(sum.merge(FrequencyTable::parse(counted(2, 4).text(2), "x"), "x"), InputError);
}

}  // namespace
}  // namespace rashomon
