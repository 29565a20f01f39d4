#include "engine/aligner/soft_containment.h"

#include <algorithm>
#include <vector>

namespace rashomon {
namespace {

using Eigen::Index;
using Columns = Eigen::SparseMatrix<double, Eigen::ColMajor>;

// How far each statement of `rows` is contained in each of `others`.
Matrix contained(const SparseRows& rows, const SparseRows& others, const Vector& idf,
                 const SparseRows& likeness) {
  const Columns statements_of(rows);
  const Columns others_of(others);
  Matrix weight = Matrix::Zero(rows.rows(), others.rows());
  Vector total = Vector::Zero(rows.rows());
  std::vector<double> best(static_cast<std::size_t>(others.rows()));
  for (Index term = 0; term < idf.size(); ++term) {
    if (statements_of.col(term).nonZeros() == 0) continue;
    std::fill(best.begin(), best.end(), 0);
    for (SparseRows::InnerIterator near(likeness, term); near; ++near) {
      for (Columns::InnerIterator j(others_of, near.col()); j; ++j) {
        double& nearest = best[static_cast<std::size_t>(j.row())];
        nearest = std::max(nearest, near.value());
      }
    }
    for (Columns::InnerIterator i(statements_of, term); i; ++i) {
      total[i.row()] += idf[term];
      for (Index j = 0; j < weight.cols(); ++j) {
        weight(i.row(), j) += idf[term] * best[static_cast<std::size_t>(j)];
      }
    }
  }
  for (Index i = 0; i < weight.rows(); ++i) {
    if (total[i] > 0) weight.row(i) /= total[i];
  }
  return weight;
}

}  // namespace

SoftContainment soft_containment(const PairVectors& stems, const SparseRows& likeness) {
  const Matrix left = contained(stems.left, stems.right, stems.idf, likeness);
  const Matrix right =
      contained(stems.right, stems.left, stems.idf, SparseRows(likeness.transpose())).transpose();
  return {left.cwiseMin(right), left.cwiseMax(right)};
}

Matrix row_cosines(const Matrix& left, const Matrix& right) {
  Matrix out(left.rows(), right.rows());
  for (Index i = 0; i < left.rows(); ++i) {
    for (Index j = 0; j < right.rows(); ++j) {
      double sum = 0;
      for (Index d = 0; d < left.cols(); ++d) sum += left(i, d) * right(j, d);
      out(i, j) = std::clamp(sum, 0.0, 1.0);
    }
  }
  return out;
}

}  // namespace rashomon
