// The facts of the event side by side, and the claims that the other side does not confirm.
#include <string>

#include "engine/report/findings_words.h"
#include "engine/report/html/parts.h"
#include "engine/report/names.h"
#include "engine/report/numbers.h"
#include "engine/report/words.h"

namespace rashomon {
namespace {

void told(Html& html, const Account& account, const std::optional<FactValue>& value) {
  html.open("td", {{"data-label", account.label}});
  if (value) {
    html.leaf("q", {{"lang", language_of(account)}, {"dir", "auto"}}, value->text).text(" ");
    statement_reference(html, account.statements[value->statement]);
  } else {
    html.leaf("span", {{"class", "note"}}, "not told");
  }
  html.close();
}

void facts(Html& html, const Comparison& comparison, const PairComparison& pair) {
  html.leaf("h3", "Facts of the event");
  html.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Facts"}});
  html.open("table", {{"class", "facts"}}).open("thead").open("tr");
  html.leaf("th", {{"scope", "col"}}, "fact");
  for (const std::size_t side : {0U, 1U})
    html.leaf("th", {{"scope", "col"}}, account_of(comparison, pair, side).label);
  html.leaf("th", {{"scope", "col"}}, "the two").close().close().open("tbody");
  for (const PanelFact& fact : pair.facts) {
    if (!fact.values[0] && !fact.values[1]) continue;  // neither tells
    html.open("tr").leaf("th", {{"scope", "row"}}, fact_words(fact.kind));
    for (const std::size_t side : {0U, 1U}) told(html, account_of(comparison, pair, side), fact.values[side]);
    html.open("td", {{"data-label", "the two"}});
    relation_name(html, name_of(fact.verdict),
                  fact.verdict == FactVerdict::silent ? "one alone" : name_of(fact.verdict));
    html.close().close();
  }
  html.close().close().close();
  if (const std::string untold = untold_facts(pair); !untold.empty())
    html.leaf("p", {{"class", "note"}}, "Neither tells: " + untold + '.');
}

void quote(Html& html, const Account& account, std::size_t index) {
  const Statement& statement = account.statements[index];
  html.open("blockquote").open("p", {{"lang", language_of(account)}, {"dir", "auto"}});
  html.text(statement.text).close().open("footer");
  statement_reference(html, statement);
  html.text(' ' + teller_words(statement)).close().close();
}

void claim(Html& html, const Comparison& comparison, const PairComparison& pair, const Claim& claim) {
  html.open("li").open("p", {{"class", "claim"}});
  relation_name(html, name_of(claim.verdict), claim_words(comparison, pair, claim));
  html.leaf("span", {{"class", "note"}},
            (claim.score ? " score " + fixed(*claim.score, 2, true) + "," : "") + " linked " +
                fixed(claim.probability));
  html.close().open("div", {{"class", "quotes"}});
  quote(html, account_of(comparison, pair, claim.side), claim.statement);
  if (claim.answer) quote(html, account_of(comparison, pair, 1 - claim.side), *claim.answer);
  html.close().close();
}

}  // namespace

void facts_and_claims(Html& html, const Comparison& comparison, const PairComparison& pair) {
  facts(html, comparison, pair);
  html.leaf("h3", "What one side tells of the other, and the other does not confirm");
  html.open("ul", {{"class", "claims"}});
  bool any = false;
  for (const Claim& one : pair.claims) {
    if (one.verdict == ClaimVerdict::confirmed) continue;
    claim(html, comparison, pair, one);
    any = true;
  }
  if (!any) html.leaf("li", {{"class", "note"}}, "None.");
  html.close();
  if (const std::string confirmed = confirmed_claims(comparison, pair); !confirmed.empty()) {
    html.open("p", {{"class", "note"}}).text("Confirmed: ");
    sentence_with_references(html, comparison, confirmed + '.');
    html.close();
  }
}

}  // namespace rashomon
