#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>

#include "engine/records/alignment.h"
#include "engine/scorer/judgement.h"
#include "engine/scorer/totals.h"

namespace rashomon {
namespace {

using Eigen::Index;

// All that the totals are made of.
struct Case {
  Vector left_mass;
  Vector right_mass;
  Alignment alignment;
  Judgements judgements;
};

Case empty_case(Index rows, Index columns) {
  const Matrix zero = Matrix::Zero(rows, columns);
  Case out;
  out.left_mass = Vector::Constant(rows, 1.0 / static_cast<double>(rows));
  out.right_mass = Vector::Constant(columns, 1.0 / static_cast<double>(columns));
  out.alignment = {zero, zero, zero, zero, zero, {}};
  out.judgements = {zero, zero, zero, zero.array() + 1, zero, {}, {}, {}, 0};
  return out;
}

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  double uniform() { return std::uniform_real_distribution<double>(0, 1)(engine_); }
  Index up_to(Index most) { return std::uniform_int_distribution<Index>(1, most)(engine_); }

 private:
  std::mt19937 engine_;
};

Vector random_mass(Dice& dice, Index size) {
  Vector mass = Vector::NullaryExpr(size, [&](Index) { return dice.uniform() + 0.01; });
  return mass / mass.sum();
}

// Any engine's figures: most pairs unlikely, some likely, some certain.
Case random_case(Dice& dice) {
  Case out = empty_case(dice.up_to(6), dice.up_to(6));
  out.left_mass = random_mass(dice, out.left_mass.size());
  out.right_mass = random_mass(dice, out.right_mass.size());
  for (Index k = 0; k < out.alignment.full.size(); ++k) {
    const double kind = dice.uniform();
    const double probability = kind < 0.3 ? 0 : kind < 0.4 ? 1 : std::pow(dice.uniform(), 3);
    const double full = probability * dice.uniform();
    const double agree = dice.uniform();
    const double oppose = (1 - agree) * dice.uniform();
    out.alignment.full.data()[k] = full;
    out.alignment.part.data()[k] = probability - full;
    out.alignment.cross.data()[k] = dice.uniform() < 0.5 ? 1 : 0;
    out.judgements.score.data()[k] = 2 * dice.uniform() - 1;
    out.judgements.agree.data()[k] = agree;
    out.judgements.oppose.data()[k] = oppose;
    out.judgements.reframe.data()[k] = 1 - agree - oppose;
  }
  return out;
}

Case mirrored(const Case& one) {
  Case out = one;
  std::swap(out.left_mass, out.right_mass);
  for (Matrix* m : {&out.alignment.full, &out.alignment.part, &out.alignment.cross, &out.judgements.score,
                    &out.judgements.agree, &out.judgements.reframe, &out.judgements.oppose}) {
    *m = Matrix(m->transpose());
  }
  return out;
}

Ground ground(const Case& one) { return ground_of(one.alignment, one.left_mass, one.right_mass); }
Summary totals(const Case& one, double divergence_error = 0) {
  return summarize(ground(one), one.alignment, one.judgements, divergence_error);
}

// The case with one more left statement that nothing answers, of this mass.
Case with_unanswered(const Case& one, double mass) {
  const Index rows = one.left_mass.size();
  Case out = one;
  out.left_mass.conservativeResize(rows + 1);
  out.left_mass.head(rows) *= 1 - mass;
  out.left_mass[rows] = mass;
  for (Matrix* m : {&out.alignment.full, &out.alignment.part, &out.alignment.cross, &out.judgements.score,
                    &out.judgements.agree, &out.judgements.reframe, &out.judgements.oppose}) {
    m->conservativeResize(rows + 1, Eigen::NoChange);
    m->row(rows).setZero();
  }
  return out;
}

constexpr double kNear = 1e-12;
bool near(double a, double b) { return std::abs(a - b) < kNear; }

TEST_CASE("a copy diverges by 0") {
  Case copy = empty_case(3, 3);
  copy.left_mass = copy.right_mass = Vector{{0.5, 0.3, 0.2}};
  copy.alignment.full = copy.alignment.identical = copy.judgements.score = copy.judgements.agree =
      Matrix::Identity(3, 3);
  copy.judgements.reframe = Matrix::Ones(3, 3) - copy.judgements.agree;
  const Summary summary = totals(copy);
  CHECK(summary.silence == 0);
  CHECK(summary.narrative == 0);
  CHECK(summary.position == 0);
  CHECK(summary.divergence == 0);
  CHECK(summary.tension.value() == 0);
  CHECK(summary.profiles[0].agree == 1);
}

TEST_CASE("two accounts with nothing in common diverge by 1, and their tension is unknown") {
  const Summary summary = totals(empty_case(2, 3));
  CHECK(summary.silence == 1);
  CHECK(summary.divergence == 1);
  CHECK_FALSE(summary.tension.has_value());
  CHECK(summary.profiles[0].silent == 1);
  CHECK(summary.profiles[1].silent == 1);
}

TEST_CASE("swapped accounts mirror every figure to the last bit") {
  Dice dice(1);
  for (int round = 0; round < 500; ++round) {
    CAPTURE(round);
    const Case one = random_case(dice);
    const Summary a = totals(one, 0.1);
    const Summary b = totals(mirrored(one), 0.1);
    CHECK(a.silence == b.silence);
    CHECK(a.narrative == b.narrative);
    CHECK(a.position == b.position);
    CHECK(a.divergence == b.divergence);
    CHECK(a.divergence_interval == b.divergence_interval);
    CHECK(a.tension == b.tension);
    for (const std::size_t side : {0U, 1U}) {
      CHECK(a.profiles[side].agree == b.profiles[1 - side].agree);
      CHECK(a.profiles[side].reframe == b.profiles[1 - side].reframe);
      CHECK(a.profiles[side].oppose == b.profiles[1 - side].oppose);
      CHECK(a.profiles[side].silent == b.profiles[1 - side].silent);
    }
    CHECK(ground(one).shared == Matrix(ground(mirrored(one)).shared.transpose()));
  }
}

TEST_CASE("totals stay within their ranges; divergence is their sum; profiles add up to 1") {
  Dice dice(2);
  for (int round = 0; round < 500; ++round) {
    CAPTURE(round);
    const Summary s = totals(random_case(dice), 0.2);
    for (const double total : {s.silence, s.narrative, s.position, s.divergence}) {
      CHECK(total >= 0);
      CHECK(total <= 1 + kNear);
    }
    CHECK(s.divergence == s.silence + s.narrative + s.position);
    CHECK(s.divergence_interval[0] == std::max(0.0, s.divergence - 0.2));
    CHECK(s.divergence_interval[1] == std::min(1.0, s.divergence + 0.2));
    if (s.tension) CHECK(near(*s.tension * (1 - s.silence), s.narrative + s.position));
    for (const Profile& p : s.profiles) CHECK(near(p.agree + p.reframe + p.oppose + p.silent, 1));
    CHECK(near(s.silence, 1 - (s.profiles[0].coverage() + s.profiles[1].coverage()) / 2));
  }
}

TEST_CASE("an added statement that nothing answers never lowers silence nor raises narrative or position") {
  Dice dice(3);
  for (int round = 0; round < 500; ++round) {
    CAPTURE(round);
    const Case one = random_case(dice);
    const Case left = with_unanswered(one, dice.uniform());
    const Case right = mirrored(with_unanswered(mirrored(one), dice.uniform()));
    const Summary before = totals(one);
    for (const Summary& after : {totals(left), totals(right)}) {
      CHECK(after.silence >= before.silence - kNear);
      CHECK(after.narrative <= before.narrative + kNear);
      CHECK(after.position <= before.position + kNear);
    }
  }
}

// The gold's own rule, apart from the engine's formulas: a statement is answered by its full links and half
// of its part links, at most wholly; that ground is split over its links by their share.
struct GoldTotals {
  double silence = 1;
  double narrative = 0;
  double position = 0;
};

GoldTotals gold_totals(const Case& gold) {
  const auto& [left_mass, right_mass, alignment, judgements] = gold;
  const auto share = [&](Index i, Index j) {
    return alignment.full(i, j) == 1 ? 1.0 : alignment.part(i, j) == 1 ? 0.5 : 0.0;
  };
  GoldTotals out;
  for (Index i = 0; i < left_mass.size(); ++i) {
    for (Index j = 0; j < right_mass.size(); ++j) {
      if (share(i, j) == 0) continue;
      double of_left = 0;
      double of_right = 0;
      for (Index k = 0; k < right_mass.size(); ++k) of_left += share(i, k);
      for (Index k = 0; k < left_mass.size(); ++k) of_right += share(k, j);
      const double shared = (left_mass[i] * std::min(1.0, of_left) * share(i, j) / of_left +
                             right_mass[j] * std::min(1.0, of_right) * share(i, j) / of_right) /
                            2;
      out.silence -= shared;
      (alignment.cross(i, j) == 1 ? out.position : out.narrative) +=
          shared * (1 - judgements.score(i, j)) / 2;
    }
  }
  return out;
}

TEST_CASE("an engine that is sure and right has the totals of the gold") {
  Dice dice(4);
  for (int round = 0; round < 500; ++round) {
    CAPTURE(round);
    Case sure = random_case(dice);
    for (Index k = 0; k < sure.alignment.full.size(); ++k) {
      const double kind = dice.uniform();
      sure.alignment.full.data()[k] = kind < 0.2 ? 1 : 0;
      sure.alignment.part.data()[k] = kind >= 0.2 && kind < 0.5 ? 1 : 0;
    }
    const Summary summary = totals(sure);
    const GoldTotals gold = gold_totals(sure);
    CHECK(near(summary.silence, gold.silence));
    CHECK(near(summary.narrative, gold.narrative));
    CHECK(near(summary.position, gold.position));
  }
}

// Expectation over every outcome of a row's links (none, part, full) of what the gold's rule says.
double answered_by_enumeration(const Matrix& full, const Matrix& part, Index row, Index column = 0,
                               double answered = 0) {
  if (column == full.cols()) return std::min(1.0, answered);
  const double f = full(row, column);
  const double h = part(row, column);
  return f * answered_by_enumeration(full, part, row, column + 1, answered + 1) +
         h * answered_by_enumeration(full, part, row, column + 1, answered + 0.5) +
         (1 - f - h) * answered_by_enumeration(full, part, row, column + 1, answered);
}

TEST_CASE("how far a statement is answered is the mean over every outcome of its links") {
  Dice dice(5);
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    const Case one = random_case(dice);
    const Ground g = ground(one);
    const Case other = mirrored(one);
    for (Index i = 0; i < one.left_mass.size(); ++i) {
      CHECK(near(g.left_answered[i], answered_by_enumeration(one.alignment.full, one.alignment.part, i)));
    }
    for (Index j = 0; j < one.right_mass.size(); ++j) {
      CHECK(
          near(g.right_answered[j], answered_by_enumeration(other.alignment.full, other.alignment.part, j)));
    }
  }
}

// By hand: left statements of mass 0.6 and 0.4, one right statement. The first is its full link (score 0,
// each side's own position), the second nothing. Shared ground: (0.6 + 1) / 2 = 0.8; position: 0.8 (1 - 0) /
// 2 = 0.4.
TEST_CASE("one link by hand") {
  Case one = empty_case(2, 1);
  one.left_mass = Vector{{0.6, 0.4}};
  one.alignment.full(0, 0) = 1;
  one.alignment.cross(0, 0) = 1;
  const Summary summary = totals(one);
  CHECK(near(summary.silence, 0.2));
  CHECK(near(summary.position, 0.4));
  CHECK(summary.narrative == 0);
  CHECK(near(summary.divergence, 0.6));
  CHECK(near(summary.tension.value(), 0.5));
  CHECK(near(summary.profiles[0].silent, 0.4));
  CHECK(near(summary.profiles[1].silent, 0));
}

}  // namespace
}  // namespace rashomon
