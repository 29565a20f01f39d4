// Why an ensemble gives a pair its probability: what each feature adds to the log-odds.
#pragma once

#include <vector>

#include "engine/model/ensemble.h"

namespace rashomon {

/// The log-odds of one pair as a sum: base + sum of `features`, to rounding.
struct Contributions {
  double log_odds = 0;           // of the ensemble's calibrated probability
  double base = 0;               // of a pair whose members say what they say of the pairs on average
  std::vector<double> features;  // one a feature of the ensemble
};

/// Every pair is measured against the average pair of the same two accounts. A linear member's features add
/// weight x (value - mean value). A tree adds, at each node of the pair's path, the change of the mean that
/// the pairs reaching it are given (Saabas 2014), to the feature that the node reads. Members are joined by
/// their mean slope: each weighs by the mean derivative of the calibrated log-odds in its own figure, on the
/// straight line from the average pair to this one (Aumann and Shapley 1974). That keeps every sign, and the
/// sum is exact. Throws InputError where a feature is missing from `pairs`.
Contributions contributions(const Ensemble& ensemble, const PairFeatures& pairs, Eigen::Index row,
                            Eigen::Index column);

}  // namespace rashomon
