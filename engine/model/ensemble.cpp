#include "engine/model/ensemble.h"

#include <algorithm>
#include <cmath>

#include "engine/records/error.h"

namespace rashomon {
namespace {

// The matrices of the features that an ensemble reads, in its order.
std::vector<const double*> columns_of(const PairFeatures& pairs, const std::vector<std::string>& features) {
  std::vector<const double*> columns;
  for (const std::string& feature : features) {
    const auto at = std::find(pairs.names.begin(), pairs.names.end(), feature);
    if (at == pairs.names.end()) {
      throw InputError("model", "it reads the feature '" + feature + "', which this engine does not compute",
                       "train it again by scripts/train");
    }
    columns.push_back(pairs.values[static_cast<std::size_t>(at - pairs.names.begin())].data());
  }
  return columns;
}

double leaf_of(const Tree& tree, const std::vector<double>& row) {
  std::size_t node = 0;
  while (tree.feature[node] >= 0) {
    const bool left = row[static_cast<std::size_t>(tree.feature[node])] <= tree.threshold[node];
    node = static_cast<std::size_t>(left ? tree.left[node] : tree.right[node]);
  }
  return tree.value[node];
}

double probability(const LinearMember& member, const std::vector<double>& row) {
  double sum = member.intercept;
  for (std::size_t k = 0; k < row.size(); ++k) sum += member.weights[k] * row[k];
  return logistic(sum);
}

double probability(const TreeMember& member, const std::vector<double>& row) {
  double sum = 0;
  for (const Tree& tree : member.trees) sum += leaf_of(tree, row);
  return member.mean ? sum / static_cast<double>(member.trees.size()) : logistic(member.base + sum);
}

}  // namespace

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

double logit(double p) {
  constexpr double kLeast = 1e-9;
  const double inside = std::clamp(p, kLeast, 1 - kLeast);
  return std::log(inside / (1 - inside));
}

Matrix Ensemble::probabilities(const PairFeatures& pairs) const {
  const auto columns = columns_of(pairs, features);
  Matrix out(pairs.rows(), pairs.cols());
  std::vector<double> row(features.size());
  const double members = static_cast<double>(linear.size() + trees.size());
  for (Eigen::Index pair = 0; pair < out.size(); ++pair) {
    for (std::size_t k = 0; k < row.size(); ++k) row[k] = columns[k][pair];
    double sum = 0;
    for (const LinearMember& member : linear) sum += probability(member, row);
    for (const TreeMember& member : trees) sum += probability(member, row);
    out.data()[pair] = logistic(slope * logit(sum / members) + offset);
  }
  return out;
}

}  // namespace rashomon
