// Which words of a statement stand within quotation marks.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/records/span.h"
#include "engine/records/statement.h"

namespace rashomon {

/// For each token whether it is quoted. `quotations`: as quotations() tells them.
std::vector<bool> quoted_tokens(const Statement& statement, const std::vector<Span>& quotations);

/// Share of the quoted words among the words from token `first` on, 0 .. 1; 0 where there is no word.
double quoted_share(const Statement& statement, const std::vector<bool>& quoted, std::size_t first = 0);

}  // namespace rashomon
