#include "engine/model/contributions.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace rashomon {
namespace {

using Eigen::Index;
using Columns = std::vector<const double*>;  // the matrices of the features, in their order

/// One member's figure (log-odds, or a probability where it is a mean of trees) of the pair, and its parts.
struct Part {
  bool probability = false;
  double mean = 0;               // of all pairs
  double value = 0;              // of the pair: mean + sum of features
  std::vector<double> features;  // one a feature
};

Part part_of(const LinearMember& member, const Columns& columns, Index pairs, Index pair) {
  Part part{false, member.intercept, member.intercept, {}};
  for (std::size_t k = 0; k < columns.size(); ++k) {
    const double mean = Eigen::Map<const Eigen::ArrayXd>(columns[k], pairs).mean();
    part.mean += member.weights[k] * mean;
    part.value += member.weights[k] * columns[k][pair];
    part.features.push_back(member.weights[k] * (columns[k][pair] - mean));
  }
  return part;
}

// The nodes that a pair passes, the root first.
std::vector<std::size_t> path_of(const Tree& tree, const Columns& columns, Index pair) {
  std::vector<std::size_t> path = {0};
  while (tree[path.back()].feature >= 0) {
    const TreeNode& node = tree[path.back()];
    const bool beyond = !(columns[static_cast<std::size_t>(node.feature)][pair] <= node.number);
    path.push_back(static_cast<std::size_t>(node.children[beyond ? 1 : 0]));
  }
  return path;
}

void add_tree(Part& part, const Tree& tree, const Columns& columns, Index pairs, Index pair, double weight) {
  std::vector<double> sums(tree.size());
  std::vector<double> counts(tree.size());
  for (Index p = 0; p < pairs; ++p) {
    const auto path = path_of(tree, columns, p);
    for (const std::size_t node : path) {
      sums[node] += tree[path.back()].number;
      counts[node] += 1;
    }
  }
  const auto mean = [&](std::size_t node) { return weight * sums[node] / counts[node]; };
  const auto path = path_of(tree, columns, pair);
  for (std::size_t k = 1; k < path.size(); ++k) {
    part.features[static_cast<std::size_t>(tree[path[k - 1]].feature)] += mean(path[k]) - mean(path[k - 1]);
  }
  part.mean += mean(0);
  part.value += weight * tree[path.back()].number;
}

Part part_of(const TreeMember& member, const Columns& columns, Index pairs, Index pair) {
  const double start = member.mean ? 0 : member.base;
  Part part{member.mean, start, start, std::vector<double>(columns.size())};
  const double weight = member.mean ? 1 / static_cast<double>(member.trees.size()) : 1;
  for (const Tree& tree : member.trees) add_tree(part, tree, columns, pairs, pair, weight);
  return part;
}

/// The calibrated log-odds where every member is `t` of the way from the average pair (0) to the pair (1).
class Line {
 public:
  Line(const Ensemble& ensemble, const std::vector<Part>& parts) : ensemble_(ensemble), parts_(parts) {}

  double log_odds(double t) const { return ensemble_.slope * logit(mean_probability(t)) + ensemble_.offset; }
  // Derivative of log_odds in the figure of one member.
  double slope(const Part& part, double t) const {
    const double joint = mean_probability(t);
    const double own = probability(part, t);
    const double derivative = part.probability ? 1 : own * (1 - own);
    return ensemble_.slope * derivative / (static_cast<double>(parts_.size()) * joint * (1 - joint));
  }

 private:
  static double probability(const Part& part, double t) {
    const double figure = part.mean + t * (part.value - part.mean);
    return part.probability ? figure : logistic(figure);
  }
  double mean_probability(double t) const {
    double sum = 0;
    for (const Part& part : parts_) sum += probability(part, t);
    return sum / static_cast<double>(parts_.size());
  }

  const Ensemble& ensemble_;
  const std::vector<Part>& parts_;
};

// What each member moves the log-odds by; the rest of the numerical integral is spread by size.
std::vector<double> moved_by(const std::vector<Part>& parts, const Line& line) {
  constexpr int kSteps = 1000;
  std::vector<double> moved(parts.size());
  double missing = line.log_odds(1) - line.log_odds(0);
  double size = 0;
  for (std::size_t m = 0; m < parts.size(); ++m) {
    double slope = 0;
    for (int k = 0; k < kSteps; ++k) slope += line.slope(parts[m], (k + 0.5) / kSteps) / kSteps;
    moved[m] = slope * (parts[m].value - parts[m].mean);
    missing -= moved[m];
    size += std::abs(moved[m]);
  }
  for (double& one : moved) one += size > 0 ? missing * std::abs(one) / size : 0;
  return moved;
}

}  // namespace

Contributions contributions(const Ensemble& ensemble, const PairFeatures& pairs, Index row, Index column) {
  const Columns columns = feature_columns(pairs, ensemble.features);
  const Index size = pairs.rows() * pairs.cols();
  const Index pair = row * pairs.cols() + column;
  std::vector<Part> parts;
  for (const LinearMember& member : ensemble.linear) parts.push_back(part_of(member, columns, size, pair));
  for (const TreeMember& member : ensemble.trees) parts.push_back(part_of(member, columns, size, pair));
  const Line line(ensemble, parts);
  Contributions out{line.log_odds(1), line.log_odds(0), std::vector<double>(columns.size())};
  const std::vector<double> moved = moved_by(parts, line);
  for (std::size_t m = 0; m < parts.size(); ++m) {
    const double whole = parts[m].value - parts[m].mean;
    if (whole == 0) continue;
    for (std::size_t k = 0; k < columns.size(); ++k)
      out.features[k] += parts[m].features[k] * moved[m] / whole;
  }
  return out;
}

}  // namespace rashomon
