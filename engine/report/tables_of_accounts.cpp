// Summary, options, accounts, statements and what belongs to a statement; topics.
#include <functional>

#include "engine/report/means.h"
#include "engine/report/tables.h"
#include "engine/report/words.h"
#include "engine/text/width.h"

namespace rashomon {
namespace {

using enum ColumnType;
using enum Presence;

std::vector<Row> summary_rows(const Comparison& comparison) {
  const EngineStamp& engine = comparison.engine;
  return {with_totals({engine.version, engine.model, engine.threshold, engine.min_probability},
                      totals(comparison))};
}

std::vector<Row> option_rows(const Comparison& comparison) {
  std::vector<Row> rows;
  for (const auto& [name, value] : comparison.engine.options)
    rows.push_back({rows.size() + 1, name, make_visible(value)});
  return rows;
}

std::vector<Row> account_rows(const Comparison& comparison) {
  std::vector<Row> rows;
  for (const ComparedAccount& one : comparison.accounts) {
    const Document& document = one.account.document;
    rows.push_back({one.account.id, document.text, one.account.label, make_visible(document.name),
                    document.title, document.date, document.url, document.media_type, document.language,
                    document.sha256, document.characters});
  }
  return rows;
}

/// The rows that `add` makes of every statement.
using Add = std::function<void(std::vector<Row>&, std::size_t account, std::size_t statement)>;
std::vector<Row> of_statements(const Comparison& comparison, const Add& add) {
  std::vector<Row> rows;
  for (std::size_t a = 0; a < comparison.accounts.size(); ++a) {
    for (std::size_t i = 0; i < comparison.accounts[a].account.statements.size(); ++i) add(rows, a, i);
  }
  return rows;
}

std::vector<Row> statement_rows(const Comparison& comparison) {
  return of_statements(comparison, [&](std::vector<Row>& rows, std::size_t a, std::size_t i) {
    const auto& [account, figures] = comparison.accounts[a];
    const Statement& one = account.statements[i];
    rows.push_back({one.id, one.text, account.id, i + 1, one.span.begin, one.span.end, one.speaker,
                    one.source, one.mode, semicolons(one.holders), semicolons(figures[i].concepts),
                    figures[i].register_level, figures[i].mass, mean_answered(comparison, a, i),
                    figures[i].salience, one.sentence});
  });
}

/// One row a word of a statement's list.
void add_words(std::vector<Row>& rows, const Statement& statement, const std::vector<std::string>& words) {
  for (std::size_t k = 0; k < words.size(); ++k) rows.push_back({statement.id, k + 1, words[k]});
}

std::vector<Row> holder_rows(const Comparison& comparison) {
  return of_statements(comparison, [&](std::vector<Row>& rows, std::size_t a, std::size_t i) {
    const Statement& one = comparison.accounts[a].account.statements[i];
    add_words(rows, one, one.holders);
  });
}

std::vector<Row> concept_rows(const Comparison& comparison) {
  return of_statements(comparison, [&](std::vector<Row>& rows, std::size_t a, std::size_t i) {
    const auto& [account, figures] = comparison.accounts[a];
    add_words(rows, account.statements[i], figures[i].concepts);
  });
}

/// Calls `add` with every pair of the account, the account's side in it and the other account's id.
void for_pairs_of(
    const Comparison& comparison, std::size_t account,
    const std::function<void(const PairComparison&, std::size_t side, const std::string& other)>& add) {
  for (const PairComparison& pair : comparison.pairs) {
    if (pair.left != account && pair.right != account) continue;
    const std::size_t side = pair.left == account ? 0 : 1;
    add(pair, side, comparison.accounts[side == 0 ? pair.right : pair.left].account.id);
  }
}

std::vector<Row> answer_rows(const Comparison& comparison) {
  return of_statements(comparison, [&](std::vector<Row>& rows, std::size_t a, std::size_t i) {
    const Statement& one = comparison.accounts[a].account.statements[i];
    for_pairs_of(comparison, a, [&](const PairComparison& pair, std::size_t side, const std::string& other) {
      rows.push_back({one.id, other, pair.answered[side][i]});
    });
  });
}

std::vector<Row> point_rows(const Comparison& comparison) {
  return of_statements(comparison, [&](std::vector<Row>& rows, std::size_t a, std::size_t i) {
    const Statement& one = comparison.accounts[a].account.statements[i];
    for (std::size_t k = 0; k < one.points.size(); ++k) {
      const Span span = one.points[k].span;
      const std::string text = point_text(one, span, comparison.offsets);
      for_pairs_of(
          comparison, a, [&](const PairComparison& pair, std::size_t side, const std::string& other) {
            rows.push_back(
                {one.id, k + 1, other, span.begin, span.end, text, pair.points_answered[side][i][k]});
          });
    }
  });
}

std::vector<Row> topic_rows(const Comparison& comparison) {
  std::vector<Row> rows;
  for (const Topic& topic : comparison.topics) {
    for (std::size_t a = 0; a < comparison.accounts.size(); ++a) {
      rows.push_back({topic.concept_id, comparison.accounts[a].account.id, topic.emphasis[a],
                      topic.register_level[a], topic.first[a], topic.score});
    }
  }
  return rows;
}

}  // namespace

std::vector<TableSchema> account_tables() {
  const Reference to_account = {{"account"}, "accounts", {"doc_id"}};
  const Reference to_statement = {{"statement"}, "statements", {"doc_id"}};
  const Reference to_other = {{"by"}, "accounts", {"doc_id"}};
  return {
      {"summary",
       "What made the comparison, and its totals; of three accounts and more, means over the pairs",
       with_totals({{"version", word, "of the engine"},
                    {"model", word, "name and hash of the trained weights"},
                    {"threshold", number, "of the model: links from this probability on count"},
                    {"min_probability", number, "links below it are not listed"}}),
       {},
       {},
       summary_rows},
      {"options",
       "The options that change the outcome, as given",
       {{"number", integer, "from 1"}, {"name", word, "without the dashes"}, {"value", text, "as typed"}},
       {"number"},
       {},
       option_rows},
      {"accounts",
       "The texts that are compared, one a row",
       {{"doc_id", word, "the account's id: us, cn"},
        {"text", text, "all of it; offsets count from its start"},
        {"label", word, "for people: United States"},
        {"name", text, "of the file as given"},
        {"title", text, "where the input says it", where_known},
        {"date", word, "where the input says it", where_known},
        {"url", word, "where the input says it", where_known},
        {"media_type", word, "of the input"},
        {"language", word, "ISO 639-1; und where it cannot be told"},
        {"sha256", word, "of the input's bytes"},
        {"characters", integer, "code points of the text"}},
       {"doc_id"},
       {},
       account_rows},
      {"statements",
       "The units that are compared, one a row",
       {{"doc_id", word, "the statement's id: us:3"},
        {"text", text, "exactly what stands from begin to end"},
        {"account", word, "whose it is"},
        {"number", integer, "in its account, from 1"},
        {"begin", integer, "offset in the account's text"},
        {"end", integer, "one past its last character"},
        {"speaker", text, "whose words it reports", where_known},
        {"source", text, "who passes it on", where_known},
        {"mode", word, "direct, partial, indirect or narrated"},
        {"holders", word, "parties whose words or act it reports, parted by semicolons", repeated},
        {"concepts", word, "named things, parted by semicolons", repeated},
        {"register", number, "-5 confrontational to +5 cooperative, towards the other party"},
        {"mass", number, "its share of the account's content words"},
        {"answered", number, "how far the other accounts answer it, 0 to 1; mean"},
        {"salience", number, "its mass, raised by strong register and commitment"},
        {"sentence", integer, "its number in the article that it is taken from", where_known}},
       {"doc_id"},
       {to_account},
       statement_rows},
      {"holders",
       "The parties whose words, position or act a statement reports",
       {{"statement", word, "its id"}, {"number", integer, "from 1"}, {"party", word, "its id"}},
       {"statement", "number"},
       {to_statement},
       holder_rows},
      {"concepts",
       "The named things of a statement",
       {{"statement", word, "its id"},
        {"number", integer, "in the order of their first mention, from 1"},
        {"concept", word, "its id"}},
       {"statement", "number"},
       {to_statement},
       concept_rows},
      {"answers",
       "How far each other account answers a statement",
       {{"statement", word, "its id"}, {"by", word, "the other account"}, {"answered", number, "0 to 1"}},
       {"statement", "by"},
       {to_statement, to_other},
       answer_rows},
      {"points",
       "The items of a list sentence, and how far each other account answers them",
       {{"statement", word, "its id"},
        {"number", integer, "from 1"},
        {"by", word, "the other account"},
        {"begin", integer, "offset in the account's text"},
        {"end", integer, "one past its last character"},
        {"text", text, "exactly what stands there"},
        {"answered", number, "0 to 1"}},
       {"statement", "number", "by"},
       {to_statement, to_other},
       point_rows},
      {"topics",
       "How each account treats a concept",
       {{"concept", word, "its id"},
        {"account", word, "whose treatment"},
        {"emphasis", number, "mass of the statements that name it"},
        {"register", number, "mean by mass, -5 to +5", where_known},
        {"first", integer, "number of the first statement that names it", where_known},
        {"score", number, "mean score of its links by ground, of all accounts", where_known}},
       {"concept", "account"},
       {to_account},
       topic_rows},
  };
}

}  // namespace rashomon
