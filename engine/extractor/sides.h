// The accounts that are compared, as one of them sees them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/lexicon/lexicons.h"

namespace rashomon {

/// Indices of the accounts that are compared, ascending.
using Sides = std::vector<std::size_t>;

Sides united(const Sides& a, const Sides& b);

/// The accounts that are compared, as one of them sees them.
class Compared {
 public:
  /// `own`: the id of the account that is read, one of `parties`.
  Compared(const std::vector<std::string>& parties, const std::string& own, const Lexicons& lexicons);

  std::size_t own() const { return own_; }
  /// The account of a party of the lexicon; none where it is a third party. A second account of one party
  /// ("us-2") is meant by the party's name in its own text. Where exactly one account's party is unknown to
  /// the lexicon, the names of all parties that are not compared are taken for it.
  Sides sides_of(const std::string& party) const;

 private:
  std::size_t own_ = 0;
  std::unordered_map<std::string, std::size_t> index_;  // by party of the lexicon
  std::optional<std::size_t> unknown_;
};

}  // namespace rashomon
