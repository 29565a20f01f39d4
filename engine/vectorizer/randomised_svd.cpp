#include "engine/vectorizer/randomised_svd.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>
#include <random>

namespace rashomon {
namespace {

using Eigen::Index;
using Block = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Row by row, so that the block's rows are read whole.
Block times(const SparseFloats& a, const Block& x) {
  Block out = Block::Zero(a.rows(), x.cols());
  for (Index i = 0; i < a.rows(); ++i) {
    for (SparseFloats::InnerIterator at(a, i); at; ++at) out.row(i) += at.value() * x.row(at.col());
  }
  return out;
}

Block transposed_times(const SparseFloats& a, const Block& x) {
  Block out = Block::Zero(a.cols(), x.cols());
  for (Index i = 0; i < a.rows(); ++i) {
    for (SparseFloats::InnerIterator at(a, i); at; ++at) out.row(at.col()) += at.value() * x.row(i);
  }
  return out;
}

Block orthonormal(const Block& x) {
  const Eigen::MatrixXf columns = x;
  const Eigen::HouseholderQR<Eigen::MatrixXf> qr(columns);
  return qr.householderQ() * Eigen::MatrixXf::Identity(x.rows(), std::min(x.rows(), x.cols()));
}

// +1 and -1: as good as Gaussian numbers here, and the same with every standard library.
Block random_signs(Index rows, Index columns, std::uint64_t seed) {
  std::mt19937_64 bits(seed);
  Block out(rows, columns);
  for (Index i = 0; i < rows; ++i) {
    for (Index j = 0; j < columns; ++j) out(i, j) = (bits() >> 63) != 0 ? 1.0F : -1.0F;
  }
  return out;
}

}  // namespace

Svd randomised_svd(const SparseFloats& matrix, const SvdOptions& options) {
  const Index most = std::min(matrix.rows(), matrix.cols());
  const Index size = std::min<Index>(static_cast<Index>(options.rank + options.oversampling), most);
  Block q = orthonormal(times(matrix, random_signs(matrix.cols(), size, options.seed)));
  for (std::size_t k = 0; k < options.iterations; ++k) {
    q = orthonormal(times(matrix, orthonormal(transposed_times(matrix, q))));
  }
  const Block b = transposed_times(matrix, q);  // columns of the matrix x size: its transpose is Q^T A
  const Eigen::MatrixXd gram = (b.transpose() * b).cast<double>();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(gram);
  const Index rank = std::min<Index>(static_cast<Index>(options.rank), size);
  Svd out{Eigen::MatrixXf(matrix.rows(), rank), Eigen::VectorXf(rank)};
  for (Index k = 0; k < rank; ++k) {
    out.singular[k] = static_cast<float>(std::sqrt(std::max(0.0, eigen.eigenvalues()[size - 1 - k])));
    out.left.col(k) = q * eigen.eigenvectors().col(size - 1 - k).cast<float>();
  }
  return out;
}

}  // namespace rashomon
