// The contract `rashomon.comparison/1`, written record by record: one record a line, so that reports can be
// read and compared by line tools and a large one never stands in memory as a tree.
#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/report/common_points.h"
#include "engine/report/json_findings.h"
#include "engine/report/json_text.h"
#include "engine/report/means.h"
#include "engine/report/names.h"
#include "engine/report/report.h"

namespace rashomon {
namespace {

std::optional<std::string_view> known(const std::string& value) {
  return value.empty() ? std::nullopt : std::optional<std::string_view>(value);
}

/// Lays an object out: each key on a line of its own, lists with one record a line.
class Layout {
 public:
  explicit Layout(std::string indent) : indent_(std::move(indent)) {}

  template <typename T>
  void value(std::string_view key, const T& value) {
    begin(key);
    write(out_, value);
  }
  void list(std::string_view key, std::size_t size, const std::function<Json(std::size_t)>& record) {
    begin(key);
    out_ += '[';
    for (std::size_t i = 0; i < size; ++i) {
      out_ += (i == 0 ? "\n" : ",\n") + indent_ + "    ";
      write(out_, record(i));
    }
    out_ += ']';
  }
  Json finish() && { return {std::move(out_) + '\n' + indent_ + '}'}; }

 private:
  void begin(std::string_view key) {
    out_ += out_.empty() ? "{\n" : ",\n";
    out_ += indent_ + "  \"";
    out_ += key;
    out_ += "\": ";
  }

