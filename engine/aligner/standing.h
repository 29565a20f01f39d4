// Where a pair stands among the pairs of its row and its column: links compete.
#pragma once

#include "engine/records/vectors.h"

namespace rashomon {

/// Standings of a matrix of similarities S >= 0; each matrix has its shape.
struct Standing {
  Matrix row_ratio;     // S / best of its row, 0 .. 1
  Matrix column_ratio;  // S / best of its column, 0 .. 1
  Matrix competition;   // S sqrt(row_ratio column_ratio)
  Matrix row_rank;      // 0 best .. 1: share of its row that is greater
  Matrix column_rank;
  Matrix row_margin;  // above the best other one of its row (negative: below the best)
  Matrix column_margin;
};

Standing standing(const Matrix& similarities);

/// The mean of the diagonal neighbours (i-1, j-1), (i+1, j+1), those outside counted as 0.
Matrix diagonal_neighbours(const Matrix& similarities);
/// The mean of the four neighbours (i +- 1, j) and (i, j +- 1), those outside counted as 0.
Matrix cross_neighbours(const Matrix& similarities);

}  // namespace rashomon
