#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "engine/aligner/outside.h"
#include "engine/aligner/overlap.h"
#include "engine/aligner/standing.h"
#include "engine/vectorizer/vectorizer.h"

namespace rashomon {
namespace {

// Two statements against three.
const Matrix kSimilarities{{0.8, 0.4, 0.4}, {0.2, 0.0, 0.1}};

TEST_CASE("standing by hand: ratio, rank and margin in the row and in the column") {
  const Standing s = standing(kSimilarities);
  CHECK(s.row_ratio.isApprox(Matrix{{1, 0.5, 0.5}, {1, 0, 0.5}}));
  CHECK(s.column_ratio.isApprox(Matrix{{1, 1, 1}, {0.25, 0, 0.25}}));
  CHECK(s.row_rank.isApprox(Matrix{{0, 1.0 / 3, 1.0 / 3}, {0, 2.0 / 3, 1.0 / 3}}));
  CHECK(s.column_rank.isApprox(Matrix{{0, 0, 0}, {0.5, 0.5, 0.5}}));
  CHECK(s.row_margin.isApprox(Matrix{{0.4, -0.4, -0.4}, {0.1, -0.2, -0.1}}));
  CHECK(s.column_margin.isApprox(Matrix{{0.6, 0.4, 0.3}, {-0.6, -0.4, -0.3}}));
  CHECK(s.competition.isApprox(
      Matrix{{0.8, 0.4 * std::sqrt(0.5), 0.4 * std::sqrt(0.5)}, {0.2 * 0.5, 0, 0.1 * std::sqrt(0.125)}}));
}

TEST_CASE("standing: the best of a row twice has no margin, the only one of a row neither") {
  CHECK(standing(Matrix{{0.5, 0.5}}).row_margin == Matrix{{0, 0}});
  const Standing one = standing(Matrix{{0.7}});
  CHECK(one.row_margin == Matrix{{0}});
  CHECK(one.row_ratio == Matrix{{1}});
  CHECK(one.row_rank == Matrix{{0}});
}

TEST_CASE("standing: where nothing is similar all is 0") {
  const Standing s = standing(Matrix::Zero(2, 2));
  for (const Matrix* m : {&s.row_ratio, &s.column_ratio, &s.competition, &s.row_rank, &s.column_rank,
                          &s.row_margin, &s.column_margin}) {
    CHECK(*m == Matrix::Zero(2, 2));
  }
}

TEST_CASE("standing of swapped accounts is transposed, to the last bit") {
  const Standing a = standing(kSimilarities);
  const Standing b = standing(kSimilarities.transpose());
  CHECK(a.row_ratio == Matrix(b.column_ratio.transpose()));
  CHECK(a.column_rank == Matrix(b.row_rank.transpose()));
  CHECK(a.row_margin == Matrix(b.column_margin.transpose()));
  CHECK(a.competition == Matrix(b.competition.transpose()));
}

TEST_CASE("a score from outside by hand: beyond its row and column, in competition, standardised") {
  // Means of rows 0.5 and 0.25, of columns the same, of all 0.375: the diagonal has 0.125 beyond them, the
  // rest -0.125, which counts as 0; the diagonal competes with nothing.
  CHECK(outside_standing(Matrix{{0.75, 0.25}, {0.25, 0.25}}).isApprox(Matrix{{1, -1}, {-1, 1}}));
}

TEST_CASE("a score from outside: its scale does not matter, and swapped accounts are transposed") {
  const Matrix scores{{0.8, 0.1, 0.4}, {0.2, -0.3, 0.7}};
  CHECK(outside_standing(scores).isApprox(outside_standing(scores * 40 + Matrix::Constant(2, 3, 5)), 1e-9));
  CHECK(outside_standing(scores) == Matrix(outside_standing(scores.transpose()).transpose()));
  CHECK(outside_standing(Matrix::Constant(2, 3, 0.5)) == Matrix::Zero(2, 3));
}

TEST_CASE("neighbours by hand, those outside counted as 0") {
  const Matrix s{{1, 2, 3}, {4, 5, 6}};
  CHECK(diagonal_neighbours(s) == Matrix{{2.5, 3, 0}, {0, 0.5, 1}});
  CHECK(cross_neighbours(s) == Matrix{{1.5, 2.25, 2}, {1.5, 3, 2}});
}

// Terms "a" (idf 1), "b" (idf 2), "c" (idf 4): left "a b", "c"; right "b c", "a". Rows of length 1.
PairVectors three_terms() {
  PairVectors vectors;
  const double half = std::sqrt(0.5);
  vectors.left = Matrix{{half, half, 0}, {0, 0, 1}}.sparseView();
  vectors.right = Matrix{{0, 0.6, 0.8}, {1, 0, 0}}.sparseView();
  vectors.terms = {"a", "b", "c"};
  vectors.idf = Vector{{1, 2, 4}};
  return vectors;
}

TEST_CASE("cosines by hand") {
  const double half = std::sqrt(0.5);
  CHECK(cosines(three_terms()).isApprox(Matrix{{0.6 * half, half}, {0.8, 0}}));
}

TEST_CASE("overlap by hand: number, weight and rarest of the shared terms, containment in both") {
  const Overlap shared = overlap(three_terms());
  CHECK(shared.count == Matrix{{1, 1}, {1, 0}});
  CHECK(shared.weight == Matrix{{2, 1}, {4, 0}});
  CHECK(shared.rarest == Matrix{{2, 1}, {4, 0}});
  // sums of idf: left 3 and 4, right 6 and 1
  CHECK(shared.least_containment.isApprox(Matrix{{2.0 / 6, 1.0 / 3}, {4.0 / 6, 0}}));
  CHECK(shared.most_containment.isApprox(Matrix{{2.0 / 3, 1}, {1, 0}}));
}

TEST_CASE("a statement is like itself, and wholly contained in itself") {
  Vocabulary vocabulary;
  const TermId peace = vocabulary.add("peace");
  const TermId talks = vocabulary.add("talks");
  const std::vector<Terms> statements = {{peace, talks, talks}, {vocabulary.add("tariffs")}};
  const PairVectors vectors = vectorize_pair(vocabulary, statements, statements, {});
  CHECK(cosines(vectors).isApprox(Matrix::Identity(2, 2)));
  CHECK(overlap(vectors).least_containment == Matrix::Identity(2, 2));
}

}  // namespace
}  // namespace rashomon
