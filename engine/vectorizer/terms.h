// Statements -> terms, the columns of a vector space.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/records/statement.h"
#include "engine/vectorizer/vocabulary.h"

namespace rashomon {

/// The terms of one statement by their numbers in a vocabulary, repeated as often as it holds them.
using Terms = std::vector<TermId>;

/// Stems of the content words and numbers; of Chinese every two neighbouring characters. With `longest` > 1
/// also runs of up to that many neighbouring terms, joined by a blank. New terms are added to the vocabulary.
Terms stem_terms(const Statement& statement, Vocabulary& vocabulary, std::size_t longest = 1);

/// Runs of `shortest` to `longest` characters within each word, padded by a blank on both sides, as
/// scikit-learn's `char_wb` analyzer cuts them, over the folded words of statements. Each distinct word is
/// cut once.
class CharacterTerms {
 public:
  /// New terms are added to the vocabulary, which must outlive this value.
  explicit CharacterTerms(Vocabulary& vocabulary, std::size_t shortest = 3, std::size_t longest = 5)
      : vocabulary_(vocabulary), shortest_(shortest), longest_(longest) {}

  Terms operator()(const Statement& statement);

 private:
  Terms cut(std::string_view word) const;

  Vocabulary& vocabulary_;
  std::size_t shortest_;
  std::size_t longest_;
  Vocabulary words_;
  std::vector<Terms> runs_;  // of each word
};

}  // namespace rashomon
