// People as a statement names them: with their titles, known to the lexicon or not.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"
#include "engine/scorer/cues.h"

namespace rashomon {

struct Person {
  TokenRange words;                  // the titles before the name, and the name
  std::vector<std::string> name;     // forms of the name's words
  std::vector<std::string> titles;   // stems of the words that tell an office: "minist", "secretari"
  std::optional<std::size_t> entry;  // of Lexicons::party_names(), where it knows the person

  bool in_chinese() const;
};

/// Leaders, ministers and officials of the lexicon, and capitalised names behind a title ("Vice Minister
/// Roe"), in the order of the text. `lexicons` tell names and titles (parties.tsv, facts.tsv).
std::vector<Person> read_persons(const Statement& statement, const Lexicons& lexicons);

/// One name holds all words of the other ("Roe", "Jane Roe"), or the lexicon knows both as one person.
bool same_person(const Person& a, const Person& b);

}  // namespace rashomon
