// Two accounts on a page of the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/report/selection.h"
#include "engine/report/terminal.h"

namespace rashomon {

/// The finding, what the two are made of, the facts, the claims, the links and the omissions.
void pair_section(Page& page, const Comparison& comparison, const PairComparison& pair,
                  const Selection& selection);

/// The finding, and each link on one line.
void brief_section(Page& page, const Comparison& comparison, const PairComparison& pair,
                   const Selection& selection);

/// "1 link", "3 links"
std::string count_of(std::size_t n, std::string_view one, std::string_view many);

}  // namespace rashomon
