#include "engine/model/ensemble.h"

#include <algorithm>
#include <cmath>
#include <future>

#include "engine/records/error.h"

namespace rashomon {
namespace {

// Neighbouring pairs, few enough that what the members read of them stays in the nearest cache.
struct Block {
  std::vector<const double*> columns;  // of each feature of the ensemble, at the first pair
  Eigen::Index size = 0;
};
constexpr Eigen::Index kBlockSize = 64;

using Figures = Eigen::ArrayXd;  // one of each pair of a block

std::size_t child_of(const TreeNode& node, double value) {
  const bool beyond = !(value <= node.number);
  return static_cast<std::size_t>(node.children[beyond ? 1 : 0]);
}

Figures member_probabilities(const LinearMember& member, const Block& block) {
  Figures sums = Figures::Constant(block.size, member.intercept);
  for (std::size_t k = 0; k < block.columns.size(); ++k) {
    sums += member.weights[k] * Eigen::Map<const Figures>(block.columns[k], block.size);
  }
  return sums.unaryExpr([](double sum) { return logistic(sum); });
}

Figures member_probabilities(const TreeMember& member, const TreeSums& trees, const Block& block) {
  const Figures sums = trees(block.columns, block.size);
  if (member.mean) return sums / static_cast<double>(member.trees.size());
  return sums.unaryExpr([&](double sum) { return logistic(member.base + sum); });
}

}  // namespace

std::vector<const double*> feature_columns(const PairFeatures& pairs,
                                           const std::vector<std::string>& features) {
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

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

double logit(double p) {
  constexpr double kLeast = 1e-9;
  const double inside = std::clamp(p, kLeast, 1 - kLeast);
  return std::log(inside / (1 - inside));
}

void Ensemble::fill(const Columns& columns, Eigen::Index first, Eigen::Index last, Matrix& out) const {
  const double members = static_cast<double>(linear.size() + trees.size());
  std::vector<TreeSums> ready;
  for (const TreeMember& member : trees) ready.emplace_back(member.trees);
  Block block{columns};
  for (const double*& column : block.columns) column += first;
  for (; first < last; first += block.size) {
    block.size = std::min(kBlockSize, last - first);
    Figures sums = Figures::Zero(block.size);
    for (const LinearMember& member : linear) sums += member_probabilities(member, block);
    for (std::size_t m = 0; m < trees.size(); ++m) sums += member_probabilities(trees[m], ready[m], block);
    for (Eigen::Index pair = 0; pair < block.size; ++pair) {
      out.data()[first + pair] = logistic(slope * logit(sums[pair] / members) + offset);
    }
    for (const double*& column : block.columns) column += block.size;
  }
}

Matrix Ensemble::probabilities(const PairFeatures& pairs) const {
  const Columns columns = feature_columns(pairs, features);
  Matrix out(pairs.rows(), pairs.cols());
  // Each pair is judged by itself: cut in two anywhere, the figures are the same.
  const Eigen::Index half = out.size() / 2;
  auto rest = std::async(std::launch::async, [&] { fill(columns, half, out.size(), out); });
  fill(columns, 0, half, out);
  rest.get();
  return out;
}

double Forest::base() const {
  double sum = 0;
  for (const auto& of_nodes : means) sum += of_nodes.front();
  return sum;
}

Vector Forest::contributions(const Vector& values) const {
  Vector out = Vector::Zero(static_cast<Eigen::Index>(features.size()));
  for (std::size_t t = 0; t < trees.size(); ++t) {
    const Tree& tree = trees[t];
    for (std::size_t at = 0; tree[at].feature >= 0;) {
      const std::size_t next = child_of(tree[at], values[tree[at].feature]);
      out[tree[at].feature] += means[t][next] - means[t][at];
      at = next;
    }
  }
  return out;
}

}  // namespace rashomon
