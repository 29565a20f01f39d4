#include "engine/scorer/totals.h"

#include <algorithm>

namespace rashomon {
namespace {

using Eigen::Index;

// How far each row's statement is answered: P0 that nothing answers it, P1 that one partial link alone does.
Vector answered_rows(const Matrix& full, const Matrix& part) {
  Vector answered(full.rows());
  for (Index i = 0; i < full.rows(); ++i) {
    double p0 = 1;
    double p1 = 0;  // sum over j of h_ij prod over k != j of (1 - p_ik), built up link by link
    for (Index j = 0; j < full.cols(); ++j) {
      const double none = 1 - (full(i, j) + part(i, j));
      p1 = p1 * none + p0 * part(i, j);
      p0 *= none;
    }
    answered[i] = std::clamp(1 - p0 - p1 / 2, 0.0, 1.0);
  }
  return answered;
}

// What of each row's mass its pairs answer, split by their share w.
Matrix split_rows(const Matrix& share, const Vector& mass, const Vector& answered) {
  Matrix out = Matrix::Zero(share.rows(), share.cols());
  for (Index i = 0; i < share.rows(); ++i) {
    double sum = 0;
    for (Index j = 0; j < share.cols(); ++j) sum += share(i, j);
    if (sum > 0) out.row(i) = share.row(i) * (mass[i] * answered[i] / sum);
  }
  return out;
}

// What sums of hundreds of masses may lack of 1, or have beyond it.
constexpr double kRounding = 1e-12;

// Sums row by row and column by column, and takes the mean: the same whichever side comes first, to the last
// bit.
double symmetric_sum(const Matrix& values) {
  double by_rows = 0;
  for (Index i = 0; i < values.rows(); ++i) {
    double row = 0;
    for (Index j = 0; j < values.cols(); ++j) row += values(i, j);
    by_rows += row;
  }
  double by_columns = 0;
  for (Index j = 0; j < values.cols(); ++j) {
    double column = 0;
    for (Index i = 0; i < values.rows(); ++i) column += values(i, j);
    by_columns += column;
  }
  return (by_rows + by_columns) / 2;
}

Profile profile_of(const Matrix& share, const Judgements& judgements) {
  Profile profile;
  profile.agree = symmetric_sum(share.cwiseProduct(judgements.agree));
  profile.reframe = symmetric_sum(share.cwiseProduct(judgements.reframe));
  profile.oppose = symmetric_sum(share.cwiseProduct(judgements.oppose));
  const double coverage = profile.coverage();
  if (coverage > 1 - kRounding) {  // the parts of a whole add up to it
    for (double* part : {&profile.agree, &profile.reframe, &profile.oppose})
      *part = std::min(1.0, *part / coverage);
    return profile;
  }
  profile.silent = 1 - coverage;
  return profile;
}

}  // namespace

Ground ground_of(const Alignment& alignment, const Vector& left_mass, const Vector& right_mass) {
  Ground ground;
  const Matrix share = alignment.full + alignment.part / 2;
  const Matrix full = alignment.full.transpose();
  const Matrix part = alignment.part.transpose();
  ground.left_answered = answered_rows(alignment.full, alignment.part);
  ground.right_answered = answered_rows(full, part);
  ground.left_share = split_rows(share, left_mass, ground.left_answered);
  ground.right_share = split_rows(share.transpose(), right_mass, ground.right_answered).transpose();
  ground.shared = (ground.left_share + ground.right_share) / 2;
  return ground;
}

Summary summarize(const Ground& ground, const Alignment& alignment, const Judgements& judgements,
                  double divergence_error) {
  const Matrix clash = ground.shared.array() * (1 - judgements.score.array()) / 2;
  const Matrix cross = clash.cwiseProduct(alignment.cross);
  Summary summary;
  const double silence = std::clamp(1 - symmetric_sum(ground.shared), 0.0, 1.0);
  summary.silence = silence < kRounding ? 0 : silence;
  summary.position = symmetric_sum(cross);
  summary.narrative = symmetric_sum(clash - cross);
  summary.divergence = summary.silence + summary.narrative + summary.position;
  summary.divergence_interval = {std::max(0.0, summary.divergence - divergence_error),
                                 std::min(1.0, summary.divergence + divergence_error)};
  if (summary.silence < 1) summary.tension = (summary.narrative + summary.position) / (1 - summary.silence);
  summary.profiles = {profile_of(ground.left_share, judgements), profile_of(ground.right_share, judgements)};
  return summary;
}

}  // namespace rashomon
