#include "engine/extractor/actors.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/extractor/names.h"

namespace rashomon {
namespace {

// Reads noun phrases from left to right.
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
    if (finds_[at] != nullptr) return with_dot(finds_[at]->last);
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

  // A name that ends in "Jr" and goes on has its dot, too.
  std::size_t with_dot(std::size_t last) const {
    const bool junior = is_mark(last - 1, "jr") || is_mark(last - 1, "sr");
    return junior && is_mark(last, ".") && last + 1 < tokens_.size() ? last + 1 : last;
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

Reading read_actors(const Statement& statement, std::vector<WordClass> classes, const Cast& cast,
                    const Lexicons& lexicons) {
  Reading reading{&statement, std::move(classes), {}};
  reading.actors = ActorReader(statement, reading.classes, cast, lexicons).run();
  return reading;
}

}  // namespace rashomon
