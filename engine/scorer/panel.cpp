#include "engine/scorer/panel.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/scorer/conflicts.h"
#include "engine/scorer/fact_reader.h"
#include "engine/scorer/facts.h"
#include "engine/scorer/persons.h"
#include "engine/scorer/token_forms.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

using Eigen::Index;

// Forms of contact, and steps to come, by their ids in concepts.tsv.
constexpr std::array<std::string_view, 3> kForms = {"contact-call", "contact-video", "contact-meeting"};
constexpr std::array<std::string_view, 4> kSteps = {"next-meeting", "continued-dialogue", "follow-up",
                                                    "lines-of-communication"};

template <std::size_t N>
bool is_concept(const Find& find, const std::array<std::string_view, N>& ids, const Lexicons& lexicons) {
  return find.table == Table::concepts &&
         std::find(ids.begin(), ids.end(), lexicons.concepts()[find.entry].id) != ids.end();
}

FactValue value_of(const Account& account, std::size_t index, TokenRange words) {
  const Statement& statement = account.statements[index];
  const auto is_mark = [&](std::size_t at) { return statement.tokens[at].kind == TokenKind::mark; };
  while (words.last > words.first + 1 && is_mark(words.last - 1)) --words.last;
  while (words.first + 1 < words.last && is_mark(words.first)) ++words.first;
  const Span span{statement.tokens[words.first].span.begin, statement.tokens[words.last - 1].span.end};
  const std::size_t from = statement.span.begin;
  return {index, span, std::string(CodePoints(statement.text).slice({span.begin - from, span.end - from}))};
}

FactValue value_of(const Account& account, std::size_t index) {
  const Statement& statement = account.statements[index];
  return {index, statement.span, statement.text};
}

// A value that one account tells, and the row's words.
template <typename T>
struct Told {
  T value;
  FactValue words;
};

// One row of all that both tell of a kind: the first two values that can be one, else the first of each.
template <typename T, typename Same>
PanelFact single_row(FactKind kind, const std::vector<Told<T>>& left, const std::vector<Told<T>>& right,
                     const Same& same) {
  PanelFact row{kind, FactVerdict::silent, {}};
  if (!left.empty()) row.values[0] = left.front().words;
  if (!right.empty()) row.values[1] = right.front().words;
  if (left.empty() || right.empty()) return row;
  row.verdict = FactVerdict::differs;
  for (const Told<T>& a : left) {
    for (const Told<T>& b : right) {
      if (row.verdict == FactVerdict::same || !same(a.value, b.value)) continue;
      row = {kind, FactVerdict::same, {a.words, b.words}};
    }
  }
  return row;
}

// ---- kind of contact ----

// Whether the statement tells of the contact itself; its first words that do.
bool tells_contact(const Statement& statement, const FactReader& read) {
  return !statement.question && !read.any(FactRole::planned) &&
         (read.any(FactRole::held) || read.any(FactRole::contact));
}

// The forms that the first statement with one names.
std::vector<Told<std::string>> forms_of(const Account& account, const Lexicons& lexicons) {
  std::vector<Told<std::string>> out;
  for (std::size_t s = 0; s < account.statements.size() && out.empty(); ++s) {
    const FactReader read(account.statements[s], lexicons);
    if (!tells_contact(account.statements[s], read)) continue;
    for (const Find& find : account.statements[s].finds) {
      if (!is_concept(find, kForms, lexicons) || read.earlier_before(find.first)) continue;
      out.push_back({lexicons.concepts()[find.entry].id, value_of(account, s, {find.first, find.last})});
    }
  }
  return out;
}

// A call may be one by video: "spoke with" tells no more.
bool same_form(const std::string& a, const std::string& b) {
  return a == b || (a != "contact-meeting" && b != "contact-meeting");
}

// ---- who asked, when, where, how long ----

std::vector<Told<Fact>> told_facts(const Account& account, const std::vector<Facts>& facts, FactType type) {
  std::vector<Told<Fact>> out;
  for (std::size_t s = 0; s < facts.size(); ++s) {
    for (const Fact& fact : facts[s].facts) {
      if (fact.type == type && fact.stance == Stance::told && !fact.planned)
        out.push_back({fact, value_of(account, s, fact.words)});
    }
  }
  return out;
}

