// How a sentence of a news article passes on the words of its source.
#pragma once

#include <vector>

#include "engine/extractor/citations.h"
#include "engine/records/statement.h"

namespace rashomon {

/// Direct where the sentence is one full quotation and who says it, partial where it quotes some words, else
/// indirect. `quoted`: which tokens stand within quotation marks; `citations`: those of the sentence.
Mode cited_mode(const Statement& statement, const std::vector<bool>& quoted,
                const std::vector<Citation>& citations);

}  // namespace rashomon
