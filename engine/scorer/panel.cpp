#include "engine/scorer/panel.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "engine/scorer/agreed_steps.h"
#include "engine/scorer/conflicts.h"
#include "engine/scorer/fact_reader.h"
#include "engine/scorer/fact_values.h"
#include "engine/scorer/facts.h"
#include "engine/scorer/persons.h"
#include "engine/scorer/token_forms.h"

namespace rashomon {
namespace {

// Forms of contact, by their ids in concepts.tsv.
constexpr std::string_view kMeeting = "contact-meeting";
constexpr std::array<std::string_view, 3> kForms = {"contact-call", "contact-video", kMeeting};

bool is_form(const Find& find, const Lexicons& lexicons) {
  return find.table == Table::concepts &&
         std::find(kForms.begin(), kForms.end(), lexicons.concepts()[find.entry].id) != kForms.end();
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

// Whether the statement tells of the contact itself, and not of a coming or an earlier one.
bool tells_contact(const Statement& statement, const FactReader& read, const Lexicons& lexicons) {
  if (statement.question || read.any(FactRole::planned)) return false;
  return std::any_of(statement.finds.begin(), statement.finds.end(), [&](const Find& find) {
    const bool names =
        find.table == Table::facts ? read.contact_within(find.first, find.last) : is_form(find, lexicons);
    return names && !read.earlier_before(find.first);
  });
}

// "spoke with" may be by telephone or face to face.
bool tells_no_form(const Statement& statement, const Find& find) {
  return is_one_of(statement.tokens[find.last - 1].form, {"with", "to"}) &&
         is_one_of(statement.tokens[find.first].form, {"spoke", "spoken", "speak", "talked"});
}

// The forms that the first statement of the contact names: ids of concepts, or "" where it tells no form.
std::vector<Told<std::string>> forms_of(const Account& account, const Lexicons& lexicons) {
  std::vector<Told<std::string>> out;
  for (std::size_t s = 0; s < account.statements.size() && out.empty(); ++s) {
    const Statement& statement = account.statements[s];
    const FactReader read(statement, lexicons);
    if (!tells_contact(statement, read, lexicons)) continue;
    for (const Find& find : statement.finds) {
      if (!is_form(find, lexicons) || read.earlier_before(find.first)) continue;
      if (tells_no_form(statement, find)) continue;
      out.push_back({lexicons.concepts()[find.entry].id, value_of(account, s, {find.first, find.last})});
    }
    for (std::size_t k = 0; k < statement.tokens.size() && out.empty(); ++k) {
      const Find* contact = read.at(FactRole::contact, k);
      if (contact == nullptr) contact = read.at(FactRole::held, k);
      if (contact != nullptr) out.push_back({"", value_of(account, s, {contact->first, contact->last})});
    }
  }
  return out;
}

// A call may be one by video; a form that is not told may be any.
bool same_form(const std::string& a, const std::string& b) {
  return a == b || a.empty() || b.empty() || (a != kMeeting && b != kMeeting);
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
    if (statement.question || (!joins && (opened || !tells_contact(statement, read, lexicons)))) continue;
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

}  // namespace

std::vector<PanelFact> facts_panel(const Account& left, const Account& right, const Alignment& alignment,
                                   const Judgements& judgements, const LinkFeatures& features,
                                   const Lexicons& lexicons) {
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
  for (PanelFact& row : agreed_steps(left, right, alignment, judgements, features, lexicons))
    rows.push_back(std::move(row));
  return rows;
}

}  // namespace rashomon
