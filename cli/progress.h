// How far a long run is, for someone who looks on.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace rashomon::cli {

/// One line on standard error that is written over: "1,200 of 5,000 items, 2 failed, 41.3 a second, 1:32
/// left".
class Progress {
 public:
  /// `shown`: otherwise nothing is ever printed. `total`: of the items to come, where it is known.
  Progress(bool shown, std::optional<std::size_t> total);
  /// Takes the line away.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// An item is done.
  void step(bool failed);

 private:
  using Clock = std::chrono::steady_clock;
  void print() const;

  bool shown_;
  std::optional<std::size_t> total_;
  std::size_t done_ = 0;
  std::size_t failed_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point printed_ = start_;
};

}  // namespace rashomon::cli
