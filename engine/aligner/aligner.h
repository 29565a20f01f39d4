// Vector spaces and statements -> how likely every pair is linked.
#pragma once

#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/model/model.h"
#include "engine/records/alignment.h"
#include "engine/records/statement.h"
#include "engine/records/vectors.h"

namespace rashomon {

/// Links are many-to-many: a probability of a full and of a partial link for every pair. Statements with the
/// same normalised text are linked to each other alone, the first to the first. Symmetric: with the accounts
/// swapped every matrix is transposed.
/// `outside`: a similarity of every pair from outside, on any scale; empty where there is none.
Alignment align(const std::vector<Statement>& left, const std::vector<Statement>& right,
                const PairSpaces& spaces, const Lexicons& lexicons, const PairModel& model,
                const Matrix& outside = {});

/// Similarity and voice alone, no link: what a judgement can be learned on.
Alignment alignment_without_links(const std::vector<Statement>& left, const std::vector<Statement>& right,
                                  const PairSpaces& spaces);

}  // namespace rashomon
