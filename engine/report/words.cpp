#include "engine/report/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "engine/report/findings.h"
#include "engine/report/means.h"
#include "engine/report/names.h"
#include "engine/report/numbers.h"
#include "engine/text/offsets.h"
#include "engine/text/width.h"

namespace rashomon {
namespace {

const Account& left_of(const Comparison& comparison, const PairComparison& pair) {
  return comparison.accounts[pair.left].account;
}
const Account& right_of(const Comparison& comparison, const PairComparison& pair) {
  return comparison.accounts[pair.right].account;
}

std::string_view question_of(FactType type) {
  switch (type) {
    case FactType::duration: return "how long it lasted";
    case FactType::date: return "when it was";
    case FactType::place: return "where it was";
    case FactType::initiator: return "who asked for it";
    case FactType::participants: return "who took part";
    case FactType::figure: return "a figure";
    case FactType::agreed: return "what was agreed";
    case FactType::raised: return "what was raised";
  }
  return "a fact";
}

std::string_view emphasis_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::tone: return "in tone";
    case Dimension::strength: return "in strength";
    case Dimension::scope: return "in scope";
    case Dimension::agency: return "in who acts";
    case Dimension::credit: return "in who gets the credit";
  }
  return "in emphasis";
}

bool same_letter(char a, char b) {
  return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// The words as `text` writes them, whatever their case; empty where it does not hold them as whole words.
std::string as_written(const std::string& words, const std::string& text) {
  auto from = text.begin();
  while (true) {
    const auto at = std::search(from, text.end(), words.begin(), words.end(), same_letter);
    if (at == text.end()) return {};
    const auto end = at + static_cast<std::ptrdiff_t>(words.size());
    if ((at == text.begin() || !is_letter(*(at - 1))) && (end == text.end() || !is_letter(*end)))
      return {at, end};
    from = at + 1;
  }
}

std::string words_of_id(std::string concept_id) {
  std::replace(concept_id.begin(), concept_id.end(), '-', ' ');
  return concept_id;
}

/// The first of the concepts that is in the texts' own words, else the words of the first one's id; empty
/// where there is none.
std::string best_words(const Comparison& comparison, const std::vector<std::string>& concepts) {
  for (const std::string& concept_id : concepts) {
    if (std::string words = concept_as_written(comparison, concept_id); !words.empty())
      return make_visible(words);
  }
  return concepts.empty() ? "" : make_visible(words_of_id(concepts.front()));
}

/// What both statements of a link speak of.
std::string link_topic(const Comparison& comparison, const PairComparison& pair, const Link& link) {
  const std::vector<std::string>& right = comparison.accounts[pair.right].figures[link.right].concepts;
  std::vector<std::string> shared;
  for (const std::string& concept_id : comparison.accounts[pair.left].figures[link.left].concepts) {
    if (std::find(right.begin(), right.end(), concept_id) != right.end()) shared.push_back(concept_id);
  }
  return best_words(comparison, shared);
}

std::string places(const Comparison& comparison, const PairComparison& pair, const Link& link) {
  return '(' + left_of(comparison, pair).statements[link.left].id + " against " +
         right_of(comparison, pair).statements[link.right].id + ')';
}

/// A topic of an omitted statement, in the texts' own words, that the other account never names.
std::string lonely_topic(const Comparison& comparison, const PairComparison& pair, const Omission& omission) {
  const auto& others = comparison.accounts[omission.account == pair.left ? pair.right : pair.left].figures;
  for (const std::string& concept_id :
       comparison.accounts[omission.account].figures[omission.statement].concepts) {
    const bool named = std::any_of(others.begin(), others.end(), [&](const StatementFigures& one) {
      return std::find(one.concepts.begin(), one.concepts.end(), concept_id) != one.concepts.end();
    });
    if (named) continue;
    if (std::string words = concept_as_written(comparison, concept_id); !words.empty())
      return make_visible(words);
  }
  return {};
}

/// Of the pair's other account.
std::string label_across(const Comparison& comparison, const PairComparison& pair, std::size_t account) {
  return make_visible(comparison.accounts[account == pair.left ? pair.right : pair.left].account.label);
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : separator).append(part);
  return out;
}

}  // namespace

std::string_view divergence_level(double divergence) {
  if (divergence < 0.1) return "hardly any";
  if (divergence < 0.3) return "low";
  if (divergence < 0.6) return "moderate";
  if (divergence < 0.8) return "high";
  return "very high";
}

double printed_divergence(double silence, double narrative, double position) {
  const std::vector<double> parts = rounded_parts({silence, narrative, position});
  return parts[0] + parts[1] + parts[2];
}

std::string printed_sum(double silence, double narrative, double position) {
  const std::vector<double> parts = rounded_parts({silence, narrative, position});
  return "silence " + fixed(parts[0]) + " + narrative " + fixed(parts[1]) + " + position " + fixed(parts[2]);
}

std::string finding_sentence(const Comparison& comparison, const PairComparison& pair) {
  const Summary& sums = pair.summary;
  const double divergence = printed_divergence(sums);
  const std::string both = make_visible(left_of(comparison, pair).label) + " and " +
                           make_visible(right_of(comparison, pair).label);
  const std::string sum =
      " (" + fixed(divergence) + "): " + printed_sum(sums.silence, sums.narrative, sums.position) + '.';
  const bool linked =
      std::any_of(sums.relations.begin(), sums.relations.end(), [](std::size_t n) { return n > 0; });
  if (!linked)
    return both + " have no statement in common, so they may not tell of one event; divergence is " +
           std::string(divergence_level(divergence)) + sum;
  return both + " tell of one event with " + std::string(divergence_level(divergence)) + " divergence" + sum;
}