  std::string indent_;
  std::string out_;
};

Object span(const Span& value) { return std::move(Object().add("begin", value.begin).add("end", value.end)); }

Json engine(const EngineStamp& stamp) {
  std::vector<std::string_view> names;  // in the order they were given first
  std::map<std::string_view, std::vector<std::string_view>> values;
  for (const auto& [key, value] : stamp.options) {
    if (values[key].empty()) names.push_back(key);
    values[key].push_back(value);
  }
  Object options;
  for (const std::string_view name : names) {
    const auto& given = values[name];
    given.size() == 1 ? options.add(name, given[0]) : options.add(name, given);
  }
  return Object()
      .add("version", stamp.version)
      .add("model", stamp.model)
      .add("threshold", stamp.threshold)
      .add("options", options.done())
      .done();
}

Json account(const Account& account) {
  const Document& document = account.document;
  Object source;
  source.add("name", document.name)
      .add("title", document.title)
      .add("date", document.date)
      .add("url", document.url)
      .add("media_type", document.media_type)
      .add("language", document.language)
      .add("sha256", document.sha256)
      .add("characters", document.characters);
  if (document.extracted) source.add("text", document.text);
  return Object().add("id", account.id).add("label", account.label).add("source", source.done()).done();
}

/// `pair`: the one pair of two accounts, whose `answered` stands at the statement; null where there are more.
Json statement(const ComparedAccount& compared, std::size_t index, const PairComparison* pair,
               std::size_t side) {
  const Statement& statement = compared.account.statements[index];
  const StatementFigures& figures = compared.figures[index];
  Object json;
  json.add("id", statement.id)
      .add("account", compared.account.id)
      .add("begin", statement.span.begin)
      .add("end", statement.span.end)
      .add("text", statement.text)
      .add("speaker", statement.speaker)
      .add("source", statement.source)
      .add("mode", statement.mode)
      .add("holders", statement.holders)
      .add("concepts", figures.concepts)
      .add("register", figures.register_level)
      .add("mass", figures.mass);
  if (pair != nullptr) json.add("answered", pair->answered[side][index]);
  json.add("salience", figures.salience);
  std::vector<Json> points;
  for (std::size_t i = 0; i < statement.points.size(); ++i) {
    Object point = span(statement.points[i].span);
    if (pair != nullptr) point.add("answered", pair->points_answered[side][index][i]);
    points.push_back(point.done());
  }
  json.add("points", points);
  if (statement.sentence) json.add("sentence", *statement.sentence);
  return json.done();
}

Json common_point(const CommonPoint& point, const Comparison& comparison) {
  Object told;
  for (std::size_t a = 0; a < point.told.size(); ++a) {
    const Account& account = comparison.accounts[a].account;
    std::vector<std::string> ids;
    for (const std::size_t s : point.told[a]) ids.push_back(account.statements[s].id);
    told.add(account.id, ids);
  }
  return Object()
      .add("stands_in", reach_of(point))
      .add("statement", comparison.accounts[point.account].account.statements[point.statement].id)
      .add("told", told.done())
      .done();
}

Json evidence(const Evidence& row) {
  Object json;
  json.add("kind", row.kind)
      .add("left", known(row.left))
      .add("right", known(row.right))
      .add("contribution", row.contribution);
  if (row.left_span) json.add("left_span", span(*row.left_span).done());
  if (row.right_span) json.add("right_span", span(*row.right_span).done());
  return json.done();
}

Json link(const Link& link, const Account& left, const Account& right) {
  const RelationProbabilities& chances = link.probabilities;
  Object probabilities;
  probabilities.add("agree", chances.agree).add("reframe", chances.reframe).add("oppose", chances.oppose);
  std::vector<Json> rows;
  for (const Evidence& row : link.evidence) rows.push_back(evidence(row));
  Object json;
  json.add("left", left.statements[link.left].id)
      .add("right", right.statements[link.right].id)
      .add("similarity", link.similarity)
      .add("probability", link.probability)
      .add("share", link.share)
      .add("voice", link.voice)
      .add("relation", link.relation)
      .add("score", link.score)
      .add("confidence", link.confidence)
      .add("probabilities", probabilities.done())
      .add("dimension", link.dimension)
      .add("type", link.type)
      .add("evidence_total", link.evidence_total)
      .add("evidence", rows);
  if (link.uncertain()) json.add("uncertain", true).add("plausible", link.plausible);
  return json.done();
}

std::optional<Json> highlight(const std::optional<Highlight>& highlight, const Account& account) {
  if (!highlight) return std::nullopt;
  return Object()
      .add("statement", account.statements[highlight->statement].id)
      .add("begin", highlight->span.begin)
      .add("end", highlight->span.end)
      .add("text", highlight->text)
      .add("register", highlight->level)
      .done();
}

Json profile(const Profile& profile) {
  return Object()
      .add("agree", profile.agree)
      .add("reframe", profile.reframe)
      .add("oppose", profile.oppose)
      .add("silent", profile.silent)
      .done();
}

/// Of Summary and of Totals, whose fields have the same names. `ids`: one a profile.
template <typename Sums, typename Ids>
Json summary(const Sums& sums, const Ids& ids) {
  Object profiles;
  Object coverage;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    profiles.add(ids[i], profile(sums.profiles[i]));
    coverage.add(ids[i], sums.profiles[i].coverage());
  }
  Object relations;
  for (std::size_t i = 0; i < sums.relations.size(); ++i) {
    relations.add(name_of(static_cast<Relation>(i)), sums.relations[i]);
  }
  return Object()
      .add("divergence", sums.divergence)
      .add("divergence_interval", sums.divergence_interval)
      .add("silence", sums.silence)
      .add("narrative", sums.narrative)
      .add("position", sums.position)
      .add("tension", sums.tension)
      .add("profile", profiles.done())
      .add("coverage", coverage.done())
      .add("relations", relations.done())
      .done();
}

Json topic(const Topic& topic, const Comparison& comparison) {
  Object emphasis;
  Object level;
  Object first;
  for (std::size_t i = 0; i < comparison.accounts.size(); ++i) {
    const std::string& id = comparison.accounts[i].account.id;
    emphasis.add(id, topic.emphasis[i]);
    level.add(id, topic.register_level[i]);
    first.add(id, topic.first[i]);
  }
  return Object()
      .add("concept", topic.concept_id)
      .add("emphasis", emphasis.done())
      .add("register", level.done())
      .add("first", first.done())
      .add("score", topic.score)
      .done();
}

/// One pair's links, omissions and highlights.
class PairWriter {
 public:
  PairWriter(const Comparison& comparison, const PairComparison& pair)
      : comparison_(comparison),
        pair_(pair),
        left_(comparison.accounts[pair.left].account),
        right_(comparison.accounts[pair.right].account) {}

  void links_omissions_highlights(Layout& out) const {
    out.list("links", pair_.links.size(), [&](std::size_t i) { return link(pair_.links[i], left_, right_); });
    out.list("omissions", pair_.omissions.size(), [&](std::size_t i) {
      const Omission& omission = pair_.omissions[i];
      const Account& silent = comparison_.accounts[omission.account].account;
      return Object()
          .add("statement", silent.statements[omission.statement].id)
          .add("salience", omission.salience)
          .done();
    });
    Object highlights;
    for (std::size_t side : {0U, 1U}) {
      const Account& account = side == 0 ? left_ : right_;
      const Highlights& found = pair_.highlights[side];
      highlights.add(account.id, Object()
                                     .add("tone", highlight(found.tone, account))
                                     .add("sharpest", highlight(found.sharpest, account))
                                     .done());
    }
    out.value("highlights", highlights.done());
  }

