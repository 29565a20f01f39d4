// Two accounts in Markdown.
#pragma once

#include <string>

#include "engine/report/selection.h"

namespace rashomon {

/// The finding, what the two are made of, the facts, the claims, the links and the omissions, or with `brief`
/// the finding and a table of the links. `level`: the mark of its headings, "##". Ends with an empty line.
std::string markdown_pair(const Comparison& comparison, const PairComparison& pair,
                          const Selection& selection, const std::string& level);

}  // namespace rashomon
