// How much of a statement's meaning another one holds, near words counted in part.
#pragma once

#include "engine/records/vectors.h"

namespace rashomon {

/// Of every pair; rows = left statements, columns = right statements.
struct SoftContainment {
  Matrix least;  // the lesser of the two ways, 0 .. 1
  Matrix most;   // the greater
};

/// One way: sum over the terms of a statement of idf x the likeness of the other's nearest term, over the sum
/// of idf. `likeness`: columns x columns of `stems`, left terms in rows (Mihalcea, Corley, Strapparava 2006).
/// Where it is the identity these are the containments of `overlap`.
SoftContainment soft_containment(const PairVectors& stems, const SparseRows& likeness);

/// Cosines of rows of length 1 (or 0); rows = left, columns = right. 0 where they are opposed.
Matrix row_cosines(const Matrix& left, const Matrix& right);

}  // namespace rashomon
