// Tables (RFC 4180): any number of accounts gives the same columns.
#include <cstddef>
#include <map>
#include <string>

#include "engine/report/csv_table.h"
#include "engine/report/means.h"
#include "engine/report/names.h"
#include "engine/report/numbers.h"
#include "engine/report/report.h"

namespace rashomon {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ";") + part;
  return out;
}

std::string statements(const Comparison& comparison) {
  Csv csv("id,account,begin,end,text,speaker,source,mode,holders,concepts,register,mass,answered,salience");
  for (std::size_t a = 0; a < comparison.accounts.size(); ++a) {
    const auto& [account, figures] = comparison.accounts[a];
    for (std::size_t i = 0; i < account.statements.size(); ++i) {
      const Statement& one = account.statements[i];
      csv.word(one.id).word(account.id).count(one.span.begin).count(one.span.end).text(one.text);
      csv.text(one.speaker.value_or("")).text(one.source.value_or("")).word(name_of(one.mode));
      csv.word(joined(one.holders)).word(joined(figures[i].concepts)).number(figures[i].register_level);
      csv.number(figures[i].mass)
          .number(mean_answered(comparison, a, i))
          .number(figures[i].salience)
          .end_row();
    }
  }
  return std::move(csv).finish();
}

std::string reasons(const Link& link) {
  std::string out;
  for (const Evidence& row : link.evidence) {
    if (!out.empty()) out += "; ";
    out += row.kind + ' ' + fixed(row.contribution, 4, true);
    if (!row.left.empty() || !row.right.empty()) out += " [" + row.left + " | " + row.right + ']';
  }
  return out;
}

std::string links(const Comparison& comparison) {
  Csv csv(
      "left,right,left_begin,left_end,right_begin,right_end,left_text,right_text,similarity,probability,"
      "share,voice,"
      "relation,score,confidence,agree,reframe,oppose,dimension,type,plausible,evidence_total,evidence");
  for (const PairComparison& pair : comparison.pairs) {
    for (const Link& link : pair.links) {
      const Statement& left = comparison.accounts[pair.left].account.statements[link.left];
      const Statement& right = comparison.accounts[pair.right].account.statements[link.right];
      csv.word(left.id).word(right.id).count(left.span.begin).count(left.span.end).count(right.span.begin);
      csv.count(right.span.end)
          .text(left.text)
          .text(right.text)
          .number(link.similarity)
          .number(link.probability);
      csv.number(link.share).word(name_of(link.voice)).word(name_of(link.relation)).number(link.score);
      csv.number(link.confidence).number(link.probabilities.agree).number(link.probabilities.reframe);
      csv.number(link.probabilities.oppose).word(link.dimension ? name_of(*link.dimension) : "");
      csv.word(link.type ? name_of(*link.type) : "");
      std::vector<std::string> plausible;
      for (const Relation relation : link.plausible) plausible.emplace_back(name_of(relation));
      csv.word(joined(plausible)).number(link.evidence_total).text(reasons(link)).end_row();
    }
  }
  return std::move(csv).finish();
}

std::string omissions(const Comparison& comparison) {
  Csv csv("statement,account,unanswered_by,begin,end,text,salience,answered");
  for (const PairComparison& pair : comparison.pairs) {
    for (const Omission& omission : pair.omissions) {
      const bool left = omission.account == pair.left;
      const Account& account = comparison.accounts[omission.account].account;
      const Statement& one = account.statements[omission.statement];
      csv.word(one.id).word(account.id).word(comparison.accounts[left ? pair.right : pair.left].account.id);
      csv.count(one.span.begin).count(one.span.end).text(one.text).number(omission.salience);
      csv.number(pair.answered[left ? 0 : 1][omission.statement]).end_row();
    }
  }
  return std::move(csv).finish();
}

/// A value's statement, place and text; four empty cells where the account tells none.
void add_value(Csv& csv, const Account& account, const std::optional<FactValue>& value) {
  if (!value) {
    csv.word("").word("").word("").word("");
    return;
  }
  csv.word(account.statements[value->statement].id).count(value->span.begin).count(value->span.end);
  csv.text(value->text);
}

std::string facts(const Comparison& comparison) {
  Csv csv(
      "left,right,fact,verdict,left_statement,left_begin,left_end,left_text,right_statement,right_begin,"
      "right_end,right_text");
  for (const PairComparison& pair : comparison.pairs) {
    const Account& left = comparison.accounts[pair.left].account;
    const Account& right = comparison.accounts[pair.right].account;
    for (const PanelFact& fact : pair.facts) {
      csv.word(left.id).word(right.id).word(name_of(fact.kind)).word(name_of(fact.verdict));
      add_value(csv, left, fact.values[0]);
      add_value(csv, right, fact.values[1]);
      csv.end_row();
    }
  }
  return std::move(csv).finish();
}

std::string claims(const Comparison& comparison) {
  Csv csv(
      "teller,of,verdict,joint,told,told_begin,told_end,told_text,own,own_begin,own_end,own_text,probability,"
      "share,score,told_strength,own_strength");
  for (const PairComparison& pair : comparison.pairs) {
    for (const Claim& claim : pair.claims) {
      const Account& teller = comparison.accounts[claim.side == 0 ? pair.left : pair.right].account;
      const Account& own = comparison.accounts[claim.side == 0 ? pair.right : pair.left].account;
      const auto whole = [](const Account& account, std::size_t index) {
        const Statement& one = account.statements[index];
        return FactValue{index, one.span, one.text};
      };
      csv.word(teller.id).word(own.id).word(name_of(claim.verdict)).word(claim.joint ? "true" : "false");
      add_value(csv, teller, whole(teller, claim.statement));
      add_value(csv, own, claim.answer ? std::optional(whole(own, *claim.answer)) : std::nullopt);
      csv.number(claim.probability).number(claim.share).number(claim.score);
      csv.number(claim.told_strength).number(claim.own_strength).end_row();
    }
  }
  return std::move(csv).finish();
}

/// One row a topic and account.
std::string topics(const Comparison& comparison) {
  Csv csv("concept,account,emphasis,register,first,score");
  for (const Topic& topic : comparison.topics) {
    for (std::size_t a = 0; a < comparison.accounts.size(); ++a) {
      csv.word(topic.concept_id).word(comparison.accounts[a].account.id).number(topic.emphasis[a]);
      csv.number(topic.register_level[a]).number(topic.first[a]).number(topic.score).end_row();
    }
  }
  return std::move(csv).finish();
}

}  // namespace

std::map<std::string, std::string> csv_report(const Comparison& comparison) {
  return {{"statements.csv", statements(comparison)}, {"links.csv", links(comparison)},
          {"omissions.csv", omissions(comparison)},   {"topics.csv", topics(comparison)},
          {"facts.csv", facts(comparison)},           {"claims.csv", claims(comparison)}};
}

}  // namespace rashomon
