// Pairs of texts, one a line of JSON, as `rashomon pairs` and `rashomon matrix --pairs` read them.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/gold.h"
#include "engine/pipeline.h"

namespace rashomon::cli {

/// What a line says of its own pair, for learning.
struct PairLabel {
  Strength strength =
      Strength::disputed;            // "link": false, "part", "full", true; disputed where it says nothing
  std::optional<Relation> relation;  // "relation": "agree", "reframe" or "diverge"
  std::optional<double> score;       // "score", -1 .. 1
};

/// The lines of one group: its distinct left texts are one account, its distinct right texts the other.
struct PairGroup {
  std::string name;
  TextPairs texts;
  std::vector<std::size_t> lines;  // of each pair that is asked for: its place in PairLines::ids
  std::vector<PairLabel> labels;   // of each pair that is asked for
};

struct PairLines {
  std::vector<nlohmann::json> ids;  // of every line, in order: a string or a whole number
  std::vector<PairGroup> groups;    // in the order of their first lines
};

/// Reads JSON Lines {"id", "group", "left", "right"}, with "link", "relation" and "score" where they are
/// labelled; "group" is a string or a whole number, and without one a line belongs to the group "". Blank
/// lines are passed over. Throws InputError with file and line: no JSON, a missing, unknown or repeated key,
/// a value that the key does not take.
PairLines read_pair_lines(const std::string& path);

}  // namespace rashomon::cli
