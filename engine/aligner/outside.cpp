#include "engine/aligner/outside.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "engine/aligner/standing.h"
#include "engine/model/ensemble.h"

namespace rashomon {
namespace {

constexpr double kRounding = 1e-6;  // of the greatest score: float32 embeddings tell no more

// In order of size, so that it is the same for swapped accounts.
double mean_of(const Matrix& values) {
  std::vector<double> sorted(values.data(), values.data() + values.size());
  std::sort(sorted.begin(), sorted.end());
  return std::accumulate(sorted.begin(), sorted.end(), 0.0) / static_cast<double>(sorted.size());
}

// What a pair has beyond what its two statements have with all others: negative parts are 0.
Matrix beyond_common(const Matrix& scores) {
  Vector rows(scores.rows());
  Vector columns(scores.cols());
  for (Eigen::Index i = 0; i < scores.rows(); ++i) rows[i] = mean_of(scores.row(i));
  for (Eigen::Index j = 0; j < scores.cols(); ++j) columns[j] = mean_of(scores.col(j));
  const double all = mean_of(scores);
  const double rounding = kRounding * scores.cwiseAbs().maxCoeff();
  Matrix out(scores.rows(), scores.cols());
  for (Eigen::Index i = 0; i < scores.rows(); ++i) {
    for (Eigen::Index j = 0; j < scores.cols(); ++j) {
      const double beyond = scores(i, j) - (rows[i] + columns[j]) + all;
      out(i, j) = beyond > rounding ? beyond : 0;
    }
  }
  return out;
}

}  // namespace

Matrix outside_standing(const Matrix& scores) {
  const Matrix competition = standing(beyond_common(scores)).competition;
  const Matrix apart = competition.array() - mean_of(competition);
  const double deviation = std::sqrt(mean_of(apart.cwiseProduct(apart)));
  return deviation > 0 ? Matrix(apart / deviation) : Matrix(Matrix::Zero(scores.rows(), scores.cols()));
}

Matrix join_outside(const Matrix& probabilities, const Matrix& standing, const OutsideModel& model) {
  return probabilities.binaryExpr(standing, [&](double p, double z) {
    return logistic(model.slope * logit(p) + model.weight * z + model.offset);
  });
}

}  // namespace rashomon
