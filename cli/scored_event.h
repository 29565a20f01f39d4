// One annotated event laid beside what the engine says of it, by sentence: what measures are made of.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/gold.h"
#include "engine/records/comparison.h"

namespace rashomon::cli {

/// Relations as they are measured: diverge and contradict together oppose.
enum class Class { agree, reframe, oppose };
inline constexpr std::size_t kClasses = 3;

/// Two sentences that the annotators did not differ about.
struct ScoredPair {
  double probability = 0;
  bool listed = false;  // statements stand for both sentences; the others can only be missed
  bool linked = false;  // by the annotation
  bool full = false;
  Class gold = Class::agree;  // of a link, as the four below
  double gold_score = 0;
  Class said = Class::agree;
  double score = 0;
  double confidence = 0;
  std::optional<bool> voice;      // right or not, where holders are annotated
  std::optional<bool> dimension;  // right or not, where annotated, of those said to be a reframe
};

/// The totals of an event; narrative and position only where holders are annotated.
enum Total : std::size_t { kSilence, kNarrative, kPosition, kDivergence };
inline constexpr std::size_t kTotals = 4;
using Totals = std::array<std::optional<double>, kTotals>;

struct ScoredEvent {
  std::string name;
  std::string kind;
  double threshold = 0;           // pairs at or above it are links
  std::vector<ScoredPair> pairs;  // the listed ones and the annotated links, by left, then right sentence
  std::array<std::size_t, 2> holders{};  // sentences whose holders are right; all annotated ones
  std::array<std::array<std::size_t, 2>, 2> omitted{};  // sentences by [gold: no link][said: no link]
  Totals gold;
  Totals said;
  std::array<double, 2> interval{};  // of divergence
};

/// `comparison`: of the event's two documents, with every pair listed (min_probability 0). A statement stands
/// for every sentence it covers; of several pairs of statements for one pair of sentences the likeliest
/// counts. The gold's totals: of `full` links f = 1, of `part` links h = 1, masses by words of four letters
/// and more.
ScoredEvent scored(const GoldEvent& event, const Comparison& comparison);

}  // namespace rashomon::cli
