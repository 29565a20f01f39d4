// Terms by number: each distinct term is stored and hashed once, and counted by its number from then on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

using TermId = std::uint32_t;

/// The distinct terms of some statements, numbered from 0 in the order of their first mention.
class Vocabulary {
 public:
  /// The number of a term; a new one takes the next.
  TermId add(std::string_view term);

  std::size_t size() const { return terms_.size(); }
  const std::string& term(TermId id) const { return terms_[id]; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    TermId next = 0;  // 1 + the term's number; 0 in a free slot
  };

  void grow();

  std::deque<std::string> terms_;  // their bytes never move
  std::vector<Slot> slots_;  // hash table, probed in order; twice as many as terms or more, a power of 2
};

}  // namespace rashomon
