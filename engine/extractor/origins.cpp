#include "engine/extractor/origins.h"

#include <algorithm>
#include <iterator>

#include "engine/extractor/names.h"

namespace rashomon {
namespace {

// What a medium of the lexicon may be called later, as stems.
const std::set<std::string> kMediumNouns = {"agenc",   "broadcast", "newspap", "outlet",
                                            "tabloid", "daili",     "channel"};

constexpr double kSameRole = 0.5;  // of a source, in words in common with what points back to it

const std::set<CitationRole> kPointing = {CitationRole::spokesman, CitationRole::official, CitationRole::body,
                                          CitationRole::document};

bool within(const Find& find, Phrase phrase) {
  return find.first >= phrase.first && find.last <= phrase.last;
}

std::string words(const Statement& statement, Phrase phrase, const std::vector<WordClass>& classes) {
  while (phrase.first < phrase.last &&
         (classes[phrase.first].is(Word::article) || statement.tokens[phrase.first].kind == TokenKind::mark))
    ++phrase.first;
  std::string all;
  for (std::size_t k = phrase.first; k < phrase.last; ++k) {
    if (k > phrase.first && statement.tokens[k].span.begin > statement.tokens[k - 1].span.end) all += ' ';
    all += statement.tokens[k].surface;
  }
  return all;
}

// The capitalised words at the end of a source that belong to no party's name and no office: "Jane Roe".
Phrase name_in(const Reading& reading, Phrase phrase, const std::vector<const Find*>& finds) {
  const std::vector<Token>& tokens = reading.statement->tokens;
  std::size_t begin = phrase.first;
  for (std::size_t at = phrase.first; at < phrase.last; ++at) {
    if (finds[at] != nullptr) begin = std::max(begin, std::min(finds[at]->last, phrase.last));
  }
  Phrase name{phrase.last, phrase.last};
  while (name.first > begin) {
    const Token& token = tokens[name.first - 1];
    const WordClass& word = reading.classes[name.first - 1];
    const bool joint = token.form == "-" || token.form == ".";
    if (!joint && (!is_capitalised(token) || token.stop || word.is(Word::office) || word.is(Word::actor)))
      break;
    --name.first;
  }
  while (!name.empty() && tokens[name.first].kind == TokenKind::mark) ++name.first;
  return name;
}

// "One of the five, Jane Roe, said": the apposition is the name.
Phrase whole_name(const Reading& reading, Phrase apposition, const std::vector<const Find*>& finds) {
  const Phrase name = name_in(reading, apposition, finds);
  return name.first == apposition.first ? name : Phrase{};
}

std::vector<std::string> united_parties(std::vector<std::string> a, const std::vector<std::string>& b) {
  std::vector<std::string> all;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

}  // namespace

Origin Origins::read(const Reading& reading, const Citation& citation) {
  Origin origin = meant(reading, citation.source, citation.apposition);
  remember(reading, citation, origin);
  return origin;
}

Origin Origins::meant(const Reading& reading, Phrase phrase, Phrase apposition) const {
  const Statement& statement = *reading.statement;
  if (const auto pronoun = pointed(reading, phrase)) return *pronoun;
  const bool joint = std::any_of(statement.tokens.begin() + static_cast<std::ptrdiff_t>(phrase.first),
                                 statement.tokens.begin() + static_cast<std::ptrdiff_t>(phrase.last),
                                 [](const Token& token) { return token.form == "joint"; }) &&
                     holds_role(statement, phrase, CitationRole::document, lexicons_);
  if (joint || holds_role(statement, phrase, CitationRole::both, lexicons_))
    return {{}, true, false, false, words(statement, phrase, reading.classes)};
  const bool nobodys =
      holds_role(statement, phrase, CitationRole::private_, lexicons_) ||
      (!apposition.empty() && holds_role(statement, apposition, CitationRole::private_, lexicons_));
  std::optional<Origin> origin = named(reading, phrase);
  const auto finds = party_finds(statement, lexicons_);
  Phrase name = name_in(reading, phrase, finds);
  if (name.empty()) name = whole_name(reading, apposition, finds);
  const std::string label = words(statement, name.empty() ? phrase : name, reading.classes);
  if (nobodys && !(origin && origin->person)) return {{}, false, true, false, label};
  if (origin) return *origin;
  if (auto person = known(statement, phrase)) return *person;
  if (!apposition.empty() && holds_office(statement, apposition)) {
    if (origin = named(reading, apposition); origin) return {origin->parties, false, true, false, label};
  }
  if (auto back = pointed_by_noun(statement, phrase)) return *back;
  Origin other{{}, false, true, false, label};
  if (holds_office(statement, phrase)) {
    if (const std::string party = party_around(reading, phrase); !party.empty()) other.parties = {party};
  }
  return other;
}

bool Origins::holds_office(const Statement& statement, Phrase phrase) const {
  return std::any_of(kPointing.begin(), kPointing.end(),
                     [&](CitationRole role) { return holds_role(statement, phrase, role, lexicons_); });
}

// "he", "it", "they", "both"
std::optional<Origin> Origins::pointed(const Reading& reading, Phrase phrase) const {
  if (phrase.empty()) return std::nullopt;
  const Token& head = reading.statement->tokens[phrase.last - 1];
  const WordClass& word = reading.classes[phrase.last - 1];
  const Origin nobody{{}, false, true, false, {}};
  if (word.is(Word::he) || head.form == "him") return last_person_.value_or(nobody);
  if (head.form == "it") return last_body_ ? *last_body_ : last_person_.value_or(nobody);
  if (word.is(Word::they)) return earlier_.empty() ? nobody : earlier_.back().origin;
  if (word.is(Word::i) || word.is(Word::we)) return last_person_.value_or(nobody);
  if (head.form == "both") return Origin{{}, true, false, false, "both"};
  return std::nullopt;
}

// "Maya Wang" where the lexicon knows the bare family name alone.
bool Origins::is_namesake(const Reading& reading, const Find& find, Phrase phrase) const {
  if (find.last - find.first != 1 || find.first == phrase.first) return false;
  const PartyName& name = lexicons_.party_names()[find.entry];
  const std::size_t before = find.first - 1;
  return is_named_person(name.kind) && name.exact && is_capitalised(reading.statement->tokens[before]) &&
         !reading.classes[before].is(Word::office) && !reading.classes[before].is(Word::portfolio);
}

// Names of the lexicon: those joined by "and", the first person, else the first name.
std::optional<Origin> Origins::named(const Reading& reading, Phrase phrase) const {
  const Statement& statement = *reading.statement;
  const std::vector<const Find*> finds = party_finds(statement, lexicons_);
  std::optional<Origin> origin;
  std::size_t last = phrase.first;
  for (std::size_t at = phrase.first; at < phrase.last; ++at) {
    const Find* find = finds[at];
    if (find == nullptr || find->last > phrase.last) continue;
    const PartyName& name = lexicons_.party_names()[find->entry];
    if (is_namesake(reading, *find, phrase)) return origin;
    const bool person = is_named_person(name.kind);
    Origin one{{name.party},
               false,
               person,
               false,
               person && name.kind != PartyNameKind::official ? label_of(*find, statement.tokens, name)
               : is_source(name.kind)                         ? name.label
                                                              : words(statement, phrase, reading.classes)};
    if (!origin) {
      origin = std::move(one);
    } else {
      const auto begin = statement.tokens.begin();
      const bool joined =
          std::any_of(begin + static_cast<std::ptrdiff_t>(last), begin + static_cast<std::ptrdiff_t>(at),
                      [](const Token& token) { return token.form == "and"; });
      const bool owned = std::any_of(reading.classes.begin() + static_cast<std::ptrdiff_t>(last),
                                     reading.classes.begin() + static_cast<std::ptrdiff_t>(at),
                                     [](const WordClass& c) { return c.is(Word::preposition); });
      if (joined && !owned) {
        origin->parties = united_parties(std::move(origin->parties), one.parties);
        origin->label += "; " + one.label;
      } else if (person && !origin->person && origin->parties.size() == 1) {
        origin = std::move(one);
      }
    }
    last = find->last;
    at = find->last - 1;
  }
  if (origin && origin->person) return origin;
  for (const Actor& actor : reading.actors) {  // people whom the text itself introduces
    if (actor.kind != ActorKind::person || actor.first < phrase.first || actor.last > phrase.last) continue;
    if (!actor.party.empty() && (!origin || origin->parties.size() < 2))
      return Origin{{origin ? origin->parties.front() : actor.party}, false, true, false, actor.label};
  }
  return origin;
}

// A name that an earlier source bore.
std::optional<Origin> Origins::known(const Statement& statement, Phrase phrase) const {
  for (std::size_t at = phrase.last; at-- > phrase.first;) {
    if (!is_capitalised(statement.tokens[at])) continue;
    if (const auto found = names_.find(statement.tokens[at].surface); found != names_.end())
      return found->second;
  }
  return std::nullopt;
}

// "the official", "the ministry", "a department spokesperson": the source with most of the words, among
// equals the last.
std::optional<Origin> Origins::pointed_by_noun(const Statement& statement, Phrase phrase) const {
  std::set<CitationRole> roles;
  for (const Find& find : statement.finds) {
    if (find.table == Table::citations && within(find, phrase))
      roles.insert(lexicons_.citations()[find.entry].role);
  }
  const Earlier* best = nullptr;
  double most = 0;
  for (const Earlier& one : earlier_) {
    double score = 0;
    for (std::size_t at = phrase.first; at < phrase.last; ++at) {
      const Token& token = statement.tokens[at];
      if (token.kind == TokenKind::word && !token.stop && one.nouns.contains(token.stem)) score += 1;
    }
    for (const CitationRole role : {CitationRole::spokesman, CitationRole::document}) {
      if (roles.contains(role) && one.roles.contains(role)) score += kSameRole;
    }
    if (score == 0 || score < most) continue;
    best = &one;
    most = score;
  }
  if (best != nullptr) return best->origin;
  const auto mentioned = mentions_.find(statement.tokens[phrase.last - 1].stem);
  if (mentioned != mentions_.end()) return mentioned->second;
  if (roles.contains(CitationRole::document) && last_body_) return last_body_;
  if (roles.contains(CitationRole::document) && !earlier_.empty()) return earlier_.back().origin;
  return std::nullopt;
}

// "In Beijing, a foreign ministry spokesperson": the party that the sentence itself names.
std::string Origins::party_around(const Reading& reading, Phrase phrase) const {
  const std::vector<const Find*> finds = party_finds(*reading.statement, lexicons_);
  for (std::size_t at = 0; at < phrase.first; ++at) {
    if (finds[at] == nullptr) continue;
    const PartyName& name = lexicons_.party_names()[finds[at]->entry];
    if (name.kind == PartyNameKind::capital) return name.party;
  }
  return {};
}

void Origins::remember(const Reading& reading, const Citation& citation, Origin origin) {
  origin.told = true;
  const Statement& statement = *reading.statement;
  Earlier one{origin, {}, {}};
  for (const Phrase phrase : {citation.source, citation.apposition}) {
    for (std::size_t at = phrase.first; at < phrase.last; ++at) {
      const Token& token = statement.tokens[at];
      if (token.kind == TokenKind::word && !token.stop) one.nouns.insert(token.stem);
    }
  }
  for (const Find& find : statement.finds) {
    if (find.table == Table::parties && within(find, citation.source)) {
      const PartyNameKind kind = lexicons_.party_names()[find.entry].kind;
      if (kind == PartyNameKind::spokesperson) one.roles.insert(CitationRole::spokesman);
      if (kind == PartyNameKind::media || kind == PartyNameKind::ministry || kind == PartyNameKind::building)
        one.roles.insert({CitationRole::body, CitationRole::document});
      if (kind == PartyNameKind::media) one.nouns.insert(kMediumNouns.begin(), kMediumNouns.end());
    }
    if (find.table != Table::citations) continue;
    const bool inside = within(find, citation.source) || within(find, citation.apposition);
    const CitationRole role = lexicons_.citations()[find.entry].role;
    if (!kPointing.contains(role) || !(inside || role == CitationRole::document)) continue;
    one.roles.insert(role);
  }
  if (origin.person) {
    last_person_ = origin;
    const bool pronoun = reading.classes[citation.source.last - 1].is(Word::he);
    const auto finds = party_finds(statement, lexicons_);
    Phrase name = name_in(reading, citation.source, finds);
    if (name.empty()) name = whole_name(reading, citation.apposition, finds);
    for (std::size_t at = citation.source.first; name.empty() && at < citation.source.last; ++at) {
      if (finds[at] != nullptr && is_named_person(lexicons_.party_names()[finds[at]->entry].kind))
        name = {at, std::min(finds[at]->last, citation.source.last)};
    }
    for (std::size_t at = name.first; at < name.last && !pronoun; ++at) {
      const Token& token = statement.tokens[at];
      if (is_capitalised(token) && !token.stop && token.surface.size() >= 2 &&
          !reading.classes[at].is(Word::office))
        names_.try_emplace(token.surface, origin);
    }
  } else {
    last_body_ = origin;
  }
  earlier_.push_back(std::move(one));
}

void Origins::mention(const Reading& reading) {
  const Statement& statement = *reading.statement;
  for (const Find* find : party_finds(statement, lexicons_)) {
    if (find == nullptr || find->last - find->first < 2) continue;
    const PartyName& name = lexicons_.party_names()[find->entry];
    if (!is_named_person(name.kind) || name.kind == PartyNameKind::official) continue;
    const Origin person{{name.party}, false, true, false, label_of(*find, statement.tokens, name)};
    for (const std::size_t at : {find->first, find->last - 1}) {  // family names come first or last
      const Token& token = statement.tokens[at];
      if (is_capitalised(token) && !token.stop && token.surface.size() >= 2 &&
          !reading.classes[at].is(Word::office) && !reading.classes[at].is(Word::portfolio))
        names_.try_emplace(token.surface, person);
    }
  }
  for (const Actor& actor : reading.actors) {
    if (actor.party.empty() || actor.kind == ActorKind::source) continue;
    for (std::size_t at = actor.first; at < actor.last; ++at) {
      if (reading.classes[at].is(Word::office))
        mentions_[reading.statement->tokens[at].stem] = {{actor.party}, false, true, false, actor.label};
    }
  }
}

}  // namespace rashomon
