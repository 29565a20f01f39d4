// The greatest singular values of a large sparse matrix, by random projection.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/vectorizer/cooccurrence.h"

namespace rashomon {

struct Svd {
  Eigen::MatrixXf left;      // rows of the matrix x rank, orthonormal columns
  Eigen::VectorXf singular;  // greatest first
};

struct SvdOptions {
  std::size_t rank = 128;
  std::size_t oversampling = 16;
  std::size_t iterations = 3;  // of the power method, which parts near singular values
  std::uint64_t seed = 1;
};

/// Halko, Martinsson, Tropp 2011, algorithms 4.4 and 5.1: the left singular vectors of `matrix`, at most as
/// many as it has rows. The same seed gives the same bits.
Svd randomised_svd(const SparseFloats& matrix, const SvdOptions& options = {});

}  // namespace rashomon