bool same_fact(const Fact& a, const Fact& b) {
  if (a.type == FactType::place && a.name.empty() != b.name.empty()) return true;  // a house stands in a city
  return same_value(a, b);
}

// ---- participants ----

// Those whom the first statement of the contact that names people, and those of "took part", name.
std::vector<Told<Person>> participants_of(const Account& account, const Lexicons& lexicons) {
  std::vector<Told<Person>> out;
  bool opened = false;
  for (std::size_t s = 0; s < account.statements.size(); ++s) {
    const Statement& statement = account.statements[s];
    const FactReader read(statement, lexicons);
    const bool joins = !read.all(FactType::participants, FactRole::yes).empty();
    if (statement.question || (!joins && (opened || !tells_contact(statement, read)))) continue;
    const std::vector<Person> persons = read_persons(statement, lexicons);
    for (const Person& person : persons) {
      if (read.earlier_before(person.words.first)) continue;
      const auto known = std::find_if(
          out.begin(), out.end(), [&](const Told<Person>& one) { return same_person(one.value, person); });
      if (known == out.end()) {
        out.push_back({person, value_of(account, s, person.words)});
      } else if (known->value.titles.size() < person.titles.size()) {
        *known = {person, value_of(account, s, person.words)};
      }
    }
    opened = opened || (!statement.heading && !persons.empty());
  }
  return out;
}

// Both give an office, and not one word of it is on both sides.
bool other_office(const Person& a, const Person& b) {
  return !a.titles.empty() && !b.titles.empty() &&
         std::none_of(a.titles.begin(), a.titles.end(), [&](const std::string& title) {
           return std::find(b.titles.begin(), b.titles.end(), title) != b.titles.end();
         });
}

std::vector<PanelFact> participant_rows(const std::vector<Told<Person>>& left,
                                        const std::vector<Told<Person>>& right) {
  std::vector<PanelFact> rows;
  std::vector<bool> met(right.size(), false);
  for (const Told<Person>& a : left) {
    PanelFact row{FactKind::participant, FactVerdict::silent, {a.words, std::nullopt}};
    for (std::size_t k = 0; k < right.size() && !row.values[1]; ++k) {
      if (met[k] || !same_person(a.value, right[k].value)) continue;
      met[k] = true;
      row.values[1] = right[k].words;
      row.verdict = other_office(a.value, right[k].value) ? FactVerdict::differs : FactVerdict::same;
    }
    rows.push_back(std::move(row));
  }
  for (std::size_t k = 0; k < right.size(); ++k) {
    if (!met[k]) rows.push_back({FactKind::participant, FactVerdict::silent, {std::nullopt, right[k].words}});
  }
  return rows;
}

// ---- agreed steps ----

bool told_of_both(const Statement& statement) { return statement.holders.size() > 1; }

// What both agreed, or what is to come: the clause from the words that tell it.
std::optional<TokenRange> step_in(const Statement& statement, const Facts& facts, const Lexicons& lexicons) {
  if (statement.heading || statement.question || !told_of_both(statement)) return std::nullopt;
  const FactReader read(statement, lexicons);
  const auto clause_from = [&](std::size_t first, std::size_t last) {
    return TokenRange{first, read.clause({Table::facts, 0, first, last}).last};
  };
  for (const Fact& fact : facts.facts) {
    if (fact.type == FactType::agreed && fact.stance == Stance::told &&
        !read.earlier_before(fact.words.first))
      return clause_from(fact.words.first, fact.words.last);
  }
  for (const Find& find : statement.finds) {
    if (is_concept(find, kSteps, lexicons) && !read.earlier_before(find.first)) return read.clause(find);
  }
  return std::nullopt;
}

std::vector<std::optional<TokenRange>> steps_of(const Account& account, const std::vector<Facts>& facts,
                                                const Lexicons& lexicons) {
  std::vector<std::optional<TokenRange>> out;
  for (std::size_t s = 0; s < account.statements.size(); ++s)
    out.push_back(step_in(account.statements[s], facts[s], lexicons));
  return out;
}

