// How firmly a statement commits its party: to promise is more than to be ready, to be ready more than to
// hope.
#pragma once

#include <optional>

#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"

namespace rashomon {

/// Strength of the firmest commitment in a statement, 0 .. 1: verbs of speech that commit or agree (a fifth a
/// rung of their strength) and modals of intention, readiness and wish (modals.tsv). What is negated, and
/// what others should do, commits to nothing. None without such words.
std::optional<double> commitment_of(const Statement& statement, const Lexicons& lexicons);

/// Of a promise, an agreement, an announcement: "pledged", "agreed", "will".
inline constexpr double kPledge = 0.8;

inline bool pledges(const Statement& statement, const Lexicons& lexicons) {
  return commitment_of(statement, lexicons).value_or(0) >= kPledge;
}

}  // namespace rashomon
