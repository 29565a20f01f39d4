// How reports for people put facts and claims into words.
#pragma once

#include <string>
#include <string_view>

#include "engine/records/comparison.h"

namespace rashomon {

/// "who asked for it", "participant".
std::string_view fact_words(FactKind kind);
/// The sign of a row of the facts panel: = same, ! differs, - silent.
char sign_of(FactVerdict verdict);
/// The rows of the facts panel that neither account tells, "date, place"; empty where there are none.
std::string untold_facts(const PairComparison& pair);

/// What becomes of a claim, "denied by China", "China says more, told of both".
std::string claim_words(const Comparison& comparison, const PairComparison& pair, const Claim& claim);
/// ! denied, - silent, ~ weakened or strengthened, = confirmed.
char sign_of(ClaimVerdict verdict);
/// The confirmed claims with their answers, "us:3 by cn:9 (linked 0.85)"; empty where there are none.
std::string confirmed_claims(const Comparison& comparison, const PairComparison& pair);

}  // namespace rashomon
