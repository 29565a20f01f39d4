#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "engine/scorer/fact_kinds.h"
#include "engine/scorer/quantities.h"

namespace rashomon {
namespace {

constexpr std::size_t kNearBy = 6;  // words between an expression and the party it speaks of
constexpr std::size_t kFewWords = 3;
constexpr std::size_t kOneWord = 1;

// ---- agreed ----

// "to reach agreement", "could be agreed": hoped for.
bool hoped(const FactReader& read, std::size_t at) {
  return (at > 0 && read.is_one_of(at - 1, {"to"})) || read.modal_before(at, kFewWords) ||
         read.condition_before(at);
}

// "no agenda for the group was agreed": the "no" may stand far off.
bool passive(const FactReader& read, std::size_t at) {
  return at > 0 && read.is_one_of(at - 1, {"was", "were", "been"});
}

void read_agreed(const FactReader& read, Facts& out) {
  const auto deny = [&](const Find& phrase, Stance stance) {
    if (read.condition_before(phrase.first)) return;
    Fact fact{FactType::agreed, stance, {phrase.first, phrase.last}};
    Matter matter = read.matter(read.clause(phrase));
    if (matter.empty()) matter = read.matter({0, read.tokens().size()});
    if (!matter.empty()) fact.items = {std::move(matter)};
    if (!fact.items.empty() || stance == Stance::no_such) out.facts.push_back(std::move(fact));
  };
  for (const Find* phrase : read.all(FactType::agreed, FactRole::yes)) {
    if (read.negated(phrase->first, passive(read, phrase->first) ? kNearBy : kOneWord)) {
      deny(*phrase, Stance::denied);
    } else if (!hoped(read, phrase->first)) {
      out.facts.push_back({FactType::agreed, Stance::told, {phrase->first, phrase->last}});
    }
  }
  for (const Find* phrase : read.all(FactType::agreed, FactRole::no)) deny(*phrase, Stance::denied);
  for (const Find* phrase : read.all(FactType::agreed, FactRole::no_such)) deny(*phrase, Stance::no_such);
}

// ---- raised ----

// Of a text about the contact, not of what was said: "the statement did not mention it".
bool of_a_text(const FactReader& read) {
  for (std::size_t k = 0; k < read.tokens().size(); ++k) {
    if (read.is_one_of(k,
                       {"statement", "communique", "document", "readout", "declaration", "text", "release"}))
      return true;
  }
  return false;
}

// "this did not come up": the matter stands elsewhere.
bool pronoun_before(const FactReader& read, std::size_t at) {
  return at > 0 && read.is_one_of(at - 1, {"this", "that", "it", "these", "those", "which"});
}

bool joint_before(const FactReader& read, std::size_t at) {
  for (std::size_t k = at; k-- > 0 && k + kNearBy >= at;) {
    if (read.is_one_of(
            k, {"they", "both", "two", "neither", "sides", "leaders", "presidents", "ministers", "双", "两"}))
      return true;
  }
  return false;
}

std::string agent_after(const FactReader& read, std::size_t at) {
  return read.is_one_of(at, {"by"}) ? read.party_after(at + 1, kFewWords) : "";
}

void deny_raised(const FactReader& read, const Find& phrase, std::string party, Facts& out) {
  if (read.condition_before(phrase.first)) return;
  Fact fact{FactType::raised, Stance::denied, {phrase.first, phrase.last}};
  fact.items = read.items(read.clause(phrase));
  fact.party = std::move(party);
  if (!fact.items.empty()) out.facts.push_back(std::move(fact));
}

void read_raised(const FactReader& read, Facts& out) {
  const std::size_t before = out.facts.size();
  if (!of_a_text(read)) {
    for (const Find* phrase : read.all(FactType::raised, FactRole::no)) {
      if (pronoun_before(read, phrase->first)) continue;
      const bool by = phrase->last > 0 && read.is_one_of(phrase->last - 1, {"by"});
      deny_raised(read, *phrase, agent_after(read, by ? phrase->last - 1 : phrase->last), out);
    }
    for (const Find* phrase : read.all(FactType::raised, FactRole::no_by)) {
      std::string party;
      if (!joint_before(read, phrase->first)) {
        party = read.party_before(phrase->first, kNearBy + 2);
        if (party.empty() && out.holders.size() == 1) party = out.holders.front();
        if (party.empty()) continue;
      }
      deny_raised(read, *phrase, std::move(party), out);
    }
  }
  if (out.facts.size() > before) return;  // what it says of other things it denies of this
  const auto tell = [&](const Find& phrase) {
    if (read.negated(phrase.first, kOneWord)) return;
    Fact fact{FactType::raised, Stance::told, {phrase.first, phrase.last}};
    fact.party = agent_after(read, phrase.last);
    if (fact.party.empty()) fact.party = read.party_before(phrase.first, kNearBy);
    out.facts.push_back(std::move(fact));
  };
  for (const Find* phrase : read.all(FactType::raised, FactRole::yes)) tell(*phrase);
  for (const Find* phrase : read.speech_verbs()) tell(*phrase);
}

// ---- participants ----

// "only the two took part": of the contact, not "no one else will do it".
bool closed(const FactReader& read) {
  const auto only = read.all(FactType::participants, FactRole::only);
  if (only.empty() || read.any(FactRole::contact) || read.any(FactRole::held)) return !only.empty();
  return std::any_of(only.begin(), only.end(), [&](const Find* find) {
    return read.is_one_of(find->last - 1, {"part", "attended", "present", "participants"});
  });
}

void read_participants(const FactReader& read, Facts& out) {
  const auto add = [&](FactRole role, Stance stance) {
    for (const Find* phrase : read.all(FactType::participants, role)) {
      if (read.earlier_before(phrase->first) || hoped(read, phrase->first)) continue;
      const bool turned = role == FactRole::yes && read.negated(phrase->first, kOneWord);
      Fact fact{FactType::participants, turned ? Stance::denied : stance, {phrase->first, phrase->last}};
      fact.people = read.people(read.clause(*phrase));
      if (stance == Stance::only || !fact.people.empty()) out.facts.push_back(std::move(fact));
    }
  };
  if (closed(read)) {
    add(FactRole::only, Stance::only);
  } else {
    add(FactRole::yes, Stance::told);
  }
  add(FactRole::no, Stance::denied);
}

// ---- figure ----

// All kinds that the statement names: soldiers killed are not soldiers wounded.
std::string kinds_counted(const FactReader& read) {
  std::set<std::size_t> kinds;
  for (const Find* find : read.all(FactType::figure, FactRole::count)) kinds.insert(find->entry);
  std::string out;
  for (const std::size_t kind : kinds) out += "kind " + std::to_string(kind) + ' ';
  return out;
}

// What is counted: a kind of the lexicon, else the last of the few words after the number, before one that
// names no matter ("110 fishermen held"); of people the kinds that the statement names ("killed 300 people").
std::string counted(const FactReader& read, std::size_t at) {
  std::string noun;
  for (std::size_t k = at; k < std::min(at + kFewWords + 1, read.tokens().size()); ++k) {
    if (read.at(FactRole::count, k) != nullptr) return kinds_counted(read);
    const Token& token = read.tokens()[k];
    if (token.form == "-") continue;
    if (token.kind != TokenKind::word || token.stop) break;
    if (read.at(FactRole::generic, k) != nullptr) return noun.empty() ? kinds_counted(read) : noun;
    if (k < at + kFewWords) noun = token.stem;
  }
  return noun;
}

void read_figures(const FactReader& read, Facts& out) {
  for (const Quantity& count : read_counts(read.tokens())) {
    std::string noun = counted(read, count.words.last);
    if (noun.empty()) continue;
    Fact fact{FactType::figure, Stance::told, count.words};
    fact.range = count.range;
    fact.name = std::move(noun);
    out.facts.push_back(std::move(fact));
  }
}

}  // namespace

void read_outcome_facts(const FactReader& read, Facts& out) {
  read_agreed(read, out);
  read_raised(read, out);
  read_participants(read, out);
  read_figures(read, out);
}

}  // namespace rashomon
