#include "engine/aligner/overlap.h"

#include <algorithm>

namespace rashomon {
namespace {

using Columns = Eigen::SparseMatrix<double, Eigen::ColMajor>;

Vector idf_sums(const SparseRows& rows, const Vector& idf) {
  Vector sums = Vector::Zero(rows.rows());
  for (Eigen::Index s = 0; s < rows.rows(); ++s) {
    for (SparseRows::InnerIterator at(rows, s); at; ++at) sums[s] += idf[at.col()];
  }
  return sums;
}

}  // namespace

Matrix cosines(const PairVectors& vectors) {
  const SparseRows product = vectors.left * SparseRows(vectors.right.transpose());
  return Matrix(product).cwiseMin(1.0);
}

Overlap overlap(const PairVectors& vectors) {
  const Eigen::Index rows = vectors.left.rows();
  const Eigen::Index columns = vectors.right.rows();
  const Columns left(vectors.left);
  const Columns right(vectors.right);
  Overlap out;
  out.count = out.weight = out.rarest = Matrix::Zero(rows, columns);
  for (Eigen::Index term = 0; term < vectors.idf.size(); ++term) {
    const double idf = vectors.idf[term];
    for (Columns::InnerIterator i(left, term); i; ++i) {
      for (Columns::InnerIterator j(right, term); j; ++j) {
        out.count(i.row(), j.row()) += 1;
        out.weight(i.row(), j.row()) += idf;
        double& rarest = out.rarest(i.row(), j.row());
        rarest = std::max(rarest, idf);
      }
    }
  }
  const Vector left_sums = idf_sums(vectors.left, vectors.idf);
  const Vector right_sums = idf_sums(vectors.right, vectors.idf);
  out.least_containment = out.most_containment = Matrix::Zero(rows, columns);
  for (Eigen::Index i = 0; i < rows; ++i) {
    for (Eigen::Index j = 0; j < columns; ++j) {
      const double weight = out.weight(i, j);
      if (weight == 0) continue;
      out.least_containment(i, j) = weight / std::max(left_sums[i], right_sums[j]);
      out.most_containment(i, j) = weight / std::min(left_sums[i], right_sums[j]);
    }
  }
  return out;
}

}  // namespace rashomon
