// How the accounts treat each concept.
#pragma once

#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/comparison.h"
#include "engine/records/vectors.h"

namespace rashomon {

/// What the links of one concept say, summed over pairs of accounts.
struct TopicScores {
  std::vector<double> weighted;  // by concept: sum of ground x score over pairs that both name it
  std::vector<double> ground;    // by concept
};

/// Adds the pairs at or above the threshold of two accounts to the scores.
void add_topic_scores(TopicScores& scores, const ComparedAccount& left, const ComparedAccount& right,
                      const Matrix& probability, const Matrix& ground, const Matrix& score, double threshold,
                      const Lexicons& lexicons);

/// Concepts that are no formulas, by total emphasis, greatest first, then by id.
std::vector<Topic> topics_of(const std::vector<ComparedAccount>& accounts, const TopicScores& scores,
                             const Lexicons& lexicons);

}  // namespace rashomon
