// The facts of the event in two columns.
#pragma once

#include "engine/records/comparison.h"
#include "engine/report/terminal.h"

namespace rashomon {

/// A row a fact that one account tells or both; below 60 columns a block of lines a fact. What neither tells
/// is named in one line.
void facts_table(Page& page, const Comparison& comparison, const PairComparison& pair);

}  // namespace rashomon
