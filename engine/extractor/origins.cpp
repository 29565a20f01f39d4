#include "engine/extractor/origins.h"

#include <algorithm>
#include <iterator>

#include "engine/extractor/names.h"
#include "engine/extractor/source_names.h"

namespace rashomon {
namespace {

constexpr std::size_t kHearerReach = 6;      // tokens from a source to where it told the press
constexpr std::size_t kMediumReach = 8;      // tokens from "told" to the medium that somebody told
constexpr std::size_t kLongestInitials = 2;  // tokens of "(ISPR)" that name the body before them

std::vector<std::string> united_parties(std::vector<std::string> a, const std::vector<std::string>& b) {
  std::vector<std::string> all;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

bool any_class(const Reading& reading, std::size_t first, std::size_t last, Word word) {
  return std::any_of(reading.classes.begin() + static_cast<std::ptrdiff_t>(first),
                     reading.classes.begin() + static_cast<std::ptrdiff_t>(last),
                     [&](const WordClass& c) { return c.is(word); });
}

bool any_form(const Statement& statement, std::size_t first, std::size_t last, std::string_view form) {
  return std::any_of(statement.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                     statement.tokens.begin() + static_cast<std::ptrdiff_t>(last),
                     [&](const Token& token) { return token.form == form; });
}

}  // namespace

Origin Origins::read(const Reading& reading, const Citation& citation) {
  Origin origin = meant(reading, citation.source, citation.apposition);
  if (origin.parties.empty() && !origin.both &&
      !is_private(*reading.statement, citation.source, citation.apposition)) {
    if (const std::string party = party_of_medium(reading, citation.verb); !party.empty())
      origin.parties = {party};
  }
  earlier_.remember(reading, citation, origin);
  return origin;
}

Origin Origins::meant(const Reading& reading, Phrase phrase, Phrase apposition) const {
  const Statement& statement = *reading.statement;
  if (const auto pronoun = earlier_.pointed(reading, phrase)) return *pronoun;
  const bool joint = any_form(statement, phrase.first, phrase.last, "joint") &&
                     holds_role(statement, phrase, CitationRole::document, lexicons_);
  if (joint || holds_role(statement, phrase, CitationRole::both, lexicons_))
    return {{}, true, false, false, words_of(reading, phrase)};
  const Phrase name = name_of(reading, phrase, apposition, party_finds(statement, lexicons_));
  const std::string label = words_of(reading, name.empty() ? phrase : name);
  const bool nobodys = is_private(statement, phrase, apposition);
  const std::optional<Origin> origin = named(reading, phrase, nobodys);
  if (nobodys && !(origin && origin->person)) return {{}, false, true, false, label};
  if (origin) return *origin;
  if (auto person = earlier_.known(statement, phrase)) return *person;
  if (auto office = appointed(reading, apposition, label)) return *office;
  if (auto owner = owned(reading, phrase)) return *owner;
  if (auto back = earlier_.pointed_by_noun(statement, phrase)) return *back;
  Origin other{{}, false, true, false, label};
  if (holds_office(statement, phrase)) {
    if (const std::string party = party_around(reading, phrase); !party.empty()) other.parties = {party};
  }
  return other;
}

bool Origins::is_private(const Statement& statement, Phrase phrase, Phrase apposition) const {
  return holds_role(statement, phrase, CitationRole::private_, lexicons_) ||
         holds_role(statement, apposition, CitationRole::private_, lexicons_);
}

bool Origins::holds_office(const Statement& statement, Phrase phrase) const {
  return std::any_of(statement.finds.begin(), statement.finds.end(), [&](const Find& find) {
    return find.table == Table::citations && phrase.holds(find) &&
           points_back(lexicons_.citations()[find.entry].role);
  });
}

// "Maya Wang" where the lexicon knows the bare family name alone. `inexact`: also where it is not known to be
// shared by others.
bool Origins::is_namesake(const Reading& reading, const Find& find, Phrase phrase, bool inexact) const {
  if (find.last - find.first != 1 || find.first == phrase.first) return false;
  const PartyName& name = lexicons_.party_names()[find.entry];
  const std::size_t before = find.first - 1;
  return is_named_person(name.kind) && (name.exact || inexact) &&
         is_capitalised(reading.statement->tokens[before]) && !reading.classes[before].is(Word::office) &&
         !reading.classes[before].is(Word::portfolio);
}

Origin Origins::named_by(const Reading& reading, const Find& find, Phrase phrase) const {
  const PartyName& name = lexicons_.party_names()[find.entry];
  const bool person = is_named_person(name.kind);
  std::string label = is_source(name.kind) ? name.label : words_of(reading, phrase);
  if (person && name.kind != PartyNameKind::official) label = label_of(find, reading.statement->tokens, name);
  return {{name.party}, false, person, false, std::move(label)};
}

// Names of the lexicon: those joined by "and", the first person, else the first name. Where the source is
// `nobodys`, only a person whom the lexicon knows by the full name counts as one.
std::optional<Origin> Origins::named(const Reading& reading, Phrase phrase, bool nobodys) const {
  const Statement& statement = *reading.statement;
  const std::vector<const Find*> finds = party_finds(statement, lexicons_);
  std::optional<Origin> origin;
  std::size_t last = phrase.first;
  for (std::size_t at = phrase.first; at < phrase.last; ++at) {
    const Find* find = finds[at];
    if (find == nullptr || find->last > phrase.last) continue;
    if (is_namesake(reading, *find, phrase, nobodys)) return origin;
    Origin one = named_by(reading, *find, phrase);
    const bool joined =
        origin && any_form(statement, last, at, "and") && !any_class(reading, last, at, Word::preposition);
    if (joined) {
      origin->parties = united_parties(std::move(origin->parties), one.parties);
      origin->label += "; " + one.label;
    } else if (!origin || (one.person && !origin->person && origin->parties.size() == 1)) {
      origin = std::move(one);
    }
    last = find->last;
    at = find->last - 1;
  }
  if ((origin && origin->person) || nobodys) return origin;
  for (const Actor& actor : reading.actors) {  // people whom the text itself introduces
    if (actor.kind != ActorKind::person || actor.first < phrase.first || actor.last > phrase.last) continue;
    if (!actor.party.empty() && (!origin || origin->parties.size() < 2))
      return Origin{{origin ? origin->parties.front() : actor.party}, false, true, false, actor.label};
  }
  return origin;
}

// "Jane Roe, the Chinese envoy", "the directorate (ISPR)"
std::optional<Origin> Origins::appointed(const Reading& reading, Phrase apposition,
                                         const std::string& label) const {
  if (apposition.empty()) return std::nullopt;
  const bool initials =
      apposition.size() <= kLongestInitials && reading.statement->tokens[apposition.first - 1].form == "(";
  if (!initials && !holds_office(*reading.statement, apposition)) return std::nullopt;
  const std::optional<Origin> office = named(reading, apposition, false);
  if (!office) return std::nullopt;
  return Origin{office->parties, false, !initials, false, label};
}

// "his office", "the president's spokesman": the owner's party.
std::optional<Origin> Origins::owned(const Reading& reading, Phrase phrase) const {
  const Statement& statement = *reading.statement;
  if (any_class(reading, phrase.first, phrase.last, Word::auxiliary)) return std::nullopt;  // a clause
  for (std::size_t at = phrase.first; at + 1 < phrase.last; ++at) {
    if (!reading.classes[at].is(Word::genitive)) continue;
    const Token& token = statement.tokens[at];
    std::optional<Origin> owner;
    if (token.form == "his" || token.form == "her") {
      for (const Actor& actor : reading.actors) {
        const bool person = actor.kind == ActorKind::person || actor.kind == ActorKind::title;
        if (actor.last <= phrase.first && person && !actor.object && !actor.party.empty() && !owner)
          owner = Origin{{actor.party}, false, true, false, actor.label};
      }
      if (!owner) owner = earlier_.last_person();
    } else if (token.form == "its") {
      owner = earlier_.last_body();
    } else if (reading.classes[at].is(Word::office)) {
      owner = earlier_.holder(token);
    }
    if (owner && !owner->parties.empty()) {
      return Origin{owner->parties, owner->both,
                    holds_role(statement, phrase, CitationRole::spokesman, lexicons_), false,
                    words_of(reading, phrase)};
    }
  }
  return std::nullopt;
}

// "In Beijing, a foreign ministry spokesperson", "A general told the press in Beijing", "Roe raised the
// matter, a senior official said": the party that the sentence itself names, as a capital or as its subject.
std::string Origins::party_around(const Reading& reading, Phrase phrase) const {
  const std::vector<const Find*> finds = party_finds(*reading.statement, lexicons_);
  const std::vector<Token>& tokens = reading.statement->tokens;
  const bool told = phrase.last < tokens.size() && tokens[phrase.last].form == "told";
  const std::size_t end = told ? std::min(tokens.size(), phrase.last + kHearerReach) : phrase.first;
  for (std::size_t at = 0; at < end; ++at) {
    if (finds[at] == nullptr || (at > phrase.first && tokens[at - 1].form != "in")) continue;
    const PartyName& name = lexicons_.party_names()[finds[at]->entry];
    if (name.kind == PartyNameKind::capital) return name.party;
  }
  if (reading.actors.empty()) return {};
  const Actor& subject = reading.actors.front();
  return subject.last <= phrase.first && !subject.object && !subject.owner ? subject.party : std::string();
}

// "told state television TRT": whose medium hears it.
std::string Origins::party_of_medium(const Reading& reading, std::size_t verb) const {
  const std::vector<const Find*> finds = party_finds(*reading.statement, lexicons_);
  const std::vector<Token>& tokens = reading.statement->tokens;
  if (tokens[verb].form != "told") return {};
  for (std::size_t at = verb; at < std::min(tokens.size(), verb + kMediumReach); ++at) {
    if (tokens[at].form == "that") break;
    if (finds[at] == nullptr) continue;
    const PartyName& name = lexicons_.party_names()[finds[at]->entry];
    if (name.kind == PartyNameKind::media) return name.party;
  }
  return {};
}

}  // namespace rashomon
