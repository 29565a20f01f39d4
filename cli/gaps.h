// Which frequent phrases of a corpus no lexicon covers.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/document.h"

namespace rashomon::cli {

/// A run of words between stop words, numbers, punctuation and verbs of speech.
struct Phrase {
  std::string words;  // folded, parted by blanks
  std::size_t count = 0;
  std::size_t covered = 0;  // occurrences with every word in an expression of a lexicon

  /// A lexicon has it where more than half of its occurrences are covered: context may take an expression
  /// away.
  bool is_covered() const { return 2 * covered > count; }
};

/// The phrases of the documents with at least `least` occurrences, the most frequent first.
std::vector<Phrase> frequent_phrases(const std::vector<Document>& documents, const Lexicons& lexicons,
                                     std::size_t least);

/// For each token whether an expression holds it: of the verbs of speech, of any other table but the facts,
/// of the concepts.
struct Cover {
  std::vector<bool> speech;
  std::vector<bool> other;
  std::vector<bool> concepts;
};
Cover cover_of(const std::vector<Token>& tokens, const std::vector<Find>& finds);

}  // namespace rashomon::cli
