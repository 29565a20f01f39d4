#include "engine/extractor/earlier_sources.h"

#include "engine/extractor/names.h"
#include "engine/extractor/source_names.h"

namespace rashomon {
namespace {

// What a medium of the lexicon may be called later, as stems.
const std::set<std::string> kMediumNouns = {"agenc",   "broadcast", "newspap", "outlet",
                                            "tabloid", "daili",     "channel"};

constexpr double kSameRole = 0.5;  // of a source, in words in common with what points back to it

bool is_word_of_name(const Reading& reading, std::size_t at) {
  const Token& token = reading.statement->tokens[at];
  return is_capitalised(token) && !token.stop && token.surface.size() >= 2 &&
         !reading.classes[at].is(Word::office);
}

void add_nouns(const Statement& statement, Phrase phrase, std::set<std::string>& nouns) {
  for (std::size_t at = phrase.first; at < phrase.last; ++at) {
    const Token& token = statement.tokens[at];
    if (token.kind == TokenKind::word && !token.stop) nouns.insert(token.stem);
  }
}

}  // namespace

bool points_back(CitationRole role) {
  return role == CitationRole::spokesman || role == CitationRole::official || role == CitationRole::body ||
         role == CitationRole::document;
}

std::optional<Origin> EarlierSources::pointed(const Reading& reading, Phrase phrase) const {
  if (phrase.empty()) return std::nullopt;
  const std::string& head = reading.statement->tokens[phrase.last - 1].form;
  const WordClass& word = reading.classes[phrase.last - 1];
  const Origin nobody{{}, false, true, false, {}};
  if (word.is(Word::he) || head == "him") return last_person_.value_or(nobody);
  if (head == "it") return last_body_ ? *last_body_ : last_person_.value_or(nobody);
  if (word.is(Word::they)) return earlier_.empty() ? nobody : earlier_.back().origin;
  if (word.is(Word::i) || word.is(Word::we)) return last_person_.value_or(nobody);
  if (head == "both") return Origin{{}, true, false, false, "both"};
  return std::nullopt;
}

std::optional<Origin> EarlierSources::known(const Statement& statement, Phrase phrase) const {
  for (std::size_t at = phrase.last; at-- > phrase.first;) {
    if (!is_capitalised(statement.tokens[at])) continue;
    if (const auto found = names_.find(statement.tokens[at].surface); found != names_.end())
      return found->second;
  }
  return std::nullopt;
}

std::optional<Origin> EarlierSources::holder(const Token& office) const {
  const auto found = mentions_.find(office.stem);
  return found == mentions_.end() ? std::nullopt : std::optional<Origin>(found->second);
}

std::optional<Origin> EarlierSources::pointed_by_noun(const Statement& statement, Phrase phrase) const {
  std::set<CitationRole> roles;
  for (const Find& find : statement.finds) {
    if (find.table == Table::citations && phrase.holds(find))
      roles.insert(lexicons_.citations()[find.entry].role);
  }
  std::set<std::string> nouns;
  add_nouns(statement, phrase, nouns);
  const Earlier* best = nullptr;
  double most = 0;
  for (const Earlier& one : earlier_) {
    double score = 0;
    for (const std::string& noun : nouns) score += one.nouns.contains(noun) ? 1 : 0;
    for (const CitationRole role : {CitationRole::spokesman, CitationRole::document}) {
      if (roles.contains(role) && one.roles.contains(role)) score += kSameRole;
    }
    if (score == 0 || score < most) continue;
    best = &one;
    most = score;
  }
  if (best != nullptr) return best->origin;
  if (auto person = holder(statement.tokens[phrase.last - 1])) return person;
  const bool speaks_for = roles.contains(CitationRole::document) || roles.contains(CitationRole::spokesman);
  if (speaks_for && last_body_) return last_body_;
  if (roles.contains(CitationRole::document) && !earlier_.empty()) return earlier_.back().origin;
  return std::nullopt;
}

void EarlierSources::remember(const Reading& reading, const Citation& citation, Origin origin) {
  origin.told = true;
  const Statement& statement = *reading.statement;
  Earlier one{origin, {}, {}};
  add_nouns(statement, citation.source, one.nouns);
  add_nouns(statement, citation.apposition, one.nouns);
  for (const Find& find : statement.finds) {
    if (find.table == Table::parties && citation.source.holds(find)) {
      const PartyNameKind kind = lexicons_.party_names()[find.entry].kind;
      if (kind == PartyNameKind::spokesperson) one.roles.insert(CitationRole::spokesman);
      if (is_source(kind)) one.roles.insert({CitationRole::body, CitationRole::document});
      if (kind == PartyNameKind::media) one.nouns.insert(kMediumNouns.begin(), kMediumNouns.end());
    }
    if (find.table != Table::citations) continue;
    const bool inside = citation.source.holds(find) || citation.apposition.holds(find);
    const CitationRole role = lexicons_.citations()[find.entry].role;
    if (points_back(role) && (inside || role == CitationRole::document)) one.roles.insert(role);
  }
  if (origin.person) {
    last_person_ = origin;
    name(reading, citation, origin);
  } else {
    last_body_ = origin;
  }
  earlier_.push_back(std::move(one));
}

// Whom each word of the source's name will mean.
void EarlierSources::name(const Reading& reading, const Citation& citation, const Origin& origin) {
  if (reading.classes[citation.source.last - 1].is(Word::he)) return;
  const auto finds = party_finds(*reading.statement, lexicons_);
  Phrase name = name_of(reading, citation.source, citation.apposition, finds);
  for (std::size_t at = citation.source.first; name.empty() && at < citation.source.last; ++at) {
    if (finds[at] != nullptr && is_named_person(lexicons_.party_names()[finds[at]->entry].kind))
      name = {at, std::min(finds[at]->last, citation.source.last)};
  }
  for (std::size_t at = name.first; at < name.last; ++at) {
    if (is_word_of_name(reading, at)) names_.try_emplace(reading.statement->tokens[at].surface, origin);
  }
}

void EarlierSources::mention(const Reading& reading) {
  const Statement& statement = *reading.statement;
  for (const Find* find : party_finds(statement, lexicons_)) {
    if (find == nullptr || find->last - find->first < 2) continue;
    const PartyName& name = lexicons_.party_names()[find->entry];
    if (!is_named_person(name.kind) || name.kind == PartyNameKind::official) continue;
    const Origin person{{name.party}, false, true, false, label_of(*find, statement.tokens, name)};
    for (const std::size_t at : {find->first, find->last - 1}) {  // family names come first or last
      if (is_word_of_name(reading, at) && !reading.classes[at].is(Word::portfolio))
        names_.try_emplace(statement.tokens[at].surface, person);
    }
  }
  for (const Actor& actor : reading.actors) {
    if (actor.party.empty() || actor.kind == ActorKind::source) continue;
    for (std::size_t at = actor.first; at < actor.last; ++at) {
      if (reading.classes[at].is(Word::office))
        mentions_[statement.tokens[at].stem] = {{actor.party}, false, true, false, actor.label};
    }
  }
}

}  // namespace rashomon
