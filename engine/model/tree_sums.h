// The sum of many small trees for many pairs at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/records/vectors.h"

namespace rashomon {

struct TreeNode {
  std::int32_t feature = -1;               // index into the features of the ensemble; -1 in a leaf
  std::array<std::int32_t, 2> children{};  // where the feature is at most the number, and where it is not
  double number = 0;                       // threshold of the feature; value of a leaf
};

/// One decision tree, the root first.
using Tree = std::vector<TreeNode>;
inline constexpr std::size_t kMostLeaves = 64;  // of a tree

/// Trees made ready: each is a set of tests, in no order; of the leaves that every test leaves over, a pair's
/// leaf is the first (QuickScorer, Lucchese et al. 2015). So all pairs take the same steps, without a branch.
class TreeSums {
 public:
  explicit TreeSums(const std::vector<Tree>& trees);

  /// The sum of every pair; `columns`: of each feature, its values of `pairs` pairs.
  Eigen::ArrayXd operator()(const std::vector<const double*>& columns, Eigen::Index pairs) const;

 private:
  struct Split {
    std::int32_t feature = 0;
    double threshold = 0;
    std::uint64_t beyond = 0;  // leaves left over where the feature is not at most the threshold, a bit each
  };
  struct Tests {
    std::vector<Split> splits;
    std::vector<double> leaves;  // values, from the leftmost leaf on
  };
  static void add(const Tree& tree, std::size_t node, Tests& tests);

  std::vector<Tests> trees_;
};

}  // namespace rashomon
