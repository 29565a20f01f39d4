#include "engine/report/json_findings.h"

#include <optional>

#include "engine/report/names.h"

namespace rashomon {
namespace {

Json quote(const Statement& statement) {
  return Object()
      .add("statement", statement.id)
      .add("begin", statement.span.begin)
      .add("end", statement.span.end)
      .add("text", statement.text)
      .done();
}

std::optional<Json> told(const std::optional<FactValue>& value, const Account& account) {
  if (!value) return std::nullopt;
  return Object()
      .add("statement", account.statements[value->statement].id)
      .add("begin", value->span.begin)
      .add("end", value->span.end)
      .add("text", value->text)
      .done();
}

}  // namespace

Json fact_json(const PanelFact& fact, const Account& left, const Account& right) {
  return Object()
      .add("fact", fact.kind)
      .add("verdict", fact.verdict)
      .add("left", told(fact.values[0], left))
      .add("right", told(fact.values[1], right))
      .done();
}

Json claim_json(const Claim& claim, const Account& left, const Account& right) {
  const Account& teller = claim.side == 0 ? left : right;
  const Account& own = claim.side == 0 ? right : left;
  std::optional<Json> answer;
  if (claim.answer) answer = quote(own.statements[*claim.answer]);
  return Object()
      .add("teller", teller.id)
      .add("of", own.id)
      .add("verdict", claim.verdict)
      .add("joint", claim.joint)
      .add("told", quote(teller.statements[claim.statement]))
      .add("own", answer)
      .add("probability", claim.probability)
      .add("share", claim.share)
      .add("score", claim.score)
      .add("told_strength", claim.told_strength)
      .add("own_strength", claim.own_strength)
      .done();
}

Json keyword_json(const Keyword& keyword) {
  return Object()
      .add("word", keyword.word)
      .add("left", keyword.counts[0])
      .add("right", keyword.counts[1])
      .add("log_odds", keyword.log_odds)
      .add("z", keyword.z)
      .done();
}

}  // namespace rashomon
