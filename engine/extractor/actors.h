// Who is named in a statement: parties, their people, and the words that point back to them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/extractor/grammar.h"
#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"

namespace rashomon {

/// Indices of the accounts that are compared, ascending.
using Sides = std::vector<std::size_t>;

Sides united(const Sides& a, const Sides& b);

/// The accounts that are compared, as one of them sees them.
class Compared {
 public:
  /// `own`: the id of the account that is read, one of `parties`.
  Compared(const std::vector<std::string>& parties, const std::string& own, const Lexicons& lexicons);

  std::size_t own() const { return own_; }
  /// The account of a party of the lexicon; none where it is a third party. A second account of one party
  /// ("us-2") is meant by the party's name in its own text. Where exactly one account's party is unknown to
  /// the lexicon, the names of all parties that are not compared are taken for it.
  Sides sides_of(const std::string& party) const;

 private:
  std::size_t own_ = 0;
  std::unordered_map<std::string, std::size_t> index_;  // by party of the lexicon
  std::optional<std::size_t> unknown_;
};

enum class ActorKind : std::uint8_t {
  person,  // somebody with a name
  title,   // "the President", "the Russian leader"
  side,    // a party, its government, its delegation
  source,  // a building, ministry or medium that passes on words
  both,    // "the two sides", "the leaders"
  they,
  he,  // or she
  i,
  we,
};

/// A noun phrase that names or means an actor.
struct Actor {
  std::size_t first = 0;  // tokens
  std::size_t last = 0;   // one past
  ActorKind kind = ActorKind::side;
  std::string party;    // of the lexicon; empty where it must be found out
  std::string label;    // "Joe Biden", "United States"; empty for pronouns
  std::string title;    // the office's word: "president"
  bool owner = false;   // "China's ...", "Chinese ...": only owns what follows
  bool object = false;  // stands behind a preposition
  bool two = false;     // "both sides", "the two leaders": these very two
};

/// A statement with what its words are and whom they name.
struct Reading {
  const Statement* statement = nullptr;
  std::vector<WordClass> classes;  // of each token
  std::vector<Actor> actors;       // in order, not overlapping
};

/// People of a text whom the lexicon does not know, with the parties that their first mentions tell.
class Cast {
 public:
  /// Reads every statement of an account; an unknown person without any mark of a party belongs to
  /// `own_party`.
  Cast(const std::vector<Statement>& statements, const std::vector<std::vector<WordClass>>& classes,
       const Lexicons& lexicons, std::string own_party);

  struct Person {
    std::string party;
    std::string label;
  };
  /// The person that a word of a name means.
  const Person* find(const Token& token) const;

 private:
  void read(const Statement& statement, const std::vector<WordClass>& classes, const Lexicons& lexicons);
  std::size_t add_known(const std::vector<Token>& tokens, const std::vector<WordClass>& classes,
                        const Find& find, const PartyName& name);

  std::string own_party_;
  std::unordered_map<std::string, Person> people_;  // by each word of the name, as written
  std::unordered_map<std::string, Person>
      unmarked_;  // whom only a later statement may tell; empty once all are read
};

/// The actors of a statement.
Reading read_actors(const Statement& statement, std::vector<WordClass> classes, const Cast& cast,
                    const Lexicons& lexicons);

}  // namespace rashomon
