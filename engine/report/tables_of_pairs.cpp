// What stands between two accounts: totals, links with their evidence, omissions, highlights, findings.
#include <array>
#include <functional>

#include "engine/report/numbers.h"
#include "engine/report/tables.h"

namespace rashomon {
namespace {

using enum ColumnType;
using enum Presence;

/// A pair with its two accounts at hand.
struct Sides {
  const PairComparison& pair;
  std::array<const Account*, 2> accounts;

  const Account& account(std::size_t side) const { return *accounts[side]; }
  const std::string& id(std::size_t side) const { return accounts[side]->id; }
  const Statement& statement(std::size_t side, std::size_t index) const {
    return accounts[side]->statements[index];
  }
};

/// The rows that `add` makes of every pair.
std::vector<Row> of_pairs(const Comparison& comparison,
                          const std::function<void(std::vector<Row>&, const Sides&)>& add) {
  std::vector<Row> rows;
  for (const PairComparison& pair : comparison.pairs) {
    add(rows, {pair, {&comparison.accounts[pair.left].account, &comparison.accounts[pair.right].account}});
  }
  return rows;
}

std::vector<Row> pair_rows(const Comparison& comparison) {
  return of_pairs(comparison, [](std::vector<Row>& rows, const Sides& sides) {
    rows.push_back(with_totals({sides.id(0), sides.id(1)}, sides.pair.summary));
  });
}

std::vector<Row> profile_rows(const Comparison& comparison) {
  return of_pairs(comparison, [](std::vector<Row>& rows, const Sides& sides) {
    for (const std::size_t side : {0U, 1U}) {
      const Profile& one = sides.pair.summary.profiles[side];
      rows.push_back(
          {sides.id(0), sides.id(1), sides.id(side), one.agree, one.reframe, one.oppose, one.silent});
    }
  });
}

std::string plausible(const Link& link) {
  std::vector<std::string> names;
  for (const Relation relation : link.plausible) names.emplace_back(name_of(relation));
  return semicolons(names);
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

std::vector<Row> link_rows(const Comparison& comparison) {
  return of_pairs(comparison, [](std::vector<Row>& rows, const Sides& sides) {
    for (const Link& link : sides.pair.links) {
      const Statement& left = sides.statement(0, link.left);
      const Statement& right = sides.statement(1, link.right);
      const RelationProbabilities& chances = link.probabilities;
      rows.push_back({left.id,
                      right.id,
                      left.span.begin,
                      left.span.end,
                      right.span.begin,
                      right.span.end,
                      left.text,
                      right.text,
                      link.similarity,
                      link.probability,
                      link.share,
                      link.voice,
                      link.relation,
                      link.score,
                      link.confidence,
                      chances.agree,
                      chances.reframe,
                      chances.oppose,
                      link.dimension,
                      link.type,
                      link.uncertain() ? Cell(plausible(link)) : Cell(),
                      link.evidence_total,
                      reasons(link),
                      sides.id(0),
                      sides.id(1)});
    }
  });
}

Cell known(const std::string& words) { return words.empty() ? Cell() : Cell(words); }
Cell begin_of(const std::optional<Span>& span) { return span ? Cell(span->begin) : Cell(); }
Cell end_of(const std::optional<Span>& span) { return span ? Cell(span->end) : Cell(); }

std::vector<Row> evidence_rows(const Comparison& comparison) {
  return of_pairs(comparison, [](std::vector<Row>& rows, const Sides& sides) {
    for (const Link& link : sides.pair.links) {
      std::size_t number = 0;
      for (const Evidence& row : link.evidence) {
        rows.push_back({sides.statement(0, link.left).id, sides.statement(1, link.right).id, ++number,
                        row.kind, known(row.left), known(row.right), begin_of(row.left_span),
                        end_of(row.left_span), begin_of(row.right_span), end_of(row.right_span),
                        row.contribution});
      }
    }
  });
}

std::vector<Row> omission_rows(const Comparison& comparison) {
  return of_pairs(comparison, [](std::vector<Row>& rows, const Sides& sides) {
    for (const Omission& omission : sides.pair.omissions) {
      const std::size_t side = omission.account == sides.pair.left ? 0 : 1;
      const Statement& one = sides.statement(side, omission.statement);
      rows.push_back({one.id, sides.id(side), sides.id(1 - side), one.span.begin, one.span.end, one.text,
                      omission.salience, sides.pair.answered[side][omission.statement]});
    }
  });
}

std::vector<Row> highlight_rows(const Comparison& comparison) {
  return of_pairs(comparison, [](std::vector<Row>& rows, const Sides& sides) {
    for (const std::size_t side : {0U, 1U}) {
      const auto add = [&](std::string_view kind, const std::optional<Highlight>& found) {
        if (!found) return;
        rows.push_back({sides.id(side), sides.id(1 - side), kind, sides.statement(side, found->statement).id,
                        found->span.begin, found->span.end, found->text, found->level});
      };
      add("tone", sides.pair.highlights[side].tone);
      add("sharpest", sides.pair.highlights[side].sharpest);
    }
  });
}

/// A value's statement, place and text; four empty cells where the account tells none.
void add_value(Row& row, const Account& account, const std::optional<FactValue>& value) {
  if (!value) {
    row.resize(row.size() + 4);
    return;
  }
  row.insert(row.end(),
             {account.statements[value->statement].id, value->span.begin, value->span.end, value->text});
}

std::vector<Row> fact_rows(const Comparison& comparison) {
  return of_pairs(comparison, [](std::vector<Row>& rows, const Sides& sides) {
    std::size_t number = 0;
    for (const PanelFact& fact : sides.pair.facts) {
      Row row = {sides.id(0), sides.id(1), ++number, fact.kind, fact.verdict};
      for (const std::size_t side : {0U, 1U}) add_value(row, sides.account(side), fact.values[side]);
      rows.push_back(std::move(row));
    }
  });
}

std::vector<Row> claim_rows(const Comparison& comparison) {
  return of_pairs(comparison, [](std::vector<Row>& rows, const Sides& sides) {
    for (const Claim& claim : sides.pair.claims) {
      const std::size_t teller = claim.side;
      const auto whole = [&](std::size_t side, std::size_t index) {
        const Statement& one = sides.statement(side, index);
        return FactValue{index, one.span, one.text};
      };
      Row row = {sides.id(teller), sides.id(1 - teller), claim.verdict, claim.joint};
      add_value(row, sides.account(teller), whole(teller, claim.statement));
      add_value(row, sides.account(1 - teller),
                claim.answer ? std::optional(whole(1 - teller, *claim.answer)) : std::nullopt);
      row.insert(row.end(),
                 {claim.probability, claim.share, claim.score, claim.told_strength, claim.own_strength});
      rows.push_back(std::move(row));
    }
  });
}

Reference statement_at(std::string_view column) { return {{column}, "statements", {"doc_id"}}; }
Reference account_at(std::string_view column) { return {{column}, "accounts", {"doc_id"}}; }
const Reference kToPair = {{"left", "right"}, "pairs", {"left", "right"}};

TableSchema links_table() {
  return {
      "links",
      "Two statements that speak to the same point, one link a row",
      {{"left", word, "the left statement's id"},
       {"right", word, "the right statement's id"},
       {"left_begin", integer, "offset of the left statement", repeated},
       {"left_end", integer, "one past its last character", repeated},
       {"right_begin", integer, "offset of the right statement", repeated},
       {"right_end", integer, "one past its last character", repeated},
       {"left_text", text, "the left statement", repeated},
       {"right_text", text, "the right statement", repeated},
       {"similarity", number, "TF-IDF cosine, 0 to 1"},
       {"probability", number, "that they speak to the same point"},
       {"share", number, "how much of the two is expected to be that point"},
       {"voice", word, "same: two tellings of one thing; cross: two positions"},
       {"relation", word, "agree, reframe, diverge or contradict"},
       {"score", number, "-1 opposed to +1 same content and tone"},
       {"confidence", number, "probability of the relation, given the link"},
       {"agree", number, "probability"},
       {"reframe", number, "probability"},
       {"oppose", number, "probability of diverge and contradict together"},
       {"dimension", word, "of a reframe: tone, strength, scope, agency or credit", where_known},
       {"type", word, "of a contradict: the fact", where_known},
       {"plausible", word, "where uncertain: the relations that hold 0.9, parted by semicolons", where_known},
       {"evidence_total", number, "sum of the contributions"},
       {"evidence", text, "the rows of the table evidence in one line", repeated},
       {"left_account", word, "whose the left statement is"},
       {"right_account", word, "whose the right statement is"}},
      {"left", "right"},
      {statement_at("left"),
       statement_at("right"),
       {{"left_account", "right_account"}, "pairs", {"left", "right"}}},
      link_rows};
}

TableSchema evidence_table() {
  return {"evidence",
          "The reasons of a link, strongest first",
          {{"left", word, "the link's left statement"},
           {"right", word, "the link's right statement"},
           {"number", integer, "from 1"},
           {"kind", word, "name of the feature"},
           {"left_words", text, "words that it names on the left", where_known},
           {"right_words", text, "words that it names on the right", where_known},
           {"left_begin", integer, "where they stand", where_known},
           {"left_end", integer, "one past their last character", where_known},
           {"right_begin", integer, "where they stand", where_known},
           {"right_end", integer, "one past their last character", where_known},
           {"contribution", number, "above 0 towards agreement, below 0 towards opposition"}},
          {"left", "right", "number"},
          {{{"left", "right"}, "links", {"left", "right"}}},
          evidence_rows};
}

TableSchema facts_table() {
  return {"facts",
          "What both accounts say of the event itself",
          {{"left", word, "the left account"},
           {"right", word, "the right account"},
           {"number", integer, "from 1"},
           {"fact", word, "contact, initiator, date, place, duration, participant or follow_up"},
           {"verdict", word, "same, differs or silent"},
           {"left_statement", word, "that tells it on the left", where_known},
           {"left_begin", integer, "offset of the words", where_known},
           {"left_end", integer, "one past their last character", where_known},
           {"left_text", text, "the words", where_known},
           {"right_statement", word, "that tells it on the right", where_known},
           {"right_begin", integer, "offset of the words", where_known},
           {"right_end", integer, "one past their last character", where_known},
           {"right_text", text, "the words", where_known}},
          {"left", "right", "number"},
          {kToPair, statement_at("left_statement"), statement_at("right_statement")},
          fact_rows};
}

TableSchema claims_table() {
  return {"claims",
          "What one account tells of the other party, checked against that party's own account",
          {{"teller", word, "the account that tells it"},
           {"of", word, "the account of the party that it speaks for"},
           {"verdict", word, "denied, silent, weakened, strengthened or confirmed"},
           {"joint", boolean, "told of both parties"},
           {"told", word, "the teller's statement"},
           {"told_begin", integer, "its offset", repeated},
           {"told_end", integer, "one past its last character", repeated},
           {"told_text", text, "its text", repeated},
           {"own", word, "the party's own statement of it", where_known},
           {"own_begin", integer, "its offset", repeated},
           {"own_end", integer, "one past its last character", repeated},
           {"own_text", text, "its text", repeated},
           {"probability", number, "that the two, or else the likeliest one, speak to the same point"},
           {"share", number, "how much of the two is expected to be that point"},
           {"score", number, "-1 opposed to +1 same content and tone", where_known},
           {"told_strength", number, "how firmly the teller has the party commit itself", where_known},
           {"own_strength", number, "how firmly the party does so", where_known}},
          {"teller", "of", "told"},
          {account_at("teller"), account_at("of"), statement_at("told"), statement_at("own")},
          claim_rows};
}

}  // namespace

std::vector<TableSchema> pair_tables() {
  return {
      {"pairs",
       "Two accounts laid side by side, and their totals",
       with_totals({{"left", word, "the left account"}, {"right", word, "the right account"}}),
       {"left", "right"},
       {account_at("left"), account_at("right")},
       pair_rows},
      {"profiles",
       "An account's mass by what becomes of it in the other account; the four add up to 1",
       {{"left", word, "the left account"},
        {"right", word, "the right account"},
        {"account", word, "whose mass"},
        {"agree", number, "share of the mass"},
        {"reframe", number, "share of the mass"},
        {"oppose", number, "share of the mass"},
        {"silent", number, "share of the mass"}},
       {"left", "right", "account"},
       {kToPair, account_at("account")},
       profile_rows},
      links_table(),
      evidence_table(),
      {"omissions",
       "Statements that no link reaches, the weightiest first",
       {{"statement", word, "its id"},
        {"account", word, "whose it is", repeated},
        {"unanswered_by", word, "the account that leaves it out"},
        {"begin", integer, "its offset", repeated},
        {"end", integer, "one past its last character", repeated},
        {"text", text, "its text", repeated},
        {"salience", number, "its mass, raised by strong register and commitment"},
        {"answered", number, "how far the other account answers it all the same"}},
       {"statement", "unanswered_by"},
       {statement_at("statement"), account_at("unanswered_by")},
       omission_rows},
      {"highlights",
       "How an account sums up the talk, and its most confrontational words",
       {{"account", word, "whose words"},
        {"towards", word, "the other account"},
        {"kind", word, "tone or sharpest"},
        {"statement", word, "that holds them"},
        {"begin", integer, "offset of the words"},
        {"end", integer, "one past their last character"},
        {"text", text, "the words"},
        {"register", number, "-5 confrontational to +5 cooperative"}},
       {"account", "towards", "kind"},
       {account_at("account"), account_at("towards"), statement_at("statement")},
       highlight_rows},
      facts_table(),
      claims_table(),
  };
}

}  // namespace rashomon
