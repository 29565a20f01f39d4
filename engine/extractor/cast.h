// People whom only the text itself introduces.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/extractor/grammar.h"
#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"

namespace rashomon {

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

}  // namespace rashomon
