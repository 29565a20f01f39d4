// Word vectors -> how near the stems and the statements of two accounts are in meaning.
#pragma once

#include "engine/records/vectors.h"
#include "engine/vectorizer/word_vectors.h"

namespace rashomon {

/// Columns x columns of `stems`: the cosine of the word vectors of a term that the left account holds and one
/// that the right one holds, where it is at least `least`; 1 where they are one term. A term without a vector
/// is like itself alone. Swapped accounts give the transpose, to the last bit.
SparseRows likeness(const PairVectors& stems, const WordVectors& vectors, double least);

/// What each statement is about: the mean of its terms' word vectors, weighted by idf.
struct Meanings {
  Matrix left;   // left statements x dimensions, L2 rows; 0 where no term has a vector
  Matrix right;  // right statements x dimensions
};

/// The mean of both accounts is taken off, for they share their matter.
Meanings meanings(const PairVectors& stems, const WordVectors& vectors);

}  // namespace rashomon
