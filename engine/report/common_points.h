// Of three or more accounts: which point stands in which of them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/records/comparison.h"

namespace rashomon {

/// A statement with those of the other accounts that speak to the same point, by links at the model's
/// threshold.
struct CommonPoint {
  std::size_t account = 0;                     // of the statement that stands for it
  std::size_t statement = 0;                   // index there
  std::vector<std::vector<std::size_t>> told;  // by account: the statements that tell it, likeliest first

  /// In how many accounts it stands, 1 .. their number.
  std::size_t accounts() const;
};

/// Every statement is one of a point: those in most accounts first, among equals the weightiest. A statement
/// that an earlier point holds stands for none of its own.
std::vector<CommonPoint> common_points(const Comparison& comparison);

/// "all", "some", "one"
std::string reach_of(const CommonPoint& point);

}  // namespace rashomon
