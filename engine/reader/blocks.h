// A page as a flat list of blocks, in the order in which they are read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/reader/html_tree.h"

namespace rashomon {

enum class BlockKind : std::uint8_t { paragraph, heading, item };

/// A run of text that no block element parts.
struct Block {
  std::string text;        // collapsed; <br> is '\n'; as it is in <pre>
  std::size_t linked = 0;  // bytes of it in links
  BlockKind kind = BlockKind::paragraph;
};

/// An element and the blocks in it: begin .. end of BlocksOfPage::blocks.
struct Region {
  const GumboNode* element = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct BlocksOfPage {
  std::vector<Block> blocks;
  std::vector<Region> regions;  // every block element and container, an outer one before its inner ones
};

/// Cuts <body> into blocks. Scripts, styles, form controls, navigation and what is no text are not looked
/// into.
BlocksOfPage cut_into_blocks(const GumboNode& body);

}  // namespace rashomon
