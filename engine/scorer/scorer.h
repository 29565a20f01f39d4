// An alignment -> links with relation, score, confidence and evidence; omissions; totals.
#pragma once

#include "engine/lexicon/lexicons.h"
#include "engine/model/model.h"
#include "engine/records/alignment.h"
#include "engine/records/comparison.h"
#include "engine/scorer/topics.h"

namespace rashomon {

struct ScoreOptions {
  double min_probability = 0.5;  // links below are left out of PairComparison::links
};

/// Arrives: two accounts with their figures, and their alignment. Leaves: all that a report says of the two;
/// what the pair says of its topics is added to `topics`. Omissions and the count of relations use the
/// model's threshold.
PairComparison score_pair(const ComparedAccount& left, const ComparedAccount& right,
                          const Alignment& alignment, const Lexicons& lexicons, const Model& model,
                          const ScoreOptions& options, TopicScores& topics);

/// The account with the figures of its statements.
ComparedAccount with_figures(Account account, const Lexicons& lexicons);

}  // namespace rashomon
