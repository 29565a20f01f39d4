// Who is named in a statement: parties, their people, and the words that point back to them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/extractor/cast.h"
#include "engine/extractor/grammar.h"
#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"

namespace rashomon {

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

/// The actors of a statement.
Reading read_actors(const Statement& statement, std::vector<WordClass> classes, const Cast& cast,
                    const Lexicons& lexicons);

}  // namespace rashomon
