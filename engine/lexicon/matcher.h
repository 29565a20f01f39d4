// Finds the expressions of all lexicons in one pass over a statement's tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/records/statement.h"

namespace rashomon {

/// A trie over token patterns. A pattern's parts, parted by blanks: `stem`, `=form`, `^SURFACE`, `*` (none to four words).
class Matcher {
 public:
  void add(std::string_view pattern, Table table, std::size_t entry);

  /// Every find, by first token, then table. Of overlapping finds of one table the longest is kept, of equally long
  /// ones the first.
  std::vector<Find> find(const std::vector<Token>& tokens) const;

 private:
  using Word = std::uint32_t;
  using Node = std::uint32_t;
  struct Payload {
    Table table;
    std::uint32_t entry;
  };
  struct Walk;  // one search over one statement

  static std::uint64_t edge(Node node, Word word) { return (std::uint64_t{node} << 32U) | word; }
  Word intern(const std::string& part);
  Word lookup(const std::string& part) const;

  std::unordered_map<std::string, Word> words_{{"*", 0}};
  std::unordered_map<std::uint64_t, Node> edges_;
  std::unordered_map<Node, std::vector<Payload>> payloads_;
  Node nodes_ = 1;  // node 0 is the root
};

}  // namespace rashomon
