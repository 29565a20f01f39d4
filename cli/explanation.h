// Why two statements are linked, or not; how they are judged; and what would change either.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/shared_words.h"
#include "engine/pipeline.h"
#include "engine/records/comparison.h"

namespace rashomon::cli {

/// What settled the probability. Only a pair that the model decides has reasons to be linked.
enum class Decider {
  model,
  identical,  // the two have the same text
  taken,      // one of the two has the same text as another statement, and is linked to it alone
  question,   // one of the two is a reporter's question
};

struct FeatureReason {
  std::string feature;
  double value = 0;
  double mean = 0;          // over all pairs of the two accounts
  double contribution = 0;  // to the log-odds of a link
};

/// Features of one name up to the first dot.
struct GroupReason {
  std::string group;
  double contribution = 0;  // sum of its features'
  std::vector<SharedWord> words;
  std::vector<FeatureReason> features;  // greatest first
};

struct Competitor {
  std::size_t statement = 0;  // index in its account
  double probability = 0;
};

/// Where a pair stands among all pairs of one of its statements.
struct Place {
  std::size_t rank = 0;  // 1 the likeliest
  std::size_t among = 0;
  std::vector<Competitor> others;  // the likeliest, at most three
};

/// An evidence row without which the pair would be judged otherwise.
struct RowChange {
  Evidence row;
  Relation relation = Relation::agree;  // without it
};

struct Explanation {
  Link link;  // with its evidence
  double threshold = 0;
  Decider decider = Decider::model;
  double base = 0;  // log-odds of the average pair; log-odds = base + sum of groups
  double log_odds = 0;
  std::vector<GroupReason> groups;  // greatest first
  std::array<Place, 2> places;      // of the left statement among its pairs; of the right one
  /// The group of least weight that, were it as in the average pair, would take the pair over the threshold.
  std::optional<std::size_t> turning_group;
  std::optional<RowChange> turning_row;  // the weakest such row
  double oppose_below = 0;               // evidence totals below it oppose,
  double agree_above = 0;                // above it agree, and between them reframe

  bool linked() const { return link.probability >= threshold; }
};

/// `comparison`: of two accounts, with every pair listed; made with this knowledge and this similarity from
/// outside, which is a group of its own, "outside".
Explanation explain(const Comparison& comparison, const Knowledge& knowledge, std::size_t left,
                    std::size_t right, const OutsideSimilarity& outside = {});

}  // namespace rashomon::cli
