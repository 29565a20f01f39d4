#include "engine/report/findings_words.h"

#include <vector>

#include "engine/report/numbers.h"
#include "engine/text/width.h"

namespace rashomon {
namespace {

const Account& account_of(const Comparison& comparison, const PairComparison& pair, std::size_t side) {
  return comparison.accounts[side == 0 ? pair.left : pair.right].account;
}

std::string listed(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : ", ").append(part);
  return out;
}

}  // namespace

std::string_view fact_words(FactKind kind) {
  switch (kind) {
    case FactKind::contact: return "kind of contact";
    case FactKind::initiator: return "who asked for it";
    case FactKind::date: return "date";
    case FactKind::place: return "place";
    case FactKind::duration: return "duration";
    case FactKind::participant: return "participant";
    case FactKind::follow_up: return "agreed step";
  }
  return "fact";
}

char sign_of(FactVerdict verdict) {
  switch (verdict) {
    case FactVerdict::same: return '=';
    case FactVerdict::differs: return '!';
    case FactVerdict::silent: break;
  }
  return '-';
}

std::string untold_facts(const PairComparison& pair) {
  std::vector<std::string> names;
  for (const PanelFact& fact : pair.facts) {
    if (!fact.values[0] && !fact.values[1]) names.emplace_back(fact_words(fact.kind));
  }
  return listed(names);
}

std::string claim_words(const Comparison& comparison, const PairComparison& pair, const Claim& claim) {
  const std::string party = make_visible(account_of(comparison, pair, 1 - claim.side).label);
  const auto verdict = [&] {
    switch (claim.verdict) {
      case ClaimVerdict::denied: return "denied by " + party;
      case ClaimVerdict::silent: return party + " is silent";
      case ClaimVerdict::weakened: return party + " says less";
      case ClaimVerdict::strengthened: return party + " says more";
      case ClaimVerdict::confirmed: break;
    }
    return "confirmed by " + party;
  };
  return verdict() + (claim.joint ? ", told of both" : "");
}

char sign_of(ClaimVerdict verdict) {
  switch (verdict) {
    case ClaimVerdict::denied: return '!';
    case ClaimVerdict::silent: return '-';
    case ClaimVerdict::weakened:
    case ClaimVerdict::strengthened: return '~';
    case ClaimVerdict::confirmed: break;
  }
  return '=';
}

std::string confirmed_claims(const Comparison& comparison, const PairComparison& pair) {
  std::vector<std::string> parts;
  for (const Claim& claim : pair.claims) {
    if (claim.verdict != ClaimVerdict::confirmed || !claim.answer) continue;
    const Account& teller = account_of(comparison, pair, claim.side);
    const Account& own = account_of(comparison, pair, 1 - claim.side);
    parts.push_back(teller.statements[claim.statement].id + " by " + own.statements[*claim.answer].id +
                    " (linked " + fixed(claim.probability) + ')');
  }
  return listed(parts);
}

}  // namespace rashomon
