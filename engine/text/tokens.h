// Text -> tokens: words, numbers, Chinese characters and marks with their spans.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/records/statement.h"
#include "engine/text/stem.h"

namespace rashomon {

/// What a tokenizer knows of words. Filled from the lexicons `spelling` and `stop_words`.
struct WordLists {
  std::unordered_map<std::string, std::string> spelling;  // folded variant -> standard
  std::unordered_set<std::string> stop_words;             // folded forms
};

/// Cuts text into tokens. A word is a run of letters, marks, digits and inner apostrophes; hyphens and
/// slashes part words; "U.S." is one word "US"; a number keeps its inner dots and commas; each Chinese
/// character is a token; so is each punctuation mark. White space is no token. Any number of threads may use
/// one.
class Tokenizer {
 public:
  explicit Tokenizer(WordLists lists, std::string_view language = "en");

  /// `utf8` is the slice of a document that starts at code point `offset`.
  std::vector<Token> operator()(std::string_view utf8, std::size_t offset = 0) const;

 private:
  void finish_word(Token& token, const Stemmer& stemmer) const;

  WordLists lists_;
  std::string language_;
};

/// Runs of two and more word characters, folded: what scikit-learn's default token pattern finds in
/// lower-cased text.
std::vector<std::string> plain_words(std::string_view utf8);

}  // namespace rashomon
