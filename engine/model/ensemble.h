// Classifiers of pairs: linear members and groups of trees whose mean is a calibrated probability.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/records/features.h"
#include "engine/records/vectors.h"

namespace rashomon {

/// Logistic regression on raw feature values (Hosmer and Lemeshow 2000, chapter 2).
struct LinearMember {
  double intercept = 0;
  std::vector<double> weights;  // one a feature of the ensemble
};

/// One decision tree: node 0 is the root; a pair goes left where its feature is at most the threshold.
struct Tree {
  std::vector<std::int32_t> feature;  // index into the ensemble's features; -1 in a leaf
  std::vector<double> threshold;
  std::vector<std::int32_t> left;
  std::vector<std::int32_t> right;
  std::vector<double> value;  // of a leaf
};

/// Trees that add up to one prediction: of log-odds (gradient boosting, Friedman 2001) or, where `mean`, the
/// mean of the leaves' probabilities (randomised trees, Geurts et al. 2006).
struct TreeMember {
  bool mean = false;
  double base = 0;  // added to the sum of log-odds
  std::vector<Tree> trees;
};

/// The mean of its members' probabilities p, calibrated: s(slope * logit(p) + offset), s the logistic
/// function (Platt 1999).
struct Ensemble {
  std::vector<std::string> features;  // that the members read, in their order
  std::vector<LinearMember> linear;
  std::vector<TreeMember> trees;
  double slope = 1;
  double offset = 0;

  bool empty() const { return linear.empty() && trees.empty(); }
  /// Probability of every pair. Throws InputError where a feature is missing from `pairs`.
  Matrix probabilities(const PairFeatures& pairs) const;
};

/// The logistic function and its inverse; the inverse takes 0 and 1 for the nearest numbers between.
double logistic(double x);
double logit(double p);

}  // namespace rashomon
