// Facts, claims and keywords as the contract writes them.
#pragma once

#include "engine/records/comparison.h"
#include "engine/report/json_text.h"

namespace rashomon {

Json fact_json(const PanelFact& fact, const Account& left, const Account& right);
Json claim_json(const Claim& claim, const Account& left, const Account& right);
Json keyword_json(const Keyword& keyword);

}  // namespace rashomon
