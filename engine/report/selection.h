// What a reader wants to see of a comparison's findings.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/findings.h"

namespace rashomon {

/// The parts of a report for people. Totals are never cut.
struct Selection {
  std::vector<Relation> only = {};  // links of these, and no other finding; empty: everything
  /// So many links, those with the greatest |score|, among equals the surest, and so many omissions of each
  /// side; no points of lists.
  std::optional<std::size_t> top = {};
  bool brief = false;  // one line a link, and nothing else but the finding

  /// Whether links of this relation are wanted.
  bool takes(Relation relation) const;
  /// Whether other findings than links are: facts, claims, omissions, topics.
  bool takes_all() const { return only.empty() && !brief; }
};

/// The findings that are left, in the order of findings(), and one sentence a reason for which links or
/// omissions are not.
struct SelectedFindings {
  Findings found;
  std::vector<std::string> left_out;
};

SelectedFindings select(const Comparison& comparison, const PairComparison& pair, const Selection& selection);

/// The links of a report's three sections in one row.
std::vector<const Link*> all_links(const Findings& found);

}  // namespace rashomon