// Of both accounts; each step beside the likeliest statement of the other side.
class StepRows {
 public:
  StepRows(const Account& left, const Account& right, const Alignment& alignment,
           const Judgements& judgements, const LinkFeatures& features, double threshold,
           const Lexicons& lexicons)
      : left_(left),
        right_(right),
        probability_(alignment.full + alignment.part),
        judgements_(judgements),
        features_(features),
        threshold_(threshold),
        left_steps_(steps_of(left, features.left_facts(), lexicons)),
        right_steps_(steps_of(right, features.right_facts(), lexicons)) {}

  std::vector<PanelFact> rows() const {
    std::vector<PanelFact> out;
    std::vector<bool> met(right_steps_.size(), false);
    for (std::size_t i = 0; i < left_steps_.size(); ++i) {
      if (!left_steps_[i]) continue;
      const auto j = likeliest_in(probability_.row(static_cast<Index>(i)).transpose(), right_steps_);
      if (j) met[*j] = true;
      out.push_back(row(i, j));
    }
    for (std::size_t j = 0; j < right_steps_.size(); ++j) {
      if (!right_steps_[j] || met[j]) continue;
      out.push_back(row(likeliest_in(probability_.col(static_cast<Index>(j)), left_steps_), j));
    }
    return out;
  }

 private:
  // A step before any other statement.
  std::optional<std::size_t> likeliest_in(const Vector& probability,
                                          const std::vector<std::optional<TokenRange>>& steps) const {
    std::optional<std::size_t> best;
    for (std::size_t k = 0; k < steps.size(); ++k) {
      const auto rank = [&](std::size_t at) {
        return std::pair(steps[at].has_value(), probability[static_cast<Index>(at)]);
      };
      if (probability[static_cast<Index>(k)] >= threshold_ && (!best || rank(k) > rank(*best))) best = k;
    }
    return best;
  }

  PanelFact row(std::optional<std::size_t> i, std::optional<std::size_t> j) const {
    PanelFact out{FactKind::follow_up, FactVerdict::silent, {}};
    const auto value = [](const Account& account, std::size_t at, const std::optional<TokenRange>& step) {
      return step ? value_of(account, at, *step) : value_of(account, at);
    };
    if (i) out.values[0] = value(left_, *i, left_steps_[*i]);
    if (j) out.values[1] = value(right_, *j, right_steps_[*j]);
    if (!i || !j) return out;
    const Relation relation = likeliest(judgements_, features_, {*i, *j});
    const bool opposed = relation == Relation::diverge || relation == Relation::contradict;
    out.verdict = opposed ? FactVerdict::differs : FactVerdict::same;
    return out;
  }

  const Account& left_;
  const Account& right_;
  Matrix probability_;
  const Judgements& judgements_;
  const LinkFeatures& features_;
  double threshold_;
  std::vector<std::optional<TokenRange>> left_steps_;
  std::vector<std::optional<TokenRange>> right_steps_;
};

}  // namespace

std::vector<PanelFact> facts_panel(const Account& left, const Account& right, const Alignment& alignment,
                                   const Judgements& judgements, const LinkFeatures& features,
                                   double threshold, const Lexicons& lexicons) {
  std::vector<PanelFact> rows;
  rows.push_back(
      single_row(FactKind::contact, forms_of(left, lexicons), forms_of(right, lexicons), same_form));
  for (const auto& [kind, type] :
       {std::pair(FactKind::initiator, FactType::initiator), std::pair(FactKind::date, FactType::date),
        std::pair(FactKind::place, FactType::place), std::pair(FactKind::duration, FactType::duration)}) {
    rows.push_back(single_row(kind, told_facts(left, features.left_facts(), type),
                              told_facts(right, features.right_facts(), type), same_fact));
  }
  for (PanelFact& row : participant_rows(participants_of(left, lexicons), participants_of(right, lexicons)))
    rows.push_back(std::move(row));
  for (PanelFact& row : StepRows(left, right, alignment, judgements, features, threshold, lexicons).rows())
    rows.push_back(std::move(row));
  return rows;
}

}  // namespace rashomon
