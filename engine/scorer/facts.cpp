#include "engine/scorer/facts.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <set>
#include <string_view>
#include <utility>

#include "engine/scorer/fact_reader.h"

namespace rashomon {
namespace {

constexpr std::size_t kNearBy = 6;  // words between an expression and the party it speaks of
constexpr std::size_t kFewWords = 3;
constexpr std::size_t kOneWord = 1;
constexpr std::size_t kOneSentence = 14;  // words between "met" and the place where it was
constexpr double kMostDaysOfContact = 3;

// ---- duration ----

bool stated_of_contact(const FactReader& read, const Find& length, const TokenRange& quantity) {
  if (read.apart({length.first, length.last}, quantity) > kNearBy || read.parted(length.last, quantity.first))
    return false;
  if (read.contact_within(length.first > 8 ? length.first - 8 : 0, length.first)) return true;
  if (read.contact_within(length.last, length.last + kFewWords)) return true;
  return length.first == 0 ||
         read.is_one_of(length.first - 1, {"it", "which", "that", "they", "and", "leaders", "presidents",
                                           "sides", "ministers", "two", "talks", "pair", ","});
}

// "met for an hour": nothing is said or done between.
bool met_for(const FactReader& read, const TokenRange& quantity) {
  for (std::size_t k = quantity.first; k-- > 0 && k + 5 >= quantity.first;) {
    if (!read.is_one_of(k, {"for"})) continue;
    const Find* met = read.last_before(FactRole::held, k);
    if (met == nullptr) met = read.last_before(FactRole::contact, k);
    return met != nullptr && !read.speech_within(met->last, k);
  }
  return false;
}

// Of the event's first session, its lunch: not of all of it.
bool of_a_part(const FactReader& read, const TokenRange& quantity) {
  if (read.last_before(FactRole::part, quantity.first) != nullptr) return true;
  for (std::size_t k = quantity.last; k < quantity.last + kFewWords; ++k) {
    if (read.at(FactRole::part, k) != nullptr) return true;
  }
  return false;
}

void read_lengths(const FactReader& read, Facts& out) {
  const auto lengths = read.all(FactType::duration, FactRole::length);
  for (const Quantity& quantity : read_durations(read.tokens())) {
    const TokenRange& words = quantity.words;
    if (read.earlier_before(words.first) || of_a_part(read, words)) continue;
    const bool stated = std::any_of(lengths.begin(), lengths.end(), [&](const Find* length) {
      return stated_of_contact(read, *length, words);
    });
    if (!stated && !read.contact_within(words.last, words.last + kFewWords) && !met_for(read, words))
      continue;
    Fact fact{FactType::duration, Stance::told, words};
    fact.range = quantity.range;
    out.facts.push_back(std::move(fact));
  }
}

// ---- initiator ----

std::string asker(const FactReader& read, const Find& phrase, FactRole role) {
  switch (role) {
    case FactRole::before: return read.party_before(phrase.first, kNearBy);
    case FactRole::after: return read.party_after(phrase.last, kNearBy);
    default: return read.party_after(phrase.first, phrase.last - phrase.first);
  }
}

void read_askers(const FactReader& read, Facts& out) {
  if (!read.all(FactType::initiator, FactRole::mutual).empty()) return;
  for (const FactRole role : {FactRole::before, FactRole::after, FactRole::inside}) {
    for (const Find* phrase : read.all(FactType::initiator, role)) {
      if (role != FactRole::before &&
          !read.contact_within(phrase->first > kOneSentence ? phrase->first - kOneSentence : 0,
                               phrase->last + kOneSentence)) {
        continue;
      }
      Fact fact{FactType::initiator,
                read.negated(phrase->first, kOneWord) ? Stance::denied : Stance::told,
                {phrase->first, phrase->last}};
      fact.party = asker(read, *phrase, role);
      if (fact.party.empty() || read.earlier_before(phrase->first)) continue;
      fact.words = read.with_party(fact.words, fact.party);
      out.facts.push_back(std::move(fact));
    }
  }
}

// ---- date and place ----

// "on April 2", "the evening of 2 April", "Tuesday, April 2" or the first words.
bool dates_contact(const FactReader& read, const DayRange& day) {
  std::size_t at = day.words.first;
  const bool chinese = read.tokens()[at].kind == TokenKind::number && read.is_one_of(at + 1, {"月", "年"});
  if (at == 0 || chinese) return true;
  if (read.is_one_of(at - 1, {","}) && at > 1) --at;
  if (read.is_one_of(at - 1,
                     {"on", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}))
    return true;
  return at > 1 && read.is_one_of(at - 1, {"of"}) &&
         read.is_one_of(at - 2, {"morning", "afternoon", "evening", "night"});
}

void read_dates(const FactReader& read, Facts& out) {
  const bool planned = !read.all(FactType::date, FactRole::planned).empty();
  if (!planned && !read.any(FactRole::held)) return;
  for (const DayRange& day : read_days(read.tokens())) {
    if (!planned && (day.days.high - day.days.low > kMostDaysOfContact || !dates_contact(read, day) ||
                     read.earlier_before(day.words.first))) {
      continue;
    }
    Fact fact{FactType::date, Stance::told, day.words};
    fact.days = day;
    fact.planned = planned;
    out.facts.push_back(std::move(fact));
  }
}

// Whether "in" or "at" stands before it, but for "the" and a party's name.
bool is_where(const FactReader& read, std::size_t at) {
  for (std::size_t k = at; k-- > 0 && k + kFewWords + 1 >= at;) {
    if (read.is_one_of(k, {"in", "at", "was", "在", "于"})) return true;
    if (!read.is_one_of(k, {"the", "of", "'", "s"}) && !read.party_at(k)) return false;
  }
  return false;
}

void read_places(const FactReader& read, Facts& out) {
  if (!read.any(FactRole::held) || !read.all(FactType::date, FactRole::planned).empty()) return;
  const auto add = [&](const TokenRange& words, std::string party, std::string name) {
    const Find* held = read.last_before(FactRole::held, words.first);
    if (held == nullptr || words.first - held->last > kOneSentence) return;
    if (!is_where(read, words.first) || read.earlier_before(words.first) ||
        read.speech_within(held->last, words.first))
      return;
    Fact fact{FactType::place, Stance::told, words};
    fact.party = std::move(party);
    fact.name = std::move(name);
    out.facts.push_back(std::move(fact));
  };
  for (const Find* city : read.all(FactType::place, FactRole::city)) {
    add({city->first, city->last}, "", "city " + std::to_string(city->entry));
  }
  for (const auto& [words, party] : read.capitals()) add(words, "", "capital " + party);
  for (const Find* house : read.all(FactType::place, FactRole::venue)) {
    const bool of = read.is_one_of(house->last, {"of"});
    std::string party = read.party_of(house->first);
    if (party.empty())
      party = of ? read.party_after(house->last, kFewWords) : read.party_before(house->first, kOneWord);
    if (!party.empty()) add({house->first, house->last}, party, "");
  }
}

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

// What is counted: a kind of the lexicon, else the last of the few words after the number.
std::string counted(const FactReader& read, std::size_t at) {
  std::string noun;
  for (std::size_t k = at; k < std::min(at + kFewWords + 1, read.tokens().size()); ++k) {
    if (read.at(FactRole::count, k) != nullptr) return kinds_counted(read);
    const Token& token = read.tokens()[k];
    if (token.form == "-") continue;
    if (token.kind != TokenKind::word || token.stop) break;
    if (read.at(FactRole::generic, k) != nullptr) return "";
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

Facts read_facts(const Statement& statement, const Lexicons& lexicons) {
  Facts out;
  if (statement.question) return out;
  const FactReader read(statement, lexicons);
  out.matter = read.matter({0, statement.tokens.size()});
  out.named = read.terms({0, statement.tokens.size()}, true);
  out.parties = read.people_of();
  out.holders = statement.holders;
  read_lengths(read, out);
  read_askers(read, out);
  read_dates(read, out);
  read_places(read, out);
  read_agreed(read, out);
  read_raised(read, out);
  read_participants(read, out);
  read_figures(read, out);
  for (const Fact& fact : out.facts) {
    (fact.stance == Stance::told ? out.told : out.denied) |= 1U << static_cast<unsigned>(fact.type);
  }
  return out;
}

}  // namespace rashomon
