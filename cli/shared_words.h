// The words behind the features of a pair of statements, for explaining.
#pragma once

#include <string>
#include <vector>

#include "engine/records/statement.h"
#include "engine/records/vectors.h"

namespace rashomon::cli {

/// A term, concept, number or name that two statements share; of near words both, "sanction ~ embargo".
struct SharedWord {
  std::string word;
  double weight = 0;  // idf where it is a term or a concept (of near words idf x likeness), else 0
};

/// Two statements of two accounts, by their place in these.
struct PairPlace {
  const std::vector<Statement>& left;
  const std::vector<Statement>& right;
  std::size_t i;
  std::size_t j;
};

/// What a group of features ("stems", "issues", "soft" ...: a feature's name up to its first dot) reads of
/// both; weightiest first; empty for a group that reads no words.
std::vector<SharedWord> shared_words(const std::string& group, const PairPlace& pair,
                                     const PairSpaces& spaces);

}  // namespace rashomon::cli
