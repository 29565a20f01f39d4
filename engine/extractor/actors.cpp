#include "engine/extractor/actors.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rashomon {
namespace {

// "us-2" -> "us": the second account of one party.
std::string without_number(const std::string& party) {
  const std::size_t dash = party.rfind('-');
  if (dash == std::string::npos || dash + 1 == party.size()) return party;
  const bool number = std::all_of(party.begin() + static_cast<std::ptrdiff_t>(dash) + 1, party.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  return number ? party.substr(0, dash) : party;
}

bool is_named_person(PartyNameKind kind) {
  return kind == PartyNameKind::leader || kind == PartyNameKind::minister ||
         kind == PartyNameKind::official || kind == PartyNameKind::spokesperson;
}

bool is_source(PartyNameKind kind) {
  return kind == PartyNameKind::building || kind == PartyNameKind::ministry || kind == PartyNameKind::media;
}

// The party's name that starts at a token, by token; places that only contain such a name ("South China Sea")
// left out.
std::vector<const Find*> party_finds(const Statement& statement, const Lexicons& lexicons) {
  std::vector<const Find*> at(statement.tokens.size(), nullptr);
  for (const Find& find : statement.finds) {
    if (find.table == Table::parties && lexicons.party_names()[find.entry].kind != PartyNameKind::people)
      at[find.first] = &find;
  }
  for (const Find& find : statement.finds) {
    if (find.table != Table::concepts || lexicons.concepts()[find.entry].family != Family::place) continue;
    for (std::size_t k = find.first; k < find.last; ++k) {
      if (at[k] != nullptr && at[k]->last <= find.last && at[k]->last - at[k]->first < find.last - find.first)
        at[k] = nullptr;
    }
  }
  return at;
}

// Reads noun phrases from left to right.
// A row of the lexicon may hold several people: its label names the first of them, the others go by what is
// written.
std::string label_of(const Find& find, const std::vector<Token>& tokens, const PartyName& name) {
  std::string written;
  for (std::size_t k = find.first; k < find.last; ++k) {
    if (tokens[k].kind == TokenKind::han || name.label.find(tokens[k].surface) != std::string::npos)
      return name.label;
    written += (k > find.first ? " " : "") + tokens[k].surface;
  }
  return written;
}

class ActorReader {
 public:
  ActorReader(const Statement& statement, const std::vector<WordClass>& classes, const Cast& cast,
              const Lexicons& lexicons)
      : tokens_(statement.tokens),
        classes_(classes),
        cast_(cast),
        lexicons_(lexicons),
        finds_(party_finds(statement, lexicons)) {}

  std::vector<Actor> run() {
    std::vector<Actor> actors;
    for (std::size_t at = 0; at < tokens_.size();) {
      std::optional<Actor> actor = pair(at);
      if (!actor) actor = pronoun(at);
      if (!actor) actor = phrase(at);
      if (!actor) {
        at += classes_[at].length();
        continue;
      }
      actor->object = actor->first > 0 && behind_preposition(actor->first);
      at = actor->last;
      actors.push_back(*std::move(actor));
    }
    return actors;
  }

 private:
  bool is(std::size_t at, Word word) const { return at < tokens_.size() && classes_[at].is(word); }
  bool is_name(std::size_t at) const {
    return at < tokens_.size() && (finds_[at] != nullptr || cast_.find(tokens_[at]) != nullptr);
  }
  bool is_mark(std::size_t at, std::string_view form) const {
    return at < tokens_.size() && tokens_[at].form == form;
  }

  // The token before, or the one before its article.
  bool behind_preposition(std::size_t first) const {
    std::size_t at = first;
    while (at > 0 && is(at - 1, Word::article)) --at;
    if (at == 0) return false;
    for (std::size_t back = 1; back <= std::min<std::size_t>(at, 5);
         ++back) {  // Chinese words may be longer than a token
      if (classes_[at - back].length() == back && is(at - back, Word::preposition)) return true;
      if (tokens_[at - back].kind != TokenKind::han) break;
    }
    return false;
  }

  // "the two sides", "both leaders", "the presidents of the two countries", "both" before a verb
  std::optional<Actor> pair(std::size_t at) const {
    const bool both = is(at, Word::both);
    if (!both && !is(at, Word::article) && !is(at, Word::pair)) return std::nullopt;
    if (tokens_[at].kind == TokenKind::han) {
      if (!both) return std::nullopt;
      return Actor{at, at + classes_[at].length(), ActorKind::both, {}, {}, {}, false, false, true};
    }
    bool two = both;
    for (std::size_t k = at; k < std::min(at + 5, tokens_.size()); ++k) {
      if (is(k, Word::pair)) {
        const bool owner = is(k, Word::genitive);
        std::size_t last = k + 1;
        const bool heads = is_mark(k, "heads") && is_mark(k + 1, "of");
        if (heads) last = k + 3;
        if (is(last, Word::preposition) && (is_mark(last, "of") || is_mark(last, "from"))) {
          if (auto of = pair(last + 1))
            return Actor{at,    of->last,      ActorKind::both, {}, {}, {}, owner || of->owner,
                         false, two || of->two};
          if (is(last + 1, Word::article) || is_name(last + 1) ||
              (last + 1 < tokens_.size() && is_capitalised(tokens_[last + 1]))) {
            return std::nullopt;  // "the ministers of Japan and Korea": named ones
          }
        }
        const bool state = is_mark(k, "countries") || is_mark(k, "nations") || is_mark(k, "governments") ||
                           is_mark(k, "officials") || is_mark(k, "representatives") ||
                           is_mark(k, "militaries") || is_mark(k, "economies");
        if ((state || at == k) && !two) return std::nullopt;
        return Actor{at, std::min(last, tokens_.size()), ActorKind::both, {}, {}, {}, owner, false, two};
      }
      two = two || is(k, Word::both);
      if (is_name(k) || tokens_[k].kind != TokenKind::word || is(k, Word::preposition) ||
          is(k, Word::auxiliary))
        break;
    }
    // "both look forward": but "both X and Y" is a conjunction
    if (both && is_mark(at, "both") && !is(at + 1, Word::article) && !is_name(at + 1) &&
        !is(at + 1, Word::preposition) && at + 1 < tokens_.size() && !is_capitalised(tokens_[at + 1]) &&
        tokens_[at + 1].kind == TokenKind::word && (at == 0 || !is(at - 1, Word::preposition))) {
      return Actor{at, at + 1, ActorKind::both, {}, {}, {}, false, false, true};
    }
    return std::nullopt;
  }

  std::optional<Actor> pronoun(std::size_t at) const {
    const std::size_t last = at + classes_[at].length();
    if (finds_[at] != nullptr) return std::nullopt;
    const std::pair<Word, ActorKind> kinds[] = {{Word::they, ActorKind::they},
                                                {Word::he, ActorKind::he},
                                                {Word::i, ActorKind::i},
                                                {Word::we, ActorKind::we}};
    for (const auto& [word, kind] : kinds) {
      if (is(at, word)) return Actor{at, last, kind, {}, {}, {}, false, false, false};
    }
    return std::nullopt;
  }

  // Whether the words from `at` may belong to the phrase that has begun: one past the last such token, or
  // `at`.
  std::size_t part(std::size_t at, bool begun) const {
    if (at >= tokens_.size()) return at;
    if (finds_[at] != nullptr) return finds_[at]->last;
    const Token& token = tokens_[at];
    if (cast_.find(token) != nullptr) return at + 1;
    if (token.kind == TokenKind::han || token.kind == TokenKind::number) return at;
    if (token.kind == TokenKind::mark) {
      if (token.form == "," && begun && (is_mark(at + 1, "jr") || is_mark(at + 1, "sr"))) {
        return is_mark(at + 2, ".") && at + 3 < tokens_.size() ? at + 3 : at + 2;
      }
      const bool dot = token.form == "." && begun && at + 1 < tokens_.size() &&
                       is_capitalised(tokens_[at + 1]) && token.span.begin == tokens_[at - 1].span.end &&
                       tokens_[at - 1].surface.size() <= 3;
      const bool hyphen = token.form == "-" && begun && at + 1 < tokens_.size() &&
                          tokens_[at + 1].span.begin == token.span.end && is_capitalised(tokens_[at + 1]);
      return dot || hyphen ? at + 1 : at;
    }
    if (begun && (token.form == "of" || token.form == "for" || token.form == "to")) {
      const std::size_t next = is(at + 1, Word::article) ? at + 2 : at + 1;
      const bool office = is(at - 1, Word::office) || is(at - 1, Word::portfolio) || is(at - 1, Word::actor);
      return office && next < tokens_.size() && (is_name(next) || is_capitalised(tokens_[next])) ? next : at;
    }
    if (is(at, Word::preposition) || is(at, Word::conjunction) || is(at, Word::subordinate) ||
        is(at, Word::article) || is(at, Word::auxiliary)) {
      return at;
    }
    if (is(at, Word::office) || is(at, Word::actor) || is(at, Word::portfolio)) return at + 1;
    return is_capitalised(token) && (begun || at > 0) && !is(at, Word::adverb) ? at + 1 : at;
  }

  std::optional<Actor> phrase(std::size_t at) const {
    std::size_t first = at;
    if (is(at, Word::article)) first = at + 1;
    if (first >= tokens_.size()) return std::nullopt;
    const bool begins = is_name(first) || is(first, Word::office) || is(first, Word::portfolio) ||
                        is(first, Word::actor) || (is_capitalised(tokens_[first]) && first > 0);
    if (!begins) return std::nullopt;
    Actor actor{at, first, ActorKind::side, {}, {}, {}, false, false, false};
    const Cast::Person* person = nullptr;
    bool capital = false;
    for (std::size_t next = part(first, false); next > actor.last; next = part(actor.last, true)) {
      const std::size_t here = actor.last;
      actor.last = next;
      capital = capital || is_capitalised(tokens_[here]);
      actor.owner = is(next - 1, Word::genitive);
      if (const Find* find = finds_[here]) {
        take(*find, actor);
        const PartyNameKind kind = lexicons_.party_names()[find->entry].kind;
        if (kind == PartyNameKind::adjective) actor.owner = adjective_only(*find);
      } else if (const Cast::Person* named = cast_.find(tokens_[here])) {
        person = named;
      }
      if (actor.owner && is(next - 1, Word::genitive) && !is(next, Word::office) &&
          !is(next, Word::portfolio) && !is(next, Word::actor))
        break;
    }
    for (std::size_t k = actor.first; k < actor.last && actor.title.empty(); ++k) {
      if (is(k, Word::office)) actor.title = tokens_[k].form;
    }
    if (person != nullptr && actor.kind != ActorKind::person) {
      actor.kind = ActorKind::person;
      actor.party = person->party;
      actor.label = person->label;
    }
    if ((actor.kind == ActorKind::side || actor.kind == ActorKind::source) && !actor.title.empty())
      actor.kind = ActorKind::title;
    if (!actor.party.empty()) return actor;
    const bool definite = first > at && tokens_[at].form == "the";
    if (actor.title.empty() || !(definite || capital)) return std::nullopt;
    actor.kind = ActorKind::title;
    return actor;
  }

  // "Chinese" owns the noun behind it, "the Chinese side" is the party itself.
  bool adjective_only(const Find& find) const {
    return find.last - find.first == 1 &&
           !(is(find.last, Word::office) || is(find.last, Word::portfolio) || is(find.last, Word::actor)) &&
           !is_named_next(find.last);
  }
  bool is_named_next(std::size_t at) const {
    return at < tokens_.size() && (is_name(at) || is_capitalised(tokens_[at]));
  }

  // The last person named gives the phrase its party, else the first name.
  void take(const Find& find, Actor& actor) const {
    const PartyName& name = lexicons_.party_names()[find.entry];
    const bool person = is_named_person(name.kind);
    if (!person && !actor.party.empty()) return;
    actor.party = name.party;
    actor.label = person ? label_of(find, tokens_, name) : lexicons_.party_label(name.party);
    actor.kind = person                              ? ActorKind::person
                 : is_source(name.kind)              ? ActorKind::source
                 : name.kind == PartyNameKind::title ? ActorKind::title
                                                     : ActorKind::side;
    if (actor.kind == ActorKind::source) actor.label = name.label;
  }

  const std::vector<Token>& tokens_;
  const std::vector<WordClass>& classes_;
  const Cast& cast_;
  const Lexicons& lexicons_;
  std::vector<const Find*> finds_;
};

}  // namespace

Sides united(const Sides& a, const Sides& b) {
  Sides all;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

Compared::Compared(const std::vector<std::string>& parties, const std::string& own,
                   const Lexicons& lexicons) {
  std::size_t unknown = 0;
  for (std::size_t k = 0; k < parties.size(); ++k) {
    const std::string party = without_number(parties[k]);
    if (parties[k] == own) {
      own_ = k;
      index_[party] = k;
    } else {
      index_.try_emplace(party, k);
    }
    if (lexicons.knows_party(party)) continue;
    ++unknown;
    unknown_ = k;
  }
  if (unknown != 1) unknown_.reset();
}

Sides Compared::sides_of(const std::string& party) const {
  if (const auto at = index_.find(party); at != index_.end()) return {at->second};
  return unknown_ ? Sides{*unknown_} : Sides{};
}

Cast::Cast(const std::vector<Statement>& statements, const std::vector<std::vector<WordClass>>& classes,
           const Lexicons& lexicons, std::string own_party)
    : own_party_(std::move(own_party)) {
  for (std::size_t k = 0; k < statements.size(); ++k) read(statements[k], classes[k], lexicons);
  for (auto& [word, person] : unmarked_) people_.try_emplace(word, std::move(person));
  unmarked_.clear();
}

const Cast::Person* Cast::find(const Token& token) const {
  if (token.kind != TokenKind::word) return nullptr;
  const auto at = people_.find(token.surface);
  return at == people_.end() ? nullptr : &at->second;
}

// "Jane Roe" of the lexicon is also meant by "Dr. Roe".
std::size_t Cast::add_known(const std::vector<Token>& tokens, const std::vector<WordClass>& classes,
                            const Find& find, const PartyName& name) {
  const Token& surname = tokens[find.last - 1];
  const bool is_name = find.last - find.first >= 2 && is_capitalised(surname) && !surname.stop &&
                       !classes[find.last - 1].is(Word::office) &&
                       !classes[find.last - 1].is(Word::portfolio) &&
                       !classes[find.last - 1].is(Word::actor) && !classes[find.last - 1].is(Word::pair);
  if (is_name) people_.try_emplace(surname.surface, Person{name.party, label_of(find, tokens, name)});
  return find.last;
}

void Cast::read(const Statement& statement, const std::vector<WordClass>& classes, const Lexicons& lexicons) {
  const std::vector<Token>& tokens = statement.tokens;
  const std::vector<const Find*> finds = party_finds(statement, lexicons);
  const auto is_office = [&](std::size_t at) {
    return classes[at].is(Word::office) || classes[at].is(Word::portfolio);
  };
  for (std::size_t at = 0; at < tokens.size();) {
    // one run of titles, parties and capitalised words: "US Deputy Secretary of State Jane Roe"
    std::string party;
    std::string label;
    bool office = false;
    std::vector<std::size_t> name;
    std::size_t end = at;
    while (end < tokens.size()) {
      if (const Find* find = finds[end]) {
        const PartyName& known = lexicons.party_names()[find->entry];
        if (is_named_person(known.kind)) {
          if (end == at) end = add_known(tokens, classes, *find, known);
          break;
        }
        if (party.empty()) party = known.party;
        office = office || known.kind == PartyNameKind::title || known.kind == PartyNameKind::ministry;
        name.clear();
        end = find->last;
        continue;
      }
      const bool inner =
          end > at && end + 1 < tokens.size() && is_capitalised(tokens[end + 1]) &&
          (tokens[end].form == "." ? tokens[end - 1].surface.size() <= 3 : tokens[end].form == "-");
      if (is_office(end)) {
        const bool small =
            tokens[end].kind == TokenKind::word && !is_capitalised(tokens[end]);  // "of", "for the"
        if (small && (end == at || !name.empty())) break;
        if (small && end + 1 < tokens.size() && tokens[end + 1].form == "the") ++end;
        if (tokens[end].kind != TokenKind::word || (!is_capitalised(tokens[end]) && end == at)) break;
        office = classes[end].is(Word::office) ? !classes[end].is(Word::genitive) : office;
        name.clear();
      } else if (is_capitalised(tokens[end]) && !classes[end].is(Word::article) && !tokens[end].stop) {
        name.push_back(end);
      } else if (!inner) {
        break;
      }
      ++end;
    }
    // "Jane Roe of Japan"
    if (!name.empty() && party.empty() && end + 1 < tokens.size() && tokens[end].form == "of" &&
        finds[end + 1] != nullptr) {
      party = lexicons.party_names()[finds[end + 1]->entry].party;
    }
    if (office && !name.empty() && name.size() <= 4) {
      for (const std::size_t k : name) label += (label.empty() ? "" : " ") + tokens[k].surface;
      auto& known = party.empty() ? unmarked_ : people_;
      for (const std::size_t k : name) {
        if (tokens[k].surface.size() >= 2)
          known.try_emplace(tokens[k].surface, Person{party.empty() ? own_party_ : party, label});
      }
    }
    at = std::max(end, at + 1);
  }
}

Reading read_actors(const Statement& statement, std::vector<WordClass> classes, const Cast& cast,
                    const Lexicons& lexicons) {
  Reading reading{&statement, std::move(classes), {}};
  reading.actors = ActorReader(statement, reading.classes, cast, lexicons).run();
  return reading;
}

}  // namespace rashomon
