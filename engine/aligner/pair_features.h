// The figures of every pair of statements that the pair model reads.
#pragma once

#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/features.h"
#include "engine/records/statement.h"
#include "engine/records/vectors.h"

namespace rashomon {

/// 1 where each side tells its own position, 0 where the holders share a party or one has none (design:
/// "voice").
Matrix cross_voices(const std::vector<Statement>& left, const std::vector<Statement>& right);

/// Features of the first stage.
PairFeatures pair_features(const std::vector<Statement>& left, const std::vector<Statement>& right,
                           const PairSpaces& spaces, const Lexicons& lexicons);

/// The first stage's features and the standing of its probabilities: features of the second stage.
PairFeatures with_first_stage(PairFeatures features, const Matrix& probabilities);

}  // namespace rashomon
