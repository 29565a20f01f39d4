// The counterpart-claim audit: what each account says that the other party said, promised or agreed, held
// against that party's own account.
#pragma once

#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/alignment.h"
#include "engine/records/comparison.h"
#include "engine/scorer/judgement.h"
#include "engine/scorer/link_features.h"

namespace rashomon {

/// Every statement that reports the other party's words (its holder), or an agreement of both, with what that
/// party's own account makes of it. `threshold`: probability from which two statements are linked. The answer
/// is the likeliest linked statement that the party holds itself, or that nobody holds, else any linked one,
/// or its denial ("did not raise"); without one the claim is `silent`. `denied`: a typed conflict of facts,
/// or opposed for sure. `weakened`: told only in part and in other terms (a partial link is likelier than a
/// full one, and they do not agree), rather opposed, not told as agreed, or, where agreement is not the
/// likeliest, less firmly by a rung of commitment; `strengthened`: more firmly by a rung; both only where the
/// link is likelier than not, else `silent`; what is left is `confirmed`. Of two joint claims that answer
/// each other the first stands. Order: ClaimVerdict, then salience x (1 - answered), greatest first.
std::vector<Claim> audit_claims(const ComparedAccount& left, const ComparedAccount& right,
                                const PairComparison& pair, const Alignment& alignment,
                                const Judgements& judgements, const LinkFeatures& features, double threshold,
                                const Lexicons& lexicons);

}  // namespace rashomon
