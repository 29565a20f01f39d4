// What two statements' terms share: cosines, and sets weighted by idf.
#pragma once

#include "engine/records/vectors.h"

namespace rashomon {

/// TF-IDF cosine of every pair; rows = left statements, columns = right statements.
Matrix cosines(const PairVectors& vectors);

/// Of every pair; rows = left statements, columns = right statements.
struct Overlap {
  Matrix count;              // shared terms
  Matrix weight;             // sum of their idf
  Matrix rarest;             // greatest idf among them, 0 where none
  Matrix least_containment;  // weight over the greater side's sum of idf, 0 .. 1
  Matrix most_containment;   // weight over the smaller side's sum of idf, 0 .. 1
};

/// `vectors`: both accounts in one space; a term counts once where its weight is not 0.
Overlap overlap(const PairVectors& vectors);

}  // namespace rashomon
