#include "engine/aligner/blocks.h"

#include <map>
#include <set>
#include <stdexcept>

namespace rashomon {
namespace {

using Numbers = std::set<std::size_t>;

std::map<std::size_t, std::size_t> places_of(const Numbers& numbers) {
  std::map<std::size_t, std::size_t> places;
  for (const std::size_t number : numbers) places.emplace(number, places.size());
  return places;
}

}  // namespace

std::vector<IndexBlock> cut_blocks(const std::vector<StatementPair>& pairs, std::size_t most) {
  if (most == 0) throw std::invalid_argument("a block holds one pair or more, not 0");
  std::map<std::size_t, std::vector<std::size_t>> pairs_of;  // by left statement
  for (std::size_t k = 0; k < pairs.size(); ++k) pairs_of[pairs[k].left].push_back(k);

  std::vector<IndexBlock> blocks;
  Numbers left;
  Numbers right;
  std::vector<std::size_t> asked;
  const auto close = [&] {
    const auto rows = places_of(left);
    const auto columns = places_of(right);
    IndexBlock block{{left.begin(), left.end()}, {right.begin(), right.end()}, {}};
    for (const std::size_t k : asked)
      block.asked.push_back({k, rows.at(pairs[k].left), columns.at(pairs[k].right)});
    blocks.push_back(std::move(block));
    left.clear();
    right.clear();
    asked.clear();
  };
  for (const auto& [statement, own] : pairs_of) {
    Numbers joined = right;
    for (const std::size_t k : own) joined.insert(pairs[k].right);
    if (!left.empty() && (left.size() + 1) * joined.size() > most) {
      close();
      for (const std::size_t k : own) right.insert(pairs[k].right);
    } else {
      right = std::move(joined);
    }
    left.insert(statement);
    asked.insert(asked.end(), own.begin(), own.end());
  }
  if (!left.empty()) close();
  return blocks;
}

}  // namespace rashomon
