// Calls and meetings in a statement: that one took place, what it was about, what it set up.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/extractor/actors.h"

namespace rashomon {

/// Whether the word at `at` tells of an encounter ("met", "held a call") and not of its content ("spoke about
/// trade").
bool meets(const Reading& reading, std::size_t at);

/// "The call lasted an hour", "Roe and others attended the meeting". `quoted`: which tokens stand within
/// quotation marks; `speech`: whether the statement has a verb of speech.
bool tells_of_event(const Reading& reading, const std::vector<bool>& quoted, bool speech);

/// "The talks focused on ...", "The key topic of the meeting was ..."
bool tells_topic(const Reading& reading);

/// "The partnership will strengthen ...": what a thing does that two set up.
bool tells_of_instrument(const Reading& reading);

}  // namespace rashomon
