// Figures of a statement that need no other account: concepts, register, mass, salience; and the highlights.
#pragma once

#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/comparison.h"
#include "engine/records/statement.h"

namespace rashomon {

/// One element a statement. mass: content words over those of the account. register_level: mean of the rungs
/// found, negated ones left out, 0 where there is none. salience = mass x (1 + |register| / 5) x (1 +
/// [commits to something or draws a red line]).
std::vector<StatementFigures> statement_figures(const std::vector<Statement>& statements,
                                                const Lexicons& lexicons);

/// How the account sums up the talk: its longest rung of `talks`; and its most confrontational rung, in the
/// account's own voice.
Highlights highlights_of(const Account& account, const Lexicons& lexicons);

}  // namespace rashomon
