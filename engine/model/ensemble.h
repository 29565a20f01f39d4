// Classifiers of pairs: linear members and groups of trees whose mean is a calibrated probability.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/tree_sums.h"
#include "engine/records/features.h"
#include "engine/records/vectors.h"

namespace rashomon {

/// Logistic regression on raw feature values (Hosmer and Lemeshow 2000, chapter 2).
struct LinearMember {
  double intercept = 0;
  std::vector<double> weights;  // one a feature of the ensemble
};

/// Trees that add up to one prediction: of log-odds (gradient boosting, Friedman 2001) or, where `mean`, the
/// mean of the leaves' probabilities (randomised trees, Geurts et al. 2006).
struct TreeMember {
  bool mean = false;
  double base = 0;  // added to the sum of log-odds
  std::vector<Tree> trees;
};

/// Trees whose leaves are amounts that add up to a figure of each pair. What a feature contributes is told by
/// the path: at each of its tests the mean amount moves from that of all training pairs to that of those that
/// go the same way (Saabas 2014).
struct Forest {
  std::vector<std::string> features;
  std::vector<Tree> trees;
  std::vector<std::vector<double>>
      means;  // of each tree, of each node: mean amount of the training pairs in it

  /// What is there before any test: sum of the roots' means.
  double base() const;
  /// Of one pair, what each feature adds; with base() it is the pair's sum. `values`: of each feature.
  Vector contributions(const Vector& values) const;
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

 private:
  using Columns = std::vector<const double*>;  // the matrices of the features, in their order
  void fill(const Columns& columns, Eigen::Index first, Eigen::Index last, Matrix& out) const;
};

/// The matrices of the features, in their order, row by row. Throws InputError where one is missing.
std::vector<const double*> feature_columns(const PairFeatures& pairs,
                                           const std::vector<std::string>& features);

/// The logistic function and its inverse; the inverse takes 0 and 1 for the nearest numbers between.
double logistic(double x);
double logit(double p);

}  // namespace rashomon
