// Questions that the reading of facts asks of a statement: which expressions stand where, and beside whom.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"
#include "engine/scorer/cues.h"
#include "engine/scorer/facts.h"

namespace rashomon {

/// Places are indices of tokens; a place past the end holds nothing. Both arguments must outlive it.
class FactReader {
 public:
  FactReader(const Statement& statement, const Lexicons& lexicons);

  const std::vector<Token>& tokens() const { return statement_.tokens; }
  bool is_one_of(std::size_t at, std::initializer_list<std::string_view> forms) const;

  // Expressions of the table `facts`, in the order of the text.
  std::vector<const Find*> all(FactType type, FactRole role) const;
  bool any(FactRole role) const;
  const Find* at(FactRole role, std::size_t token) const;           // null where there is none
  const Find* last_before(FactRole role, std::size_t token) const;  // null where there is none
  bool contact_within(std::size_t first, std::size_t last) const;   // the contact is named there
  bool earlier_before(std::size_t token) const;                     // an earlier event may be meant

  // Other expressions.
  std::vector<const Find*> speech_verbs() const;
  bool speech_within(std::size_t first, std::size_t last) const;  // said or done, but for the contact itself
  bool negated(std::size_t token, std::size_t reach) const;       // by a plain "not", "no", "never"
  bool modal_before(std::size_t token, std::size_t reach) const;
  bool condition_before(std::size_t token) const;

  // Parties; empty where none stands there.
  std::string party_before(std::size_t token, std::size_t reach) const;  // the nearest
  std::string party_after(std::size_t token, std::size_t reach) const;  // the first; "the latter" is resolved
  std::string party_of(std::size_t token) const;                        // of the name that holds it
  bool party_at(std::size_t token) const;
  std::vector<std::string> people_of() const;  // whose people are named, each once
  std::vector<std::pair<TokenRange, std::string>> capitals() const;
  TokenRange with_party(TokenRange words,
                        const std::string& party) const;  // stretched to the party's nearby name

  // Stretches.
  std::size_t apart(const TokenRange& a, const TokenRange& b) const;  // words between them
  bool parted(std::size_t a, std::size_t b) const;                    // by the end of a clause
  TokenRange clause(const Find& phrase) const;                        // the clause that holds it
  Matter terms(const TokenRange& range, bool with_sides) const;       // without: sides name no matter
  Matter matter(const TokenRange& range) const;              // without sides where anything else names it
  std::vector<Matter> items(const TokenRange& range) const;  // matter, cut at commas, "and", "or"
  std::vector<std::string> people(const TokenRange& range) const;  // capitalised words that may be names

 private:
  const FactPhrase& phrase(const Find& find) const { return lexicons_.facts()[find.entry]; }
  const std::string& party(const Find& find) const { return lexicons_.party_names()[find.entry].party; }
  bool is_side(std::size_t token) const;  // a party's name that is no matter of its own
  void add_terms(std::size_t token, bool with_sides, Matter& out) const;

  const Statement& statement_;
  const Lexicons& lexicons_;
  std::vector<const Find*> phrases_;
  std::vector<const Find*> parties_;
  std::vector<bool> empty_;            // tokens that name no matter
  std::vector<const Find*> concepts_;  // of each token, null where it has none
};

}  // namespace rashomon
