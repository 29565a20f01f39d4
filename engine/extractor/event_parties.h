// Which of the parties that an article cites are the sides of its event.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"

namespace rashomon {

/// The sides, the weightiest first. `cited`: by statement, whose words it passes on. A party that the
/// beginning does not name, or that is cited seldom beside two others, is a third party.
std::vector<std::string> event_parties(const std::vector<Statement>& statements,
                                       const std::vector<std::set<std::string>>& cited,
                                       const Lexicons& lexicons);

}  // namespace rashomon
