// The names that the sources of a news article bear.
#pragma once

#include <string>
#include <vector>

#include "engine/extractor/actors.h"
#include "engine/extractor/phrases.h"
#include "engine/records/statement.h"

namespace rashomon {

/// The phrase as written, without the articles that begin it.
std::string words_of(const Reading& reading, Phrase phrase);

/// "Jane Roe": the capitalised words at the end of a source that belong to no party's name and no office,
/// else the whole beginning of its apposition ("One of the five, Jane Roe, said"). May be empty. `finds`: as
/// party_finds() tells them.
Phrase name_of(const Reading& reading, Phrase source, Phrase apposition,
               const std::vector<const Find*>& finds);

}  // namespace rashomon
