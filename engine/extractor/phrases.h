// The noun phrases of one sentence of a news article, told by what bounds them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/extractor/actors.h"
#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"

namespace rashomon {

/// Tokens of a phrase.
struct Phrase {
  std::size_t first = 0;
  std::size_t last = 0;  // one past

  bool empty() const { return first == last; }
  std::size_t size() const { return last - first; }
  bool holds(const Find& find) const { return find.first >= first && find.last <= last; }
};

/// Whether an expression of this role stands among the tokens of the phrase.
bool holds_role(const Statement& statement, Phrase phrase, CitationRole role, const Lexicons& lexicons);

/// What bounds the phrases of a sentence. `reading` and `quoted`, which tokens stand within quotation marks,
/// must outlive it.
class Phrases {
 public:
  Phrases(const Reading& reading, const std::vector<bool>& quoted, const Lexicons& lexicons);

  std::size_t size() const { return tokens_.size(); }
  const Token& token(std::size_t at) const { return tokens_[at]; }
  bool quoted(std::size_t at) const { return quoted_[at]; }
  bool is(std::size_t at, Word word) const { return at < size() && classes_[at].is(word); }
  bool is_form(std::size_t at, std::string_view form) const {
    return at < size() && tokens_[at].form == form;
  }
  /// Whether an expression of this role begins with the token.
  bool begins(std::size_t at, CitationRole role) const { return at < size() && roles_[at] == role; }
  bool holds(Phrase phrase, CitationRole role) const;

  /// A mark that parts phrases: no hyphen inside a word, no dot of an abbreviation, no comma of a ministry's
  /// name.
  bool parts(std::size_t at) const;
  bool begins_clause(std::size_t at) const;
  bool opens_quote(std::size_t at) const { return quoted_[at] && (at == 0 || !quoted_[at - 1]); }

  /// The phrase that ends before the token, and the one that begins with it.
  Phrase before(std::size_t last) const;
  Phrase from(std::size_t first) const;
  /// "an analyst at the Fund" behind the comma or the bracket; may be empty.
  Phrase apposition(std::size_t comma) const;
  /// Whether a phrase from here tells who somebody is: "an analyst ...", but not "in a statement ...".
  bool describes(std::size_t at) const;

 private:
  bool bounds(std::size_t at) const;

  const Statement& statement_;
  const std::vector<Token>& tokens_;
  const std::vector<WordClass>& classes_;
  const std::vector<bool>& quoted_;
  const Lexicons& lexicons_;
  std::vector<std::optional<CitationRole>> roles_;  // of the expression that begins with each token
  std::vector<bool> in_name_;                       // whether a party's name holds each token
};

}  // namespace rashomon
