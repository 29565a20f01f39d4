// What the aligner hands on: for every pair of statements of two accounts, how likely they are linked.
#pragma once

#include <cstddef>

#include "engine/records/features.h"
#include "engine/records/vectors.h"

namespace rashomon {

/// Indices of a left and a right statement.
struct StatementPair {
  std::size_t left = 0;
  std::size_t right = 0;
};

/// Rows = statements of the left account, columns = statements of the right one; all within 0 .. 1.
struct Alignment {
  Matrix similarity;  // TF-IDF cosine over stems
  Matrix full;        // probability that the two are linked in full (f of the totals)
  Matrix part;        // probability that they are linked in part (h); full + part <= 1
  Matrix cross;       // 1 where each side tells its own position (voice `cross`), 0 where both tell one thing
  Matrix identical;   // 1 where the two have the same normalised text and are linked to each other alone
  PairFeatures features;  // what the pair model read: a judgement reads it too
};

}  // namespace rashomon
