// The points of a list sentence: its parts, items and verb phrases.
#pragma once

#include <vector>

#include "engine/extractor/grammar.h"
#include "engine/records/statement.h"

namespace rashomon {

/// The points of a statement in order, two or more, or none. The first holds the words that lead to the list,
/// so that together they hold every word but the commas and conjunctions between them. Cut are
/// - parts between semicolons,
/// - verb phrases with an object of their own ("reaffirmed A and called for B"),
/// - items of an enumeration of three and more ("discussed A, B, and C", "including A, B and C").
/// Nothing is cut within quotation marks or brackets.
std::vector<Point> read_points(const Statement& statement, const std::vector<WordClass>& classes);

}  // namespace rashomon
