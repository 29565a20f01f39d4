// The contract `rashomon.comparison/1`, written record by record: one record a line, so that reports can be
// read and compared by line tools and a large one never stands in memory as a tree.
#include <nlohmann/json.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <utility>

#include "engine/report/means.h"
#include "engine/report/names.h"
#include "engine/report/report.h"

namespace rashomon {
namespace {

using Json = nlohmann::ordered_json;

double number(double value) { return value == 0 ? 0.0 : value; }  // no -0

template <typename T>
Json known(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json known(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

template <typename Enum>
Json named(const std::optional<Enum>& value) {
  return value ? Json(name_of(*value)) : Json(nullptr);
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);  // a file's name may be any bytes
}

/// Lays an object out: each key on a line of its own, lists with one record a line.
class Layout {
 public:
  explicit Layout(std::string indent) : indent_(std::move(indent)) {}

  void value(std::string_view key, const Json& json) {
    begin(key);
    out_ += dump(json);
  }
  void list(std::string_view key, std::size_t size, const std::function<std::string(std::size_t)>& record) {
    begin(key);
    out_ += '[';
    for (std::size_t i = 0; i < size; ++i) out_ += (i == 0 ? "\n" : ",\n") + indent_ + "    " + record(i);
    out_ += ']';
  }
  std::string finish() && { return std::move(out_) + '\n' + indent_ + '}'; }

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

Json span(const Span& value) { return {{"begin", value.begin}, {"end", value.end}}; }

Json engine(const EngineStamp& stamp) {
  Json options = Json::object();
  for (const auto& [key, value] : stamp.options) {
    if (!options.contains(key)) {
      options[key] = value;
    } else {  // given more than once
      if (!options[key].is_array()) options[key] = Json::array({options[key]});
      options[key].push_back(value);
    }
  }
  return {{"version", stamp.version},
          {"model", stamp.model},
          {"threshold", number(stamp.threshold)},
          {"options", options}};
}

Json account(const Account& account) {
  const Document& document = account.document;
  Json source = {
      {"name", document.name},      {"title", known(document.title)},    {"date", known(document.date)},
      {"url", known(document.url)}, {"media_type", document.media_type}, {"language", document.language},
      {"sha256", document.sha256},  {"characters", document.characters}};
  if (document.extracted) source["text"] = document.text;
  return {{"id", account.id}, {"label", account.label}, {"source", source}};
}

/// `pair`: the one pair of two accounts, whose `answered` stands at the statement; null where there are more.
Json statement(const ComparedAccount& compared, std::size_t index, const PairComparison* pair,
               std::size_t side) {
  const Statement& statement = compared.account.statements[index];
  const StatementFigures& figures = compared.figures[index];
  Json json = {{"id", statement.id},
               {"account", compared.account.id},
               {"begin", statement.span.begin},
               {"end", statement.span.end},
               {"text", statement.text},
               {"speaker", known(statement.speaker)},
               {"source", known(statement.source)},
               {"mode", name_of(statement.mode)},
               {"holders", statement.holders},
               {"concepts", figures.concepts},
               {"register", number(figures.register_level)},
               {"mass", number(figures.mass)}};
  if (pair != nullptr) json["answered"] = number(pair->answered[side][index]);
  json["salience"] = number(figures.salience);
  Json points = Json::array();
  for (std::size_t i = 0; i < statement.points.size(); ++i) {
    Json point = span(statement.points[i].span);
    if (pair != nullptr) point["answered"] = number(pair->points_answered[side][index][i]);
    points.push_back(std::move(point));
  }
  json["points"] = std::move(points);
  return json;
}

Json evidence(const Evidence& row) {
  Json json = {{"kind", row.kind},
               {"left", known(row.left)},
               {"right", known(row.right)},
               {"contribution", number(row.contribution)}};
  if (row.left_span) json["left_span"] = span(*row.left_span);
  if (row.right_span) json["right_span"] = span(*row.right_span);
  return json;
}

Json link(const Link& link, const Account& left, const Account& right) {
  const RelationProbabilities& chances = link.probabilities;
  Json json = {{"left", left.statements[link.left].id},
               {"right", right.statements[link.right].id},
               {"similarity", number(link.similarity)},
               {"probability", number(link.probability)},
               {"share", number(link.share)},
               {"voice", name_of(link.voice)},
               {"relation", name_of(link.relation)},
               {"score", number(link.score)},
               {"confidence", number(link.confidence)},
               {"probabilities",
                {{"agree", number(chances.agree)},
                 {"reframe", number(chances.reframe)},
                 {"oppose", number(chances.oppose)}}},
               {"dimension", named(link.dimension)},
               {"type", named(link.type)},
               {"evidence_total", number(link.evidence_total)}};
  Json rows = Json::array();
  for (const Evidence& row : link.evidence) rows.push_back(evidence(row));
  json["evidence"] = std::move(rows);
  if (link.uncertain()) {
    json["uncertain"] = true;
    Json plausible = Json::array();
    for (const Relation relation : link.plausible) plausible.push_back(name_of(relation));
    json["plausible"] = std::move(plausible);
  }
  return json;
}

Json highlight(const std::optional<Highlight>& highlight, const Account& account) {
  if (!highlight) return nullptr;
  return {{"statement", account.statements[highlight->statement].id},
          {"begin", highlight->span.begin},
          {"end", highlight->span.end},
          {"text", highlight->text},
          {"register", number(highlight->level)}};
}

Json profile(const Profile& profile) {
  return {{"agree", number(profile.agree)},
          {"reframe", number(profile.reframe)},
          {"oppose", number(profile.oppose)},
          {"silent", number(profile.silent)}};
}

/// Of Summary and of Totals, whose fields have the same names. `ids`: one a profile.
template <typename Sums, typename Ids>
Json summary(const Sums& sums, const Ids& ids) {
  Json profiles = Json::object();
  Json coverage = Json::object();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    profiles[ids[i]] = profile(sums.profiles[i]);
    coverage[ids[i]] = number(sums.profiles[i].coverage());
  }
  Json relations = Json::object();
  for (std::size_t i = 0; i < sums.relations.size(); ++i) {
    relations[std::string(name_of(static_cast<Relation>(i)))] = sums.relations[i];
  }
  return {{"divergence", number(sums.divergence)},
          {"divergence_interval", {number(sums.divergence_interval[0]), number(sums.divergence_interval[1])}},
          {"silence", number(sums.silence)},
          {"narrative", number(sums.narrative)},
          {"position", number(sums.position)},
          {"tension", known(sums.tension)},
          {"profile", profiles},
          {"coverage", coverage},
          {"relations", relations}};
}

Json topic(const Topic& topic, const Comparison& comparison) {
  Json emphasis = Json::object();
  Json level = Json::object();
  Json first = Json::object();
  for (std::size_t i = 0; i < comparison.accounts.size(); ++i) {
    const std::string& id = comparison.accounts[i].account.id;
    emphasis[id] = number(topic.emphasis[i]);
    level[id] = topic.register_level[i] ? Json(number(*topic.register_level[i])) : Json(nullptr);
    first[id] = known(topic.first[i]);
  }
  return {{"concept", topic.concept_id},
          {"emphasis", emphasis},
          {"register", level},
          {"first", first},
          {"score", topic.score ? Json(number(*topic.score)) : Json(nullptr)}};
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
    out.list("links", pair_.links.size(),
             [&](std::size_t i) { return dump(link(pair_.links[i], left_, right_)); });
    out.list("omissions", pair_.omissions.size(), [&](std::size_t i) {
      const Omission& omission = pair_.omissions[i];
      const Account& silent = comparison_.accounts[omission.account].account;
      return dump(
          {{"statement", silent.statements[omission.statement].id}, {"salience", number(omission.salience)}});
    });
    Json highlights = Json::object();
    for (std::size_t side : {0U, 1U}) {
      const Account& account = side == 0 ? left_ : right_;
      highlights[account.id] = {{"tone", highlight(pair_.highlights[side].tone, account)},
                                {"sharpest", highlight(pair_.highlights[side].sharpest, account)}};
    }
    out.value("highlights", highlights);
  }

  Json sums() const { return summary(pair_.summary, std::array{left_.id, right_.id}); }

  /// The pair as an element of `pairs`: with what stands at the statements where there is one pair only.
  std::string whole() const {
    Layout out("    ");
    out.value("left", left_.id);
    out.value("right", right_.id);
    links_omissions_highlights(out);
    Json answered = Json::object();
    Json points = Json::object();
    for (std::size_t side : {0U, 1U}) {
      const Account& account = side == 0 ? left_ : right_;
      for (std::size_t i = 0; i < account.statements.size(); ++i) {
        const Statement& statement = account.statements[i];
        answered[statement.id] = number(pair_.answered[side][i]);
        if (!statement.points.empty()) points[statement.id] = pair_.points_answered[side][i];
      }
    }
    out.value("answered", answered);
    out.value("summary", sums());
    out.value("points_answered", points);
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
    return dump(statement(comparison.accounts[places[i].first], places[i].second, only, places[i].first));
  });
}

}  // namespace

std::string json_report(const Comparison& comparison) {
  const bool two = comparison.accounts.size() == 2;
  Layout out("");
  out.value("format", "rashomon.comparison/1");
  out.value("engine", engine(comparison.engine));
  out.list("accounts", comparison.accounts.size(),
           [&](std::size_t i) { return dump(account(comparison.accounts[i].account)); });
  statements(out, comparison);
  if (two) PairWriter(comparison, comparison.pairs.front()).links_omissions_highlights(out);
  out.list("topics", comparison.topics.size(),
           [&](std::size_t i) { return dump(topic(comparison.topics[i], comparison)); });
  if (two) {
    out.value("summary", PairWriter(comparison, comparison.pairs.front()).sums());
  } else {
    std::vector<std::string> ids;
    for (const ComparedAccount& compared : comparison.accounts) ids.push_back(compared.account.id);
    out.value("summary", summary(totals(comparison), ids));
    out.list("pairs", comparison.pairs.size(),
             [&](std::size_t i) { return PairWriter(comparison, comparison.pairs[i]).whole(); });
  }
  return std::move(out).finish() + '\n';
}

}  // namespace rashomon
