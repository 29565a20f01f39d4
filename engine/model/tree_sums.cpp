#include "engine/model/tree_sums.h"

#include <algorithm>
#include <bit>

#include "engine/model/wide.h"

namespace rashomon {
namespace {

using Eigen::Index;

// Few enough pairs that what the trees read of them stays in the nearest cache.
constexpr std::size_t kBlockSize = 64;

using Leaves = std::array<std::uint64_t, kBlockSize>;

RASHOMON_WIDE void strike_out(const double* values, double threshold, std::uint64_t beyond, std::size_t size,
                              std::uint64_t* left) {
  for (std::size_t k = 0; k < size; ++k) left[k] &= values[k] <= threshold ? ~std::uint64_t{0} : beyond;
}

}  // namespace

TreeSums::TreeSums(const std::vector<Tree>& trees) : trees_(trees.size()) {
  for (std::size_t t = 0; t < trees.size(); ++t) add(trees[t], 0, trees_[t]);
}

void TreeSums::add(const Tree& tree, std::size_t node, Tests& tests) {
  const TreeNode& at = tree[node];
  if (at.feature < 0) {
    tests.leaves.push_back(at.number);
    return;
  }
  const std::size_t first = tests.leaves.size();
  add(tree, static_cast<std::size_t>(at.children[0]), tests);
  const std::uint64_t on_the_left = ((std::uint64_t{1} << (tests.leaves.size() - first)) - 1) << first;
  tests.splits.push_back({at.feature, at.number, ~on_the_left});
  add(tree, static_cast<std::size_t>(at.children[1]), tests);
}

Eigen::ArrayXd TreeSums::operator()(const std::vector<const double*>& columns, Index pairs) const {
  Eigen::ArrayXd sums = Eigen::ArrayXd::Zero(pairs);
  Leaves left;
  for (Index begin = 0; begin < pairs; begin += static_cast<Index>(kBlockSize)) {
    const std::size_t size = std::min(kBlockSize, static_cast<std::size_t>(pairs - begin));
    for (const Tests& tests : trees_) {
      left.fill(~std::uint64_t{0});
      for (const Split& split : tests.splits) {
        const double* const values = columns[static_cast<std::size_t>(split.feature)] + begin;
        strike_out(values, split.threshold, split.beyond, size, left.data());
      }
      for (std::size_t k = 0; k < size; ++k) {
        sums[begin + static_cast<Index>(k)] +=
            tests.leaves[static_cast<std::size_t>(std::countr_zero(left[k]))];
      }
    }
  }
  return sums;
}

}  // namespace rashomon
