// Statements -> terms, the columns of a vector space.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/statement.h"

namespace rashomon {

/// The terms of one statement, repeated as often as it holds them.
using Terms = std::vector<std::string>;

/// Stems of the content words and numbers; of Chinese every two neighbouring characters. With `longest` > 1
/// also runs of up to that many neighbouring terms, joined by a blank.
Terms stem_terms(const Statement& statement, std::size_t longest = 1);

/// Runs of `shortest` to `longest` characters within each word, padded by a blank on both sides, as
/// scikit-learn's `char_wb` analyzer cuts them, over the folded words of the statement.
Terms character_terms(const Statement& statement, std::size_t shortest = 3, std::size_t longest = 5);

}  // namespace rashomon