  /// The object `findings`, laid out with one record a line.
  Json findings(const std::string& indent) const {
    Layout out(indent);
    out.list("facts", pair_.facts.size(),
             [&](std::size_t i) { return fact_json(pair_.facts[i], left_, right_); });
    out.list("claims", pair_.claims.size(),
             [&](std::size_t i) { return claim_json(pair_.claims[i], left_, right_); });
    return std::move(out).finish();
  }

  void keywords(Layout& out) const {
    out.list("keywords", pair_.keywords.size(),
             [&](std::size_t i) { return keyword_json(pair_.keywords[i]); });
  }

  Json sums() const { return summary(pair_.summary, std::array{left_.id, right_.id}); }

  /// The pair as an element of `pairs`: with what stands at the statements where there is one pair only.
  Json whole() const {
    Layout out("    ");
    out.value("left", left_.id);
    out.value("right", right_.id);
    links_omissions_highlights(out);
    Object answered;
    Object points;
    for (std::size_t side : {0U, 1U}) {
      const Account& account = side == 0 ? left_ : right_;
      for (std::size_t i = 0; i < account.statements.size(); ++i) {
        const Statement& statement = account.statements[i];
        answered.add(statement.id, pair_.answered[side][i]);
        if (!statement.points.empty()) points.add(statement.id, pair_.points_answered[side][i]);
      }
    }
    out.value("answered", answered.done());
    out.value("summary", sums());
    out.value("points_answered", points.done());
    out.value("findings", findings("      "));
    keywords(out);
    return std::move(out).finish();
  }

 private:
  const Comparison& comparison_;
  const PairComparison& pair_;
  const Account& left_;
  const Account& right_;
};

void statements(Layout& out, const Comparison& comparison) {
  std::vector<std::pair<std::size_t, std::size_t>> places;  // account, statement
  for (std::size_t a = 0; a < comparison.accounts.size(); ++a) {
    for (std::size_t i = 0; i < comparison.accounts[a].account.statements.size(); ++i)
      places.emplace_back(a, i);
  }
  const PairComparison* only = comparison.accounts.size() == 2 ? &comparison.pairs.front() : nullptr;
  out.list("statements", places.size(), [&](std::size_t i) {
    return statement(comparison.accounts[places[i].first], places[i].second, only, places[i].first);
  });
}

/// What every comparison of this engine with these options begins with.
void head(Layout& out, const EngineStamp& stamp) {
  out.value("format", "rashomon.comparison/1");
  out.value("engine", engine(stamp));
}

/// On one line, without an end. A line end within a text is written \n: every real one lays the record out.
std::string one_line(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  while (!json.empty()) {
    const std::size_t end = std::min(json.find('\n'), json.size());
    out += json.substr(0, end);
    json.remove_prefix(std::min(json.find_first_not_of("\n ", end), json.size()));
  }
  return out;
}

}  // namespace

std::string json_line(const Comparison& comparison) { return one_line(json_report(comparison)); }

std::string json_line_head(const EngineStamp& stamp) {
  Layout out("");
  head(out, stamp);
  std::string whole = one_line(std::move(out).finish().text);
  whole.back() = ',';  // in place of the brace
  return whole;
}

std::string json_report(const Comparison& comparison) {
  const bool two = comparison.accounts.size() == 2;
  Layout out("");
  head(out, comparison.engine);
  out.list("accounts", comparison.accounts.size(),
           [&](std::size_t i) { return account(comparison.accounts[i].account); });
  statements(out, comparison);
  if (two) PairWriter(comparison, comparison.pairs.front()).links_omissions_highlights(out);
  out.list("topics", comparison.topics.size(),
           [&](std::size_t i) { return topic(comparison.topics[i], comparison); });
  if (two) {
    const PairWriter pair(comparison, comparison.pairs.front());
    out.value("summary", pair.sums());
    out.value("findings", pair.findings("  "));
    pair.keywords(out);
  } else {
    std::vector<std::string> ids;
    for (const ComparedAccount& compared : comparison.accounts) ids.push_back(compared.account.id);
    out.value("summary", summary(totals(comparison), ids));
    out.list("pairs", comparison.pairs.size(),
             [&](std::size_t i) { return PairWriter(comparison, comparison.pairs[i]).whole(); });
    const std::vector<CommonPoint> points = common_points(comparison);
    out.list("common_points", points.size(),
             [&](std::size_t i) { return common_point(points[i], comparison); });
  }
  return std::move(out).finish().text + '\n';
}

}  // namespace rashomon
