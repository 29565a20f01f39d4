// rashomon explain: why two statements are linked, or not, and what would change that.
#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/embeddings.h"
#include "cli/explanation.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/pair_scorer.h"
#include "engine/model/ensemble.h"
#include "engine/pipeline.h"
#include "engine/records/error.h"
#include "engine/report/names.h"
#include "engine/report/numbers.h"
#include "engine/report/wrap.h"
#include "engine/text/width.h"

namespace rashomon::cli {
namespace {

using nlohmann::ordered_json;

enum class Format { text, json };
const std::vector<std::string> kFormats = {"text", "json"};
constexpr std::size_t kShownWords = 5;
constexpr double kLeastShown = 0.0005;  // of a contribution, in text

std::vector<Option> table() {
  std::vector<Option> rows = account_options();
  const std::vector<Option> own = {
      {"link", "LEFT RIGHT", "the two statements, by their ids in the report: us:3 cn:18 (needed)", false, 2},
      {"format", "FORMAT", "text or json (default: text)", false, 1, kFormats},
      {"output", "PATH", "write there, whole or not at all"}};
  rows.insert(rows.begin(), own.begin(), own.end());
  rows.push_back(embeddings_option());
  const std::vector<Option> scorer = pair_scorer_options();
  rows.insert(rows.end(), scorer.begin(), scorer.end());
  const std::vector<Option> knowledge = knowledge_options();
  rows.insert(rows.end(), knowledge.begin(), knowledge.end());
  return rows;
}

struct Found {
  std::size_t account;
  std::size_t statement;
};

Found find_statement(const Comparison& comparison, const std::string& id) {
  std::string known;
  for (std::size_t a = 0; a < comparison.accounts.size(); ++a) {
    const auto& statements = comparison.accounts[a].account.statements;
    const auto at =
        std::find_if(statements.begin(), statements.end(), [&](const Statement& s) { return s.id == id; });
    if (at != statements.end()) return {a, static_cast<std::size_t>(at - statements.begin())};
    known += (known.empty() ? "" : ", ") + statements.front().id + " to " + statements.back().id;
  }
  throw InputError("option --link", "there is no statement " + id, "there are " + known);
}

std::string_view name_of_decider(Decider decider) {
  constexpr std::string_view kNames[] = {"model", "identical", "taken", "question"};
  return kNames[static_cast<std::size_t>(decider)];
}

// ---- JSON

template <typename T>
ordered_json span_json(const std::optional<T>& span) {
  return span ? ordered_json({span->begin, span->end}) : ordered_json(nullptr);
}

ordered_json words_json(const std::vector<SharedWord>& words) {
  ordered_json out = ordered_json::array();
  for (const SharedWord& w : words)
    out.push_back(
        {{"word", w.word}, {"weight", w.weight > 0 ? ordered_json(w.weight) : ordered_json(nullptr)}});
  return out;
}

ordered_json groups_json(const std::vector<GroupReason>& groups) {
  ordered_json out = ordered_json::array();
  for (const GroupReason& group : groups) {
    ordered_json features = ordered_json::array();
    for (const FeatureReason& f : group.features)
      features.push_back(
          {{"feature", f.feature}, {"value", f.value}, {"mean", f.mean}, {"contribution", f.contribution}});
    out.push_back({{"group", group.group},
                   {"contribution", group.contribution},
                   {"words", words_json(group.words)},
                   {"features", features}});
  }
  return out;
}

ordered_json place_json(const Place& place, const std::vector<Statement>& others) {
  ordered_json out = {{"rank", place.rank}, {"among", place.among}, {"others", ordered_json::array()}};
  for (const Competitor& c : place.others)
    out["others"].push_back({{"statement", others[c.statement].id}, {"probability", c.probability}});
  return out;
}

ordered_json row_json(const Evidence& row) {
  const auto words = [](const std::string& text) {
    return text.empty() ? ordered_json(nullptr) : ordered_json(text);
  };
  return {{"kind", row.kind},
          {"left", words(row.left)},
          {"right", words(row.right)},
          {"left_span", span_json(row.left_span)},
          {"right_span", span_json(row.right_span)},
          {"contribution", row.contribution}};
}

ordered_json judgement_json(const Explanation& e) {
  const Link& link = e.link;
  ordered_json rows = ordered_json::array();
  for (const Evidence& row : link.evidence) rows.push_back(row_json(row));
  return {{"relation", name_of(link.relation)},
          {"score", link.score},
          {"confidence", link.confidence},
          {"probabilities",
           {{"agree", link.probabilities.agree},
            {"reframe", link.probabilities.reframe},
            {"oppose", link.probabilities.oppose}}},
          {"evidence_total", link.evidence_total},
          {"oppose_below", e.oppose_below},
          {"agree_above", e.agree_above},
          {"evidence", rows}};
}

std::string json_of(const Explanation& e, const Comparison& comparison) {
  const auto& left = comparison.accounts[0].account.statements;
  const auto& right = comparison.accounts[1].account.statements;
  const bool by_model = e.decider == Decider::model;
  ordered_json group = nullptr;
  if (e.turning_group) group = e.groups[*e.turning_group].group;
  ordered_json row = nullptr;
  if (e.turning_row)
    row = {{"without", row_json(e.turning_row->row)}, {"relation", name_of(e.turning_row->relation)}};
  const ordered_json out = {
      {"format", "rashomon.explanation/1"},
      {"engine",
       {{"version", comparison.engine.version},
        {"model", comparison.engine.model},
        {"threshold", e.threshold}}},
      {"left", {{"id", left[e.link.left].id}, {"text", left[e.link.left].text}}},
      {"right", {{"id", right[e.link.right].id}, {"text", right[e.link.right].text}}},
      {"linked", e.linked()},
      {"probability", e.link.probability},
      {"share", e.link.share},
      {"voice", name_of(e.link.voice)},
      {"decided_by", name_of_decider(e.decider)},
      {"log_odds", by_model ? ordered_json(e.log_odds) : ordered_json(nullptr)},
      {"threshold_log_odds", logit(e.threshold)},
      {"base", by_model ? ordered_json(e.base) : ordered_json(nullptr)},
      {"groups", groups_json(e.groups)},
      {"places", {{"left", place_json(e.places[0], right)}, {"right", place_json(e.places[1], left)}}},
      {"judgement", judgement_json(e)},
      {"changes", {{"link", group}, {"relation", row}}}};
  return out.dump(1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

// ---- text

std::string figure(double value) { return right_aligned(fixed(value, 3, true), 8); }

std::string words_text(const std::vector<SharedWord>& words) {
  std::string out;
  for (std::size_t k = 0; k < std::min(kShownWords, words.size()); ++k) {
    out += (out.empty() ? "" : ", ") + words[k].word;
    if (words[k].weight > 0) out += ' ' + fixed(words[k].weight, 1);
  }
  return out + (words.size() > kShownWords ? " ..." : "");
}

std::string reasons_text(const Explanation& e) {
  if (e.decider == Decider::identical) return "The two have the same text: no matter of the model.\n";
  if (e.decider == Decider::taken)
    return "One of the two has the same text as another statement and is linked to it alone.\n";
  if (e.decider == Decider::question) return "A reporter's question is linked to nothing.\n";
  std::string out = "Log-odds of a link (threshold " + fixed(logit(e.threshold), 3, true) + ")\n" +
                    figure(e.base) + "  the average pair of these accounts\n";
  for (const GroupReason& group : e.groups) {
    if (std::abs(group.contribution) < kLeastShown) continue;
    out += figure(group.contribution) + "  " + padded(group.group, 12) + ' ' +
           make_visible(words_text(group.words)) + '\n';
  }
  return out + figure(e.log_odds) + "  in all\n";
}

std::string place_text(const std::string& id, const Place& place, const std::vector<Statement>& others) {
  std::string out = "  " + id + ": " + std::to_string(place.rank) + ". of " + std::to_string(place.among);
  for (std::size_t k = 0; k < place.others.size(); ++k)
    out += (k == 0 ? "; others: " : ", ") + others[place.others[k].statement].id + ' ' +
           fixed(place.others[k].probability);
  return out + '\n';
}

std::string judgement_text(const Explanation& e) {
  std::string out = "Judged " + std::string(name_of(e.link.relation)) + ", score " +
                    fixed(e.link.score, 2, true) + ", confidence " + fixed(e.link.confidence) + "\n";
  for (const Evidence& row : e.link.evidence) {
    out += figure(row.contribution) + "  " + row.kind;
    if (!row.left.empty() || !row.right.empty()) out += ": " + make_visible(row.left + " | " + row.right);
    out += '\n';
  }
  out += figure(e.link.evidence_total) + "  in all; ";
  return out + "oppose below " + fixed(e.oppose_below, 3, true) + ", agree above " +
         fixed(e.agree_above, 3, true) + '\n';
}

std::string changes_text(const Explanation& e) {
  std::string out = "What would change it\n";
  if (e.decider == Decider::model) {
    if (e.turning_group) {
      const GroupReason& group = e.groups[*e.turning_group];
      out += "  " + group.group + " as in the average pair: " + (e.linked() ? "no link" : "a link") +
             ", probability " + fixed(logistic(e.log_odds - group.contribution)) + '\n';
    } else {
      out += "  no group of features alone: " + fixed(std::abs(logit(e.threshold) - e.log_odds), 3) +
             " of log-odds lie between it and the threshold\n";
    }
  }
  if (e.decider == Decider::identical) return out + "  another text\n";
  if (e.turning_row) {
    out +=
        "  without " + e.turning_row->row.kind + ": " + std::string(name_of(e.turning_row->relation)) + '\n';
  } else {
    out += "  no evidence row alone makes it another relation\n";
  }
  return out;
}

std::string text_of(const Explanation& e, const Comparison& comparison) {
  const auto& left = comparison.accounts[0].account.statements;
  const auto& right = comparison.accounts[1].account.statements;
  const Statement& a = left[e.link.left];
  const Statement& b = right[e.link.right];
  const std::string state = e.linked() ? "Linked" : "Not linked";
  std::string out = a.id + "  " + make_visible(a.text) + '\n' + b.id + "  " + make_visible(b.text) + "\n\n";
  out += state + ": probability " + fixed(e.link.probability) + ", share " + fixed(e.link.share) +
         ", threshold " + fixed(e.threshold) + "; voice " + std::string(name_of(e.link.voice)) + "\n\n";
  out += reasons_text(e) + "\nStanding among the pairs of each\n";
  out += place_text(a.id, e.places[0], right) + place_text(b.id, e.places[1], left) + '\n';
  return out + judgement_text(e) + '\n' + changes_text(e);
}

}  // namespace

Manual explain_options() {
  return {
      "  A B  two accounts, or one news article, as for compare\n", table(),
      "Contributions are measured against the average pair of the two accounts and add up to the "
      "log-odds of a link;\nthe weight beside a word is its idf. A group is what the features of one name "
      "read.\n"};
}

int run_explain(const Arguments& arguments) {
  const Options options(arguments, table());
  const AccountInputs inputs = account_inputs(options);
  const auto format = static_cast<Format>(options.choice("format", kFormats, 0));
  const std::vector<std::string> ids = options.values("link");
  if (ids.empty())
    throw InputError("option --link", "it is missing", "name two statements, as in --link us:3 cn:18");
  const std::optional<std::string> output = options.value("output");
  if (output) check_output(*output, Target::file);
  std::vector<Document> documents = read_all(inputs, true);
  const Knowledge knowledge = knowledge_of(options);
  const std::unique_ptr<PairScorer> scorer = pair_scorer_of(options);
  const OutsideSimilarity outside = scorer ? scorer->similarity() : embeddings_of(options);
  std::vector<Account> accounts = accounts_of(std::move(documents), inputs, knowledge.lexicons);
  if (accounts.size() != 2)
    throw InputError("command line", "it names " + std::to_string(accounts.size()) + " accounts",
                     "give the two that the statements are from");
  const Comparison comparison =
      compare_accounts(std::move(accounts), knowledge, {inputs.parties, 0.0, outside});
  Found left = find_statement(comparison, ids[0]);
  Found right = find_statement(comparison, ids[1]);
  if (left.account == right.account)
    throw InputError("option --link", ids[0] + " and " + ids[1] + " are of one account", "name one of each");
  if (left.account == 1) std::swap(left, right);
  const Explanation explanation = explain(comparison, knowledge, left.statement, right.statement, outside);
  if (scorer) scorer->finish();
  const std::string report =
      format == Format::text ? text_of(explanation, comparison) : json_of(explanation, comparison);
  deliver(report, output);
  return kDone;
}

}  // namespace rashomon::cli
