// One side says it, the other says it is not so: a word that is negated in one statement only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"
#include "engine/scorer/cues.h"

namespace rashomon {

/// A content word and whether a negation stands right before it.
struct Assertion {
  std::size_t token = 0;
  std::size_t first = 0;  // of the negation's tokens; the word itself where it is affirmed
  bool negated = false;
};

/// Every content word of a statement, in order. Grammatical words, adverbs and quotation marks may stand
/// between a negation and the word that it negates.
std::vector<Assertion> read_assertions(const Statement& statement, const Lexicons& lexicons);

/// The first word that one side negates and the other affirms beside the same next word ("will not resume
/// talks", "talks will resume"); none where there is none. With the sides swapped the same, swapped.
std::optional<std::pair<TokenRange, TokenRange>> opposite_polarity(const Statement& left,
                                                                   const std::vector<Assertion>& left_words,
                                                                   const Statement& right,
                                                                   const std::vector<Assertion>& right_words);

}  // namespace rashomon
