#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/aligner/overlap.h"
#include "engine/aligner/soft_containment.h"
#include "engine/records/error.h"
#include "engine/vectorizer/cooccurrence.h"
#include "engine/vectorizer/likeness.h"
#include "engine/vectorizer/randomised_svd.h"
#include "engine/vectorizer/stem_vectors.h"
#include "engine/vectorizer/vectorizer.h"
#include "engine/vectorizer/word_vectors.h"

namespace rashomon {
namespace {

// Each letter but the blanks is a word.
std::vector<Token> words(std::string_view letters) {
  std::vector<Token> out;
  for (const char letter : letters) {
    if (letter == ' ') continue;
    Token token;
    token.surface = token.form = token.stem = std::string(1, letter);
    token.stop = letter == '-';
    if (letter >= '0' && letter <= '9') token.kind = TokenKind::number;
    out.push_back(token);
  }
  return out;
}

Eigen::MatrixXd ppmi_of(std::initializer_list<std::string_view> sentences,
                        const CooccurrenceOptions& options) {
  Cooccurrences counts;
  for (const std::string_view sentence : sentences) counts.add(words(sentence));
  return Eigen::MatrixXf(counts.ppmi(options).values).cast<double>();
}

CooccurrenceOptions plain(std::size_t window) { return {window, 1, 100, 1}; }

TEST_CASE("PPMI by hand: a and b stand together twice, c and d once") {
  // n(a) = n(b) = 2, n(c) = n(d) = 1, S = 6: ln(2 6 / (2 2)) = ln 3 and ln(1 6 / (1 1)) = ln 6.
  Eigen::MatrixXd expected = Eigen::MatrixXd::Zero(4, 4);
  expected(0, 1) = expected(1, 0) = std::log(3);
  expected(2, 3) = expected(3, 2) = std::log(6);
  CHECK(ppmi_of({"a b", "b a", "d c"}, plain(5)).isApprox(expected, 1e-6));

  // Smoothed by 3/4: S = 2 2^.75 + 2; ln(2 S / (2 2^.75)) and ln S.
  CooccurrenceOptions smoothed = plain(5);
  smoothed.smoothing = 0.75;
  const double sum = 2 * std::pow(2, 0.75) + 2;
  expected(0, 1) = expected(1, 0) = std::log(sum / std::pow(2, 0.75));
  expected(2, 3) = expected(3, 2) = std::log(sum);
  CHECK(ppmi_of({"a b", "b a", "d c"}, smoothed).isApprox(expected, 1e-6));
}

TEST_CASE("PPMI by hand: the farther a neighbour, the less it counts; none beyond window and sentence") {
  // Window 2: n(a, b) = n(b, c) = 1, n(a, c) = 1/2; n(a) = n(c) = 3/2, n(b) = 2, S = 5.
  const Eigen::MatrixXd near = ppmi_of({"a b c"}, plain(2));
  CHECK(near(0, 1) == doctest::Approx(std::log(5.0 / 3)));
  CHECK(near(0, 2) == doctest::Approx(std::log(2.5 / 2.25)));
  CHECK(near.isApprox(near.transpose(), 1e-6));
  CHECK(ppmi_of({"a b c"}, plain(1))(0, 2) == 0);
  CHECK(ppmi_of({"a", "b"}, plain(5)).isZero(0));
}

TEST_CASE("stop words and numbers are passed over, rare words keep their place") {
  Cooccurrences counts;
  for (const std::string_view sentence : {"a - b", "b 7 a", "a x c", "c a"}) counts.add(words(sentence));
  CooccurrenceOptions options = plain(1);
  CHECK(counts.ppmi(options).stems == std::vector<std::string>{"a", "b", "c", "x"});
  options.least = 2;
  const Ppmi ppmi = counts.ppmi(options);
  CHECK(ppmi.stems == std::vector<std::string>{"a", "b", "c"});
  // n(a, b) = 2, n(a, c) = 1 (not through x): n(a) = 3, n(b) = 2, n(c) = 1, S = 6.
  CHECK(ppmi.values.coeff(0, 1) == doctest::Approx(std::log(2.0)));
  CHECK(ppmi.values.coeff(0, 2) == doctest::Approx(std::log(2.0)));
  options.stems = 1;
  CHECK(counts.ppmi(options).stems == std::vector<std::string>{"a"});
}

TEST_CASE("the singular values of the PPMI matrix by hand") {
  Cooccurrences counts;
  for (const std::string_view sentence : {"a b", "b a", "d c"}) counts.add(words(sentence));
  const Ppmi ppmi = counts.ppmi(plain(5));
  const Svd svd = randomised_svd(ppmi.values, {4, 16, 3, 1});
  const Eigen::Vector4f expected(std::log(6.0F), std::log(6.0F), std::log(3.0F), std::log(3.0F));
  CHECK(svd.singular.isApprox(expected, 1e-5F));
  CHECK((svd.left.transpose() * svd.left).isIdentity(1e-5F));
  const Eigen::MatrixXf a = ppmi.values;
  const Eigen::MatrixXf squared =
      svd.left * svd.singular.array().square().matrix().asDiagonal() * svd.left.transpose();
  CHECK(squared.isApprox(a * a.transpose(), 1e-5F));
}

TEST_CASE("randomised SVD finds the greatest singular values of a diagonal, and again the same bits") {
  SparseFloats diagonal(200, 200);
  for (Eigen::Index k = 0; k < 200; ++k) diagonal.insert(k, k) = static_cast<float>(200 - k);
  const Svd svd = randomised_svd(diagonal, {5, 16, 8, 1});
  for (Eigen::Index k = 0; k < 5; ++k) {
    CAPTURE(k);
    CHECK(svd.singular[k] == doctest::Approx(200 - static_cast<double>(k)).epsilon(0.01));
  }
  CHECK(svd.left == randomised_svd(diagonal, {5, 16, 8, 1}).left);
}

TEST_CASE("a table gives back every vector but for its last digits, and finds every stem and no other") {
  const std::vector<std::string> stems = {"a", "ab", "b", "talk", "talks", "\u00e9"};
  for (std::size_t size = 0; size <= stems.size(); ++size) {
    CAPTURE(size);
    StemVectors vectors{{stems.begin(), stems.begin() + static_cast<std::ptrdiff_t>(size)},
                        Eigen::MatrixXf(static_cast<Eigen::Index>(size), 3)};
    for (Eigen::Index k = 0; k < vectors.rows.rows(); ++k) {
      const auto x = static_cast<float>(k);
      vectors.rows.row(k) << 1 + x, -2 * x, 0.3F;
    }
    const std::string bytes = vector_table(vectors);
    const WordVectors table(bytes);
    REQUIRE(table.size() == size);
    CHECK(table.dimensions() == 3);
    for (std::size_t k = 0; k < size; ++k) {
      CAPTURE(stems[k]);
      REQUIRE(table.find(stems[k]) == k);
      CHECK(table.stem(k) == stems[k]);
      CHECK(table.cosine(k, k) == doctest::Approx(1));
      const Eigen::VectorXf row = vectors.rows.row(static_cast<Eigen::Index>(k)).normalized();
      for (std::size_t d = 0; d < 3; ++d) {
        const float value = static_cast<float>(table.components(k)[d]) * table.scale(k);
        CHECK(std::abs(value - row[static_cast<Eigen::Index>(d)]) < 0.01F);
      }
    }
    for (const std::string_view unknown : {"", "A", "aa", "tal", "talking", "\u00ff"}) {
      CAPTURE(unknown);
      CHECK_FALSE(table.find(unknown));
    }
  }
  CHECK_FALSE(WordVectors().find("a"));
}

TEST_CASE("cosines of 8 bits are the same either way round; a vector of zeros is left out") {
  const std::string bytes =
      vector_table({{"a", "b", "c", "o"}, Eigen::MatrixXf{{1, 0}, {3, 3}, {-2, 0}, {0, 0}}});
  const WordVectors table(bytes);
  CHECK(table.size() == 3);
  CHECK(table.cosine(0, 1) == doctest::Approx(std::sqrt(0.5)));
  CHECK(table.cosine(0, 2) == doctest::Approx(-1));
  CHECK(table.cosine(1, 0) == table.cosine(0, 1));
}

TEST_CASE("what is no table is refused") {
  const std::string whole = vector_table({{"a", "b"}, Eigen::MatrixXf{{1, 0}, {0, 1}}});
  CHECK(WordVectors(whole).size() == 2);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(WordVectors(std::string_view(whole).substr(0, size)), InputError);
  }
  CHECK_THROWS_AS(WordVectors(whole + "x"), InputError);
}

TEST_CASE("the built-in table holds the words of diplomacy") {
  const WordVectors table = WordVectors::builtin();
  const Lexicons lexicons = Lexicons::builtin();
  const auto place = [&](std::string_view word) {
    const auto found = table.find(lexicons.tokenize(word).front().stem);
    CAPTURE(word);
    REQUIRE(found);
    return *found;
  };
  CHECK(table.cosine(place("fentanyl"), place("narcotics")) >
        table.cosine(place("fentanyl"), place("submarine")));
  CHECK(table.cosine(place("talks"), place("negotiations")) > table.cosine(place("talks"), place("missile")));
}

TEST_CASE("word2vec text: words with one stem are one vector, the commoner one counts for more") {
  const Lexicons lexicons = Lexicons::builtin();
  const StemVectors vectors =
      read_word2vec("4 2\ntariff 1 0\nthe 9 9\nTariffs 0 3\nmissile 0.5 -1 \n", "v.txt", lexicons);
  CHECK(vectors.stems == std::vector<std::string>{"missil", "tariff"});
  CHECK(vectors.rows.isApprox(Eigen::MatrixXf{{0.5F, -1}, {0.75F, 0.75F}}));  // weights 1 and 1/3
  for (const std::string_view bad : {"", "x", "1 2\ntariff 1\n", "1 2\ntariff 1 2 3\n", "1 2\ntariff 1 x\n",
                                     "1 2\ntariff 1 nan\n", "1 0\n"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(read_word2vec(bad, "v.txt", lexicons), InputError);
  }
}

TEST_CASE("joined vectors keep the mean of both cosines") {
  const StemVectors a{{"a", "b"}, Eigen::MatrixXf{{2, 0}, {0, 3}}};               // cosine 0
  const StemVectors b{{"a", "b", "c"}, Eigen::MatrixXf{{1, 0}, {5, 0}, {0, 1}}};  // cosine 1
  const StemVectors both = join(a, b, 3);
  CHECK(both.stems == a.stems);
  const Eigen::MatrixXf products = both.rows * both.rows.transpose();
  CHECK(products.isApprox(Eigen::MatrixXf{{2, 1}, {1, 2}}, 1e-5F));
}

// Left "a b", "b c d"; right "a", "c x", "y". b and x are near, y has no vector.
using Words = std::vector<std::vector<std::string>>;
const Words kLeft = {{"a", "b"}, {"b", "c", "d"}};
const Words kRight = {{"a"}, {"c", "x"}, {"y"}};

PairVectors vectors_of(const Words& left, const Words& right) {
  Vocabulary vocabulary;
  const auto numbers = [&](const Words& words) {
    std::vector<Terms> out;
    for (const auto& statement : words) {
      out.emplace_back();
      for (const std::string& word : statement) out.back().push_back(vocabulary.add(word));
    }
    return out;
  };
  const std::vector<Terms> left_terms = numbers(left);
  return vectorize_pair(vocabulary, left_terms, numbers(right), {});
}

WordVectors table() {
  return WordVectors::parse(
      vector_table({{"a", "b", "c", "d", "x"},
                    Eigen::MatrixXf{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 1, 1}, {0, 1, 0.3F}}}),
      "table", Lexicons::builtin());
}

TEST_CASE("soft containment by hand") {
  const PairVectors stems = vectors_of(kLeft, kRight);
  SparseRows likeness(stems.idf.size(), stems.idf.size());  // a b c d x y
  likeness.insert(0, 0) = 1;
  likeness.insert(1, 4) = 0.5;
  likeness.insert(2, 2) = 1;
  const SoftContainment soft = soft_containment(stems, likeness);
  const Vector& idf = stems.idf;
  // "a b" in "c x": b is half there. "c x" in "a b": x is half there.
  const double forth = 0.5 * idf[1] / (idf[0] + idf[1]);
  const double back = 0.5 * idf[4] / (idf[2] + idf[4]);
  CHECK(soft.least(0, 1) == doctest::Approx(std::min(forth, back)));
  CHECK(soft.most(0, 1) == doctest::Approx(std::max(forth, back)));
  CHECK(soft.most(0, 0) == doctest::Approx(1));
  CHECK(soft.least(1, 2) == 0);
}

TEST_CASE(
    "soft containment lies within 0 .. 1, is above containment and transposed where accounts are swapped") {
  const WordVectors vectors = table();
  const PairVectors stems = vectors_of(kLeft, kRight);
  const PairVectors swapped = vectors_of(kRight, kLeft);
  const SparseRows near = likeness(stems, vectors, 0.45);
  const SparseRows back = likeness(swapped, vectors, 0.45);
  CHECK(Matrix(near) == Matrix(Matrix(back).transpose()));
  CHECK(near.coeff(1, 4) == doctest::Approx(1 / std::sqrt(1.09)).epsilon(0.01));
  CHECK(near.coeff(3, 2) == doctest::Approx(std::sqrt(0.5)));
  CHECK(near.coeff(1, 2) == 0);

  const SoftContainment soft = soft_containment(stems, near);
  const SoftContainment other = soft_containment(swapped, back);
  CHECK(soft.least == Matrix(other.least.transpose()));
  CHECK(soft.most == Matrix(other.most.transpose()));
  const Overlap shared = overlap(stems);
  CHECK((soft.least.array() >= shared.least_containment.array()).all());
  CHECK((soft.most.array() <= 1).all());
  CHECK(soft.most(1, 1) > shared.most_containment(1, 1));

  const Meanings forth = meanings(stems, vectors);
  const Meanings mirror = meanings(swapped, vectors);
  CHECK(forth.left == mirror.right);
  CHECK(forth.right == mirror.left);
  CHECK(row_cosines(forth.left, forth.right) == Matrix(row_cosines(mirror.left, mirror.right).transpose()));
  CHECK(forth.right.row(2).isZero(0));  // "y" is unknown
}

TEST_CASE("without vectors soft containment is containment") {
  const PairVectors stems = vectors_of(kLeft, kRight);
  const SoftContainment soft = soft_containment(stems, likeness(stems, WordVectors(), 0.45));
  const Overlap shared = overlap(stems);
  CHECK(soft.least.isApprox(shared.least_containment));
  CHECK(soft.most.isApprox(shared.most_containment));
  const Meanings none = meanings(stems, WordVectors());
  CHECK(row_cosines(none.left, none.right) == Matrix::Zero(2, 3));
}

}  // namespace
}  // namespace rashomon