std::string standing_out(const Comparison& comparison, const PairComparison& pair) {
  const Findings found = findings(comparison, pair);
  std::vector<std::string> parts;
  std::vector<std::string> conflicts;
  for (const Link* link : found.opposed) {
    if (link->relation != Relation::contradict || conflicts.size() == 3) continue;
    conflicts.push_back(std::string(link->type ? question_of(*link->type) : "a fact") + ' ' +
                        places(comparison, pair, *link));
  }
  if (!conflicts.empty()) parts.push_back("they contradict each other on " + joined(conflicts, " and on "));
  for (const Link* link : found.opposed) {
    if (link->relation != Relation::diverge) continue;
    const std::string topic = link_topic(comparison, pair, *link);
    parts.push_back("they clash hardest " + (topic.empty() ? "" : "on " + topic + ' ') +
                    places(comparison, pair, *link));
    break;
  }
  for (const Omission& omission : pair.omissions) {
    const std::string topic = lonely_topic(comparison, pair, omission);
    if (topic.empty()) continue;
    const Account& account = comparison.accounts[omission.account].account;
    const std::string teller = make_visible(account.label);
    const bool two = comparison.accounts.size() == 2;
    parts.push_back((two ? "only " + teller
                         : teller + ", not " + label_across(comparison, pair, omission.account) + ",") +
                    " speaks of " + topic + " (" + account.statements[omission.statement].id + ')');
    break;
  }
  return parts.empty() ? "" : "What stands out: " + joined(parts, "; ") + '.';
}

std::string overall_sentence(const Comparison& comparison) {
  const Totals all = totals(comparison);
  const auto [closest, furthest] = std::minmax_element(comparison.pairs.begin(), comparison.pairs.end(),
                                                       [](const PairComparison& a, const PairComparison& b) {
                                                         return a.summary.divergence < b.summary.divergence;
                                                       });
  const auto named = [&](const PairComparison& pair) {
    return make_visible(left_of(comparison, pair).label) + " and " +
           make_visible(right_of(comparison, pair).label) + " (" + fixed(printed_divergence(pair.summary)) +
           ')';
  };
  const double divergence = printed_divergence(all.silence, all.narrative, all.position);
  return std::to_string(comparison.accounts.size()) + " accounts tell of one event with " +
         std::string(divergence_level(divergence)) + " divergence (mean " + fixed(divergence) +
         "): " + printed_sum(all.silence, all.narrative, all.position) + ". Furthest apart are " +
         named(*furthest) + ", closest " + named(*closest) + '.';
}

std::string omission_title(const Comparison& comparison, const PairComparison& pair, std::size_t account) {
  const std::string teller = make_visible(comparison.accounts[account].account.label);
  if (comparison.accounts.size() == 2) return "Only " + teller + " says it";
  return teller + " says it, " + label_across(comparison, pair, account) + " does not";
}

std::string concept_as_written(const Comparison& comparison, const std::string& concept_id) {
  const std::string words = words_of_id(concept_id);
  for (const ComparedAccount& compared : comparison.accounts) {
    for (const Statement& statement : compared.account.statements) {
      for (const std::string& form : {words, concept_id}) {
        if (std::string found = as_written(form, statement.text); !found.empty()) return found;
      }
    }
  }
  return {};
}

std::string concept_words(const Comparison& comparison, const std::string& concept_id) {
  const std::string written = concept_as_written(comparison, concept_id);
  return make_visible(written.empty() ? words_of_id(concept_id) : written);
}

std::string model_words(const EngineStamp& engine) {
  constexpr std::size_t kHash = 12;  // enough to tell two models apart
  const std::size_t hash = engine.model.rfind(' ');
  return make_visible(hash == std::string::npos ? engine.model : engine.model.substr(0, hash + 1 + kHash));
}

std::string link_words(const Comparison& comparison, const PairComparison& pair, const Link& link) {
  std::string words(name_of(link.relation));
  if (link.type) words += " on " + std::string(question_of(*link.type));
  if (link.dimension) words += ' ' + std::string(emphasis_of(*link.dimension));
  const std::string topic = link.type ? "" : link_topic(comparison, pair, link);
  if (!topic.empty()) words += " on " + topic;
  words += link.voice == Voice::same ? ", two tellings" : ", two positions";
  if (link.uncertain()) {
    std::vector<std::string> plausible;
    for (const Relation relation : link.plausible) plausible.emplace_back(name_of(relation));
    words += "; unsure: " + joined(plausible, " or ");
  }
  return words;
}

std::string point_text(const Statement& statement, const Span& point, OffsetUnit unit) {
  const std::size_t from = statement.span.begin;
  return std::string(Offsets(statement.text, unit).slice({point.begin - from, point.end - from}));
}

std::string teller_words(const Statement& statement) {
  std::string words = statement.sentence ? "sentence " + std::to_string(*statement.sentence) + ", " : "";
  if (statement.speaker) words += make_visible(*statement.speaker) + ", ";
  words += name_of(statement.mode);
  if (statement.source && statement.source != statement.speaker)
    words += " (" + make_visible(*statement.source) + ')';
  return words;
}

}  // namespace rashomon
