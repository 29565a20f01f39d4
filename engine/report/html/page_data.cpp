// What the script needs beside the texts.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/evidence_words.h"
#include "engine/report/html/parts.h"
#include "engine/report/json_text.h"
#include "engine/report/numbers.h"
#include "engine/report/words.h"
#include "engine/text/width.h"

namespace rashomon {
namespace {

Json figure(double value) { return {fixed(value, 3)}; }

std::vector<Json> figures(const std::vector<double>& values) {
  std::vector<Json> out;
  for (const double value : values) out.push_back(figure(value));
  return out;
}

/// The numbers of a statement's concepts among the topics.
std::vector<std::size_t> topics_of(const Comparison& comparison, const StatementFigures& figures) {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < comparison.topics.size(); ++i) {
    const std::string& id = comparison.topics[i].concept_id;
    if (std::find(figures.concepts.begin(), figures.concepts.end(), id) != figures.concepts.end())
      numbers.push_back(i);
  }
  return numbers;
}

Json account_data(const Comparison& comparison, const ComparedAccount& compared) {
  std::vector<Json> statements;
  for (std::size_t i = 0; i < compared.figures.size(); ++i) {
    const Statement& statement = compared.account.statements[i];
    const StatementFigures& one = compared.figures[i];
    statements.push_back(Object()
                             .add("teller", teller_words(statement))
                             .add("holders", statement.holders)
                             .add("concepts", topics_of(comparison, one))
                             .add("register", figure(one.register_level))
                             .add("salience", figure(one.salience))
                             .done());
  }
  return Object()
      .add("id", compared.account.id)
      .add("label", make_visible(compared.account.label))
      .add("statements", statements)
      .done();
}

/// The kinds of evidence in plain words, each with its number in the page's list of them.
using Kinds = std::map<std::string, std::size_t>;

Kinds kinds_of(const Comparison& comparison) {
  Kinds kinds;
  for (const PairComparison& pair : comparison.pairs) {
    for (const Link& link : pair.links) {
      for (const Evidence& row : link.evidence) kinds[kind_words(row.kind)] = 0;
    }
  }
  std::size_t number = 0;
  for (auto& [words, place] : kinds) place = number++;
  return kinds;
}

template <typename T>
Json json_of(const T& value) {
  Json json;
  write(json.text, value);
  return json;
}

/// What a row of evidence names on one side: a span from the statement's begin, else words, else null.
Json named(const std::optional<Span>& span, const std::string& words, const Statement& statement) {
  if (span && span->begin >= statement.span.begin && span->end <= statement.span.end) {
    return json_of(
        std::vector<std::size_t>{span->begin - statement.span.begin, span->end - statement.span.begin});
  }
  return words.empty() ? Json{"null"} : json_of(make_visible(words));
}

/// [kind, contribution, left, right]
Json evidence_data(const Evidence& row, const Statement& left, const Statement& right, const Kinds& kinds) {
  return json_of(std::vector<Json>{json_of(kinds.at(kind_words(row.kind))), figure(row.contribution),
                                   named(row.left_span, row.left, left),
                                   named(row.right_span, row.right, right)});
}

Json link_data(const Comparison& comparison, const PairComparison& pair, const Link& link,
               const Kinds& kinds) {
  const Statement& left = account_of(comparison, pair, 0).statements[link.left];
  const Statement& right = account_of(comparison, pair, 1).statements[link.right];
  const RelationProbabilities& odds = link.probabilities;
  std::vector<Json> rows;
  for (const Evidence& row : link.evidence) rows.push_back(evidence_data(row, left, right, kinds));
  return Object()
      .add("left", link.left)
      .add("right", link.right)
      .add("relation", link.relation)
      .add("voice", link.voice)
      .add("probability", figure(link.probability))
      .add("share", figure(link.share))
      .add("similarity", figure(link.similarity))
      .add("score", figure(link.score))
      .add("confidence", figure(link.confidence))
      .add("odds", figures({odds.agree, odds.reframe, odds.oppose}))
      .add("total", figure(link.evidence_total))
      .add("evidence", rows)
      .done();
}

Json pair_data(const Comparison& comparison, const PairComparison& pair, const Kinds& kinds) {
  std::vector<Json> links;
  for (const Link& link : pair.links) links.push_back(link_data(comparison, pair, link, kinds));
  return Object()
      .add("left", pair.left)
      .add("right", pair.right)
      .add("answered", std::vector<std::vector<Json>>{figures(pair.answered[0]), figures(pair.answered[1])})
      .add("links", links)
      .done();
}

}  // namespace

std::string page_data(const Comparison& comparison) {
  std::vector<std::string> concepts;
  for (const Topic& topic : comparison.topics)
    concepts.push_back(concept_words(comparison, topic.concept_id));
  std::vector<Json> accounts;
  for (const ComparedAccount& one : comparison.accounts) accounts.push_back(account_data(comparison, one));
  std::vector<Json> pairs;
  const Kinds kinds = kinds_of(comparison);
  for (const PairComparison& pair : comparison.pairs) pairs.push_back(pair_data(comparison, pair, kinds));
  std::vector<std::string> kind_names;
  for (const auto& [words, number] : kinds) kind_names.push_back(words);
  const std::string data = Object()
                               .add("threshold", comparison.engine.threshold)
                               .add("least", comparison.engine.min_probability)
                               .add("concepts", concepts)
                               .add("kinds", kind_names)
                               .add("accounts", accounts)
                               .add("pairs", pairs)
                               .done()
                               .text;
  // In JSON a < stands in strings only; escaped, it ends no script and begins no comment.
  std::string out;
  for (const char byte : data) byte == '<' ? out += "\\u003c" : out += byte;
  return out;
}

}  // namespace rashomon
