// Quantities as texts write them: "some 50 minutes", "an hour and three quarters", "37 deals".
#pragma once

#include <cstddef>
#include <vector>

#include "engine/records/statement.h"
#include "engine/scorer/cues.h"

namespace rashomon {

/// What a text's quantity can be in truth: "about 50" is 40 .. 60, "more than 50" 50 .. 100.
struct Range {
  double low = 0;
  double high = 0;

  bool meets(const Range& other) const { return low <= other.high && other.low <= high; }
};

struct Quantity {
  Range range;
  TokenRange words;
};

/// Lengths of time in minutes, where they are told in minutes and hours.
std::vector<Quantity> read_durations(const std::vector<Token>& tokens);

/// Every other number of 3 and more, in digits or words ("253.5 billion" is one): not years, nor parts of a
/// date.
std::vector<Quantity> read_counts(const std::vector<Token>& tokens);

}  // namespace rashomon
