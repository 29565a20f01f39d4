#include <algorithm>
#include <string>
#include <utility>

#include "engine/scorer/days.h"
#include "engine/scorer/fact_kinds.h"
#include "engine/scorer/quantities.h"

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

}  // namespace

void read_contact_facts(const FactReader& read, Facts& out) {
  read_lengths(read, out);
  read_askers(read, out);
  read_dates(read, out);
  read_places(read, out);
}

}  // namespace rashomon
