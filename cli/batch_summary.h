// What a batch found as a whole: counts and the spread of the totals.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "engine/report/means.h"

namespace rashomon::cli {

/// How one figure is spread over the items; takes the same room for any number of them.
class Spread {
 public:
  /// `value`: 0 .. 1.
  void add(double value, const std::string& id);
  bool is_empty() const { return count_ == 0; }
  double mean() const { return sum_ / static_cast<double>(count_); }
  /// The value at this share of the sorted items, 0 .. 1, to a thousandth (the lower one of two).
  double quantile(double share) const;
  /// The first item with the greatest value.
  const std::string& id_of_most() const { return id_of_most_; }

 private:
  static constexpr std::size_t kSteps = 1000;
  std::array<std::size_t, kSteps + 1> counts_{};  // items by their value in thousandths
  std::size_t count_ = 0;
  double sum_ = 0;
  double most_ = -1;
  std::string id_of_most_;
};

class BatchSummary {
 public:
  /// `id`: of the item, without quotation marks.
  void add(const std::string& id, const Totals& totals);
  /// The same of the line that a batch wrote of an item.
  void add_line(std::string_view line);
  void add_failed() { ++failed_; }

  /// Counts; mean, least, quartiles and most of every total; links by relation. Ends with a newline.
  std::string table() const;

 private:
  std::size_t done_ = 0;
  std::size_t failed_ = 0;
  std::array<Spread, 5> spreads_;           // divergence, silence, narrative, position, tension
  std::array<std::size_t, 4> relations_{};  // links at the model's threshold, by Relation
};

}  // namespace rashomon::cli
