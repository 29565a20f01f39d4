// What two accounts say was agreed for the time to come, step by step.
#pragma once

#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/alignment.h"
#include "engine/records/comparison.h"
#include "engine/scorer/judgement.h"
#include "engine/scorer/link_features.h"

namespace rashomon {

/// One row a statement, of either account, that tells what both sides agreed or have yet to do: the clause
/// that tells it, beside the likeliest step of the other account on the same matter, or another statement of
/// it that speaks to it more likely than not and is no position of one side alone. `same` where the two do
/// not oppose each other. In the order of the left account, then of the right one.
std::vector<PanelFact> agreed_steps(const Account& left, const Account& right, const Alignment& alignment,
                                    const Judgements& judgements, const LinkFeatures& features,
                                    const Lexicons& lexicons);

}  // namespace rashomon
