#include "engine/extractor/sides.h"

#include <algorithm>
#include <iterator>

namespace rashomon {
namespace {

// "us-2" -> "us": the second account of one party.
std::string without_number(const std::string& party) {
  const std::size_t dash = party.rfind('-');
  if (dash == std::string::npos || dash + 1 == party.size()) return party;
  const bool number = std::all_of(party.begin() + static_cast<std::ptrdiff_t>(dash) + 1, party.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  return number ? party.substr(0, dash) : party;
}

}  // namespace

Sides united(const Sides& a, const Sides& b) {
  Sides all;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

Compared::Compared(const std::vector<std::string>& parties, const std::string& own,
                   const Lexicons& lexicons) {
  std::size_t unknown = 0;
  for (std::size_t k = 0; k < parties.size(); ++k) {
    const std::string party = without_number(parties[k]);
    if (parties[k] == own) {
      own_ = k;
      index_[party] = k;
    } else {
      index_.try_emplace(party, k);
    }
    if (lexicons.knows_party(party)) continue;
    ++unknown;
    unknown_ = k;
  }
  if (unknown != 1) unknown_.reset();
}

Sides Compared::sides_of(const std::string& party) const {
  if (const auto at = index_.find(party); at != index_.end()) return {at->second};
  return unknown_ ? Sides{*unknown_} : Sides{};
}

}  // namespace rashomon
