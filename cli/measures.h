// Scored events -> the figures of a group of them, each with its bootstrap interval.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/scored_event.h"

namespace rashomon::cli {

/// One figure. NaN where there is nothing to measure it on.
struct Measure {
  std::string_view name;     // "link_f1"
  std::string_view meaning;  // one line
  double value = 0;
  double low = 0;  // 95 % percentile bootstrap over whole events (Efron and Tibshirani 1993, chapter 13)
  double high = 0;
};

/// Neighbours by what was said of them: probabilities of links, confidences of relations.
struct Bin {
  std::size_t count = 0;
  double said = 0;  // mean probability
  double held = 0;  // share that was so
};

/// The figures of a group of events, counted together ("micro").
struct Measures {
  std::string kind;  // "readouts", "statements"; "all" of several kinds
  std::size_t events = 0;
  std::size_t links = 0;  // annotated and not disputed
  std::vector<Measure> figures;
  std::vector<Bin> link_calibration;      // pairs with probability 0.05 and more, ten bins of equal count
  std::vector<Bin> relation_calibration;  // annotated links among these
  std::array<std::array<std::size_t, kClasses>, kClasses> confusion{};  // [gold][said] of annotated links
};

inline constexpr std::size_t kResamples = 1000;

/// Deterministic: the resamples come from a fixed seed. `events`: one or more.
Measures measure(const std::vector<ScoredEvent>& events, std::string kind);

}  // namespace rashomon::cli
