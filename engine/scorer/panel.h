// The facts panel: what both accounts say of the event itself, side by side.
#pragma once

#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/alignment.h"
#include "engine/records/comparison.h"
#include "engine/scorer/judgement.h"
#include "engine/scorer/link_features.h"

namespace rashomon {

/// One row each of the kind of contact, who asked for it, date, place and duration; one row a participant and
/// an agreed step. By kind, then in the order of the left account, then of the right one. Two values that can
/// be one are `same`; where several are told, any two of them. Of a participant the offices are compared: one
/// that shares no word with the other side's differs.
std::vector<PanelFact> facts_panel(const Account& left, const Account& right, const Alignment& alignment,
                                   const Judgements& judgements, const LinkFeatures& features,
                                   const Lexicons& lexicons);

}  // namespace rashomon
