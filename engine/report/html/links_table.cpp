// All links as one table, and what no link reaches.
#include <string>

#include "engine/report/evidence_words.h"
#include "engine/report/findings.h"
#include "engine/report/html/parts.h"
#include "engine/report/names.h"
#include "engine/report/numbers.h"
#include "engine/report/words.h"

namespace rashomon {
namespace {

void statement_cell(Html& html, const Account& account, std::size_t index) {
  const Statement& statement = account.statements[index];
  html.open("td", {{"class", "quote"}, {"data-label", account.label}});
  statement_reference(html, statement);
  html.text(" ").leaf("span", {{"lang", language_of(account)}, {"dir", "auto"}}, statement.text).close();
}

void figure_cell(Html& html, const std::string& figure) { html.leaf("td", {{"class", "number"}}, figure); }

void row(Html& html, const Comparison& comparison, const PairComparison& pair, const Link& link) {
  const std::string number = std::to_string(number_of(comparison, pair, link));
  html.open("tr", {{"id", "link-" + number}}).leaf("th", {{"scope", "row"}}, number);
  html.open("td", {{"class", "what"}});
  relation_name(html, name_of(link.relation), link_words(comparison, pair, link));
  html.close();
  statement_cell(html, account_of(comparison, pair, 0), link.left);
  statement_cell(html, account_of(comparison, pair, 1), link.right);
  figure_cell(html, fixed(link.score, 2, true));
  figure_cell(html, fixed(link.confidence));
  figure_cell(html, fixed(link.probability));
  std::string reasons;
  for (const Evidence* reason : strongest_reasons(link))
    reasons += (reasons.empty() ? "" : "; ") + reason_words(*reason);
  html.leaf("td", {{"class", "why"}}, reasons).close();
}

void partly_answered(Html& html, const Comparison& comparison, const PairComparison& pair, std::size_t side,
                     const std::vector<PartlyAnswered>& partly) {
  if (partly.empty()) return;
  const Account& account = account_of(comparison, pair, side);
  html.leaf("h4", "Points of its lists that " + account_of(comparison, pair, 1 - side).label + " leaves out");
  html.open("ul", {{"class", "omissions"}});
  for (const PartlyAnswered& one : partly) {
    const Statement& statement = account.statements[one.statement];
    for (const std::size_t point : one.points) {
      html.open("li");
      statement_reference(html, statement);
      html.text(" ").leaf("span", {{"lang", language_of(account)}, {"dir", "auto"}},
                          point_text(statement, statement.points[point].span, comparison.offsets));
      html.leaf("span", {{"class", "note"}},
                " answered " + fixed(pair.points_answered[side][one.statement][point]));
      html.close();
    }
  }
  html.close();
}

}  // namespace

void links_table(Html& html, const Comparison& comparison, const PairComparison& pair) {
  html.open("div",
            {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Table of links"}});
  html.open("table", {{"class", "links"}}).open("thead").open("tr");
  for (const std::string& name :
       {std::string("no."), std::string("relation"), account_of(comparison, pair, 0).label,
        account_of(comparison, pair, 1).label, std::string("score"), std::string("confidence"),
        std::string("linked"), std::string("why")})
    html.leaf("th", {{"scope", "col"}}, name);
  html.close().close().open("tbody");
  for (const Link& link : pair.links) row(html, comparison, pair, link);
  html.close().close().close();
}

void omissions(Html& html, const Comparison& comparison, const PairComparison& pair) {
  const Findings found = findings(comparison, pair);
  for (const std::size_t side : {0U, 1U}) {
    const Account& account = account_of(comparison, pair, side);
    html.open("section", {{"class", "omitted"}});
    html.leaf("h3", omission_title(comparison, pair, side == 0 ? pair.left : pair.right) + " (" +
                        std::to_string(found.omitted[side].size()) + ')');
    html.open("ul", {{"class", "omissions"}});
    for (const Omission* omission : found.omitted[side]) {
      const Statement& statement = account.statements[omission->statement];
      html.open("li");
      statement_reference(html, statement);
      html.text(" ").leaf("span", {{"lang", language_of(account)}, {"dir", "auto"}}, statement.text);
      html.leaf("span", {{"class", "note"}},
                " salience " + fixed(omission->salience) + ", answered " +
                    fixed(pair.answered[side][omission->statement]));
      html.close();
    }
    if (found.omitted[side].empty()) html.leaf("li", {{"class", "note"}}, "None.");
    html.close();
    partly_answered(html, comparison, pair, side, found.partly[side]);
    html.close();
  }
}

}  // namespace rashomon
