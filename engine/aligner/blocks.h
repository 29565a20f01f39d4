// Many pairs of statements -> blocks of them that fit into memory.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/records/alignment.h"

namespace rashomon {

/// Some statements of two accounts that are compared at once, and which of their pairs are asked for.
struct IndexBlock {
  std::vector<std::size_t> left;   // indices of statements of the left account
  std::vector<std::size_t> right;  // of the right one
  struct Asked {
    std::size_t pair = 0;  // index in the list of pairs that was cut
    std::size_t row = 0;   // index in `left`
    std::size_t column = 0;
  };
  std::vector<Asked> asked;
};

/// Cuts the pairs that are asked for into blocks of at most `most` pairs of statements, asked for or not, so
/// that every pair is in one block, with all pairs of its left statement. Statements stand in the order of
/// their numbers. Pairs whose accounts have no more than `most` pairs in all are one block; a block of one
/// left statement may be larger. Throws std::invalid_argument where `most` is 0.
std::vector<IndexBlock> cut_blocks(const std::vector<StatementPair>& pairs, std::size_t most);

}  // namespace rashomon
