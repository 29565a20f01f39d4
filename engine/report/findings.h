// What a report for people shows of two accounts, in the order in which it shows it.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "engine/records/comparison.h"

namespace rashomon {

/// A list statement that the other side answers, though not all of its points.
struct PartlyAnswered {
  std::size_t statement = 0;
  std::vector<std::size_t> points;  // those that stay unanswered, in the order of the text
};

/// References into a PairComparison, which must outlive it.
struct Findings {
  std::vector<const Link*> opposed;   // contradict, then diverge; the most opposed score first
  std::vector<const Link*> reframed;  // the lowest score first
  std::vector<const Link*> agreed;    // the likeliest first
  std::array<std::vector<const Omission*>, 2> omitted;  // of the left and the right account, by rank
  std::array<std::vector<PartlyAnswered>, 2> partly;    // the same accounts, in the order of the text
};

/// A point counts as unanswered where the other side answers less than half of it.
inline constexpr double kAnsweredPoint = 0.5;

Findings findings(const Comparison& comparison, const PairComparison& pair);

/// The rows of a link's reasons that a reader should see: the strongest first, two to four, never the
/// intercept.
std::vector<const Evidence*> strongest_reasons(const Link& link);

}  // namespace rashomon
