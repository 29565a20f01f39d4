// The judgement of every pair by one ordinal model, and the reasons of a link.
#pragma once

#include <vector>

#include "engine/model/model.h"
#include "engine/records/alignment.h"
#include "engine/records/comparison.h"
#include "engine/records/vectors.h"
#include "engine/scorer/link_features.h"

namespace rashomon {

/// A link whose likeliest relation has less probability is uncertain.
inline constexpr double kSure = 0.6;

/// Of every pair, were it a link; rows = left statements, columns = right statements.
struct Judgements {
  Matrix evidence_total;  // eta
  Matrix score;           // tanh(eta), -1 .. +1
  Matrix agree;           // probabilities; the three add up to 1
  Matrix reframe;
  Matrix oppose;
  std::vector<StatementPair> listed;  // pairs whose reasons are kept
  std::vector<std::string> families;  // of the features that the model reads, sorted
  Matrix contributions;               // rows = listed pairs, columns = families
  double intercept = 0;               // what is there before any feature: with the contributions it is eta
};

/// eta = intercept + sum of weight x value of the rows + the trees' amounts; score = tanh(eta); P(oppose) =
/// s((t1 - eta) / T), P(agree) = s((eta - t2) / T) (ordinal logistic regression, McCullagh 1980). Identical
/// statements agree wholly.
Judgements judge(const LinkFeatures& features, const Alignment& alignment, const JudgementModel& model,
                 std::vector<StatementPair> listed);

/// The likeliest relation of a pair; oppose is called contradict where a typed conflict of facts is there,
/// else diverge.
Relation likeliest(const Judgements& judgements, const LinkFeatures& features, const StatementPair& pair);

/// The links of the listed pairs with their relation, confidence and evidence, in the order of the list.
std::vector<Link> explain_links(const std::vector<Statement>& left, const std::vector<Statement>& right,
                                const Alignment& alignment, const Judgements& judgements,
                                const LinkFeatures& features, const JudgementModel& model);

}  // namespace rashomon
