// Finds the expressions of all lexicons in one pass over a statement's tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/statement.h"

namespace rashomon {

/// A token pattern and what it stands for. Parts, parted by blanks: `stem`, `=form`, `^SURFACE`, `,`, and `*`
/// for none to four words.
struct Pattern {
  std::string parts;
  Table table = Table::concepts;
  std::size_t entry = 0;  // index into the table's entries; below 2^24
};

/// Whether the token at `at` is a mark inside a compound or a name that breaks no expression: "win-win",
/// "and/or", the dot of an initial or a short title ("Joseph R. Biden", "St. Lucia"), the dot between the
/// parts of a Chinese rendering of a name.
bool joins_words(const std::vector<Token>& tokens, std::size_t at);

/// A trie over token patterns in one block of numbers, so that a program start need not build it.
class Matcher {
 public:
  /// Finds nothing.
  Matcher() = default;
  static Matcher build(const std::vector<Pattern>& patterns);
  /// A matcher over a block that `block()` gave earlier; the block must outlive it.
  static Matcher view(std::span<const std::uint32_t> block);
  Matcher(Matcher&&) = default;
  Matcher& operator=(Matcher&&) = default;

  std::span<const std::uint32_t> block() const { return block_; }

  /// Every find, by first token, then table. Of overlapping finds of one table the longest is kept, of
  /// equally long ones the first, of rows with one expression the later, so a user's own. Of opposites all of
  /// the same words are kept, for an expression has more than one opposite.
  std::vector<Find> find(const std::vector<Token>& tokens) const;

 private:
  using Numbers = std::span<const std::uint32_t>;
  struct Walk;  // one search over one statement

  void read_block(Numbers block);
  std::uint32_t word(std::string_view prefix, std::string_view text) const;  // id, or kUnknown
  std::uint32_t child(std::uint32_t node, std::uint32_t word) const;         // node, or kUnknown

  std::vector<std::uint32_t> owned_;  // empty where the block is somebody else's
  Numbers block_;
  // Parts of the block.
  Numbers slots_;         // hash table of words: id + 1, or 0
  Numbers word_offsets_;  // into chars_; one more than words
  std::string_view chars_;
  Numbers child_begin_;  // into edge_*; one more than nodes
  Numbers edge_words_;   // sorted within a node
  Numbers edge_nodes_;
  Numbers payload_begin_;  // into payloads_; one more than nodes
  Numbers payloads_;       // table << 24 | entry
};

}  // namespace rashomon
