// Totals of a whole comparison: those of its one pair, or the means over all pairs.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "engine/records/comparison.h"

namespace rashomon {

/// The summary of two or more accounts. With two it is their Summary.
struct Totals {
  double divergence = 0;                        // 0 .. 1; silence + narrative + position
  std::array<double, 2> divergence_interval{};  // mean of the lower and of the upper bounds
  double silence = 0;
  double narrative = 0;
  double position = 0;
  std::optional<double> tension;           // mean over the pairs that meet
  std::vector<Profile> profiles;           // one an account: mean over its pairs
  std::array<std::size_t, 4> relations{};  // links of all pairs, counted
};

/// `comparison` holds at least one pair.
Totals totals(const Comparison& comparison);

/// Of a statement: how far the others answer it, mean over the pairs of its account.
double mean_answered(const Comparison& comparison, std::size_t account, std::size_t statement);

}  // namespace rashomon
