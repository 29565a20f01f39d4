// The lexicon's names of parties and their people, where a statement holds them.
#pragma once

#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"

namespace rashomon {

/// Leaders, ministers, officials and spokespersons.
bool is_named_person(PartyNameKind kind);

/// Buildings, ministries and media: they pass words on.
bool is_source(PartyNameKind kind);

/// For each token the party's name that starts with it, or null. Names of peoples, and those that are only
/// part of a place's name ("South China Sea"), are left out.
std::vector<const Find*> party_finds(const Statement& statement, const Lexicons& lexicons);

/// What to call a person found: a row of the lexicon may hold several people, and its label is the first of
/// them; the others go by what is written.
std::string label_of(const Find& find, const std::vector<Token>& tokens, const PartyName& name);

}  // namespace rashomon
