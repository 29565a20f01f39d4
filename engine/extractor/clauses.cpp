#include "engine/extractor/clauses.h"

#include <algorithm>
#include <string_view>

#include "engine/extractor/encounters.h"

namespace rashomon {
namespace {

constexpr std::size_t kLongestGap = 8;          // tokens between subject and verb: adverbs and auxiliaries
constexpr std::size_t kLongestApposition = 25;  // tokens between the commas that part subject and verb
constexpr std::size_t kLongestTail = 6;         // tokens behind a trailing "Roe said"

class ClauseReader {
 public:
  ClauseReader(const Reading& reading, const std::vector<bool>& quoted, const Lexicons& lexicons)
      : reading_(reading),
        tokens_(reading.statement->tokens),
        classes_(reading.classes),
        actors_(reading.actors),
        quoted_(quoted),
        lexicons_(lexicons) {
    for (const Find& find : reading.statement->finds) {
      if (find.table == Table::speech_verbs && !quoted_[find.first]) verbs_.push_back(find);
    }
  }

  Clause run() const {
    Clause clause;
    clause.subject = first_subject();
    clause.attribution = trailing();
    if (!clause.attribution) clause.attribution = according();
    const std::optional<Attribution> leading = this->leading(clause);
    if (!clause.attribution) clause.attribution = leading;
    clause.encounter =
        encounter(clause) || tells_of_event(reading_, quoted_, !verbs_.empty()) || names_occasion();
    clause.courtesy = courtesy();
    clause.topic = tells_topic(reading_);
    clause.instrument = tells_of_instrument(reading_);
    clause.past = clause.subject && past(actors_[clause.subject->last - 1].last);
    clause.cooperates = clause.subject && cooperates(actors_[clause.subject->last - 1].last);
    clause.normative = clause.subject && normative(actors_[clause.subject->last - 1].last);
    clause.intends = clause.subject && intends(actors_[clause.subject->last - 1].last);
    return clause;
  }

 private:
  bool is(std::size_t at, Word word) const { return at < tokens_.size() && classes_[at].is(word); }
  bool is_form(std::size_t at, std::string_view form) const {
    return at < tokens_.size() && tokens_[at].form == form;
  }
  bool is_comma(std::size_t at) const { return is_form(at, ",") || is_form(at, "\u3001"); }

  // Whether only commas and conjunctions stand between two actors; `hard` where there is an "and".
  bool joined(std::size_t a, std::size_t b, bool& hard) const {
    bool any = false;
    for (std::size_t at = actors_[a].last; at < actors_[b].first; at += classes_[at].length()) {
      if (is(at, Word::conjunction) && !is_form(at, "as")) {
        hard = true;
      } else if (!is_comma(at)) {
        return false;
      }
      any = true;
    }
    return any;
  }

  // The group that ends with an actor.
  Group group_of(std::size_t actor) const {
    Group group{actor, actor + 1};
    bool hard = false;
    if (actor == 0 || !joined(actor - 1, actor, hard) || !hard) return group;
    while (group.first > 0) {
      bool again = false;
      if (actors_[group.first - 1].object || !joined(group.first - 1, group.first, again)) break;
      --group.first;
    }
    return group;
  }

  bool may_speak(const Group& group) const {
    const Actor& head = actors_[group.last - 1];
    return !head.owner && !actors_[group.first].object;
  }

  bool only_helpers(std::size_t from, std::size_t to) const {
    if (to - from > kLongestGap) return false;
    for (std::size_t at = from; at < to; at += classes_[at].length()) {
      if (!is(at, Word::adverb) && (!is(at, Word::auxiliary) || is(at, Word::normative))) return false;
    }
    return true;
  }

  // Whether nothing but helpers, or an apposition between commas, parts an actor and a verb.
  bool reaches(std::size_t from, std::size_t verb) const {
    if (from > verb) return false;
    if (only_helpers(from, verb)) return true;
    if (is_form(from, "(")) {
      std::size_t close = from + 1;
      while (close < verb && !is_form(close, ")")) ++close;
      if (close < verb && close - from < kLongestApposition) return reaches(close + 1, verb);
    }
    if (tokens_[from].form == "," || tokens_[from].form == "-") {
      for (std::size_t close = verb; close-- > from + 1;) {
        if (verb - close > kLongestGap) break;
        if ((tokens_[close].form == "," || tokens_[close].form == "-") &&
            close - from <= kLongestApposition) {
          return only_helpers(close + 1, verb) &&
                 std::none_of(verbs_.begin(), verbs_.end(), [&](const Find& other) {
                   return other.first > from && other.first < close && subject_of(other);
                 });
        }
      }
    }
    return false;
  }

  bool passive(const Find& verb) const {
    std::size_t at = verb.first;
    while (at > 0 && is(at - 1, Word::adverb)) --at;
    return at > 0 && is(at - 1, Word::be) && !tokens_[verb.first].form.ends_with("ing") &&
           !is(verb.first, Word::be);
  }

  // Within a clause that only belongs to the main one: "whether China has agreed", "steps that China
  // announced".
  bool is_subordinate(const Group& group) const {
    std::size_t at = actors_[group.first].first;
    while (at > 0 && (is(at - 1, Word::article) || is(at - 1, Word::adverb))) --at;
    return at > 0 && is(at - 1, Word::subordinate);
  }

  std::optional<Group> subject_of(const Find& verb) const {
    for (std::size_t k = actors_.size(); k-- > 0;) {
      if (actors_[k].last > verb.first) continue;
      const Group group = group_of(k);
      if (may_speak(group) && reaches(actors_[k].last, verb.first)) return group;
      if (verb.first - actors_[k].last > kLongestApposition) break;
    }
    return std::nullopt;
  }

  bool ends_soon(std::size_t at) const {
    if (at >= tokens_.size()) return true;
    if (tokens_[at].kind == TokenKind::mark && tokens_[at].form != ":") return true;
    return tokens_.size() - at <= kLongestTail && !is(at, Word::subordinate);
  }

  // "..., Roe said." and "...," said Roe.
  std::optional<Attribution> trailing() const {
    for (std::size_t v = verbs_.size(); v-- > 0;) {
      const Find& verb = verbs_[v];
      if (verb.first == 0 || passive(verb)) continue;
      if (const auto subject = subject_of(verb)) {
        const std::size_t begin = actors_[subject->first].first;
        if (begin > 0 && closes_content(begin - 1) && ends_soon(verb.last) && has_content_before(begin - 1))
          return Attribution{*subject, verb, true};
      }
      if (closes_content(verb.first - 1) && inverts(verb)) {
        for (std::size_t k = 0; k < actors_.size(); ++k) {
          if (actors_[k].first == verb.last && !actors_[k].owner)
            return Attribution{Group{k, k + 1}, verb, true};
        }
      }
    }
    return std::nullopt;
  }

  // "..., said Roe", but not "..., saying Roe ..." or "..., stressed that Roe ..."
  bool inverts(const Find& verb) const {
    return !tokens_[verb.first].form.ends_with("ing") && !is(verb.last - 1, Word::subordinate);
  }

  // A comma or closing quotation mark before "Roe said".
  bool closes_content(std::size_t at) const {
    return tokens_[at].form == "," || tokens_[at].form == "\"" ||
           (at > 0 && quoted_[at] && tokens_[at].kind == TokenKind::mark);
  }

  // More than an introduction ("On Monday, Roe said.")
  bool has_content_before(std::size_t at) const { return at >= 6 || (at > 0 && quoted_[at - 1]); }

  // "according to Roe"
  std::optional<Attribution> according() const {
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
      if (!is_form(at, "according") || !is_form(at + 1, "to") || quoted_[at]) continue;
      for (std::size_t k = 0; k < actors_.size(); ++k) {
        if (actors_[k].first == at + 2 && (!actors_[k].owner || actors_[k].kind == ActorKind::he))
          return Attribution{Group{k, k + 1}, std::nullopt, true};
      }
    }
    return std::nullopt;
  }

  // "Roe said that ..."; notes a passive without an agent.
  std::optional<Attribution> leading(Clause& clause) const {
    for (const Find& verb : verbs_) {
      if (passive(verb)) {
        if (const auto agent = agent_of(verb)) return Attribution{*agent, verb, false};
        if (!clause.passive_verb) clause.passive_verb = verb;
        continue;
      }
      const auto subject = subject_of(verb);
      if (subject && !is_subordinate(*subject)) return Attribution{*subject, verb, false};
      if (!subject && !clause.passive_verb && holds_be(verb)) clause.passive_verb = verb;
    }
    return std::nullopt;
  }

  // "special attention was paid"
  bool holds_be(const Find& verb) const {
    for (std::size_t at = verb.first + 1; at < verb.last; ++at) {
      if (is(at, Word::be)) return true;
    }
    return false;
  }

  // "was asked by Roe"
  std::optional<Group> agent_of(const Find& verb) const {
    if (!is_form(verb.last, "by")) return std::nullopt;
    for (std::size_t k = 0; k < actors_.size(); ++k) {
      if (actors_[k].first == verb.last + 1 && !actors_[k].owner) return Group{k, k + 1};
    }
    return std::nullopt;
  }

  // The first actor that no preposition, owner's mark or subordinate clause takes away from the main clause.
  std::optional<Group> first_subject() const {
    for (std::size_t k = 0; k < actors_.size(); ++k) {
      if (quoted_[actors_[k].first] || actors_[k].object) continue;
      std::size_t end = k + 1;
      bool hard = false;
      while (end < actors_.size() && joined(end - 1, end, hard)) ++end;
      const Group group = hard ? Group{k, end} : Group{k, k + 1};
      if (actors_[group.last - 1].owner || is_subordinate(group)) continue;
      return starts_clause(actors_[k].first) ? std::optional(group) : std::nullopt;
    }
    return std::nullopt;
  }

  bool starts_clause(std::size_t at) const {
    return at <= 1 || tokens_[at - 1].kind == TokenKind::mark || is(at - 1, Word::adverb) ||
           (at <= 3 && is(at - 1, Word::conjunction));
  }

  // "Roe met Doe", "They held a call", "The call lasted an hour": before any other verb of speech.
  bool encounter(const Clause& clause) const {
    const std::size_t speech =
        clause.attribution && clause.attribution->verb ? clause.attribution->verb->first : tokens_.size();
    for (std::size_t at = 0; at < tokens_.size() && at <= speech; ++at) {
      if (quoted_[at] || (at == 0 && (is(at, Word::subordinate) || is_form(at, "when")))) return false;
      if (!meets(reading_, at)) continue;
      for (std::size_t k = actors_.size(); k-- > 0;) {
        if (actors_[k].last <= at && may_speak(group_of(k)) && reaches(actors_[k].last, at)) return true;
      }
    }
    return false;
  }

  // "This was stated by Roe during ...": whose words stand before or behind, and no more.
  bool names_occasion() const {
    if (tokens_.empty() || tokens_[0].form != "this") return false;
    return std::any_of(verbs_.begin(), verbs_.end(),
                       [&](const Find& verb) { return verb.first <= 3 && passive(verb) && agent_of(verb); });
  }

  bool courtesy() const {
    return tokens_.size() <= 6 &&
           std::any_of(classes_.begin(), classes_.end(),
                       [](const WordClass& c) { return c.is(Word::thanks); }) &&
           verbs_.size() <= 1 && actors_.size() <= 1;
  }

  // A wish or advice: "should", "must", "have to" within the next words.
  bool normative(std::size_t from) const {
    for (std::size_t at = from; at < std::min(tokens_.size(), from + 3); ++at) {
      if (is(at, Word::normative) || (is_form(at, "have") && is_form(at + 1, "to"))) return true;
      if (!is(at, Word::adverb) && !is(at, Word::auxiliary)) return false;
    }
    return false;
  }

  bool past(std::size_t from) const {
    while (is(from, Word::adverb) && !is(from, Word::hold)) ++from;
    return from < tokens_.size() &&
           (tokens_[from].form.ends_with("ed") || is(from, Word::talk) || is(from, Word::hold));
  }

  // "resumed imports", "will lift the ban": what the subject gives or does together with others.
  bool cooperates(std::size_t from) const {
    while (is(from, Word::adverb) || is(from, Word::auxiliary)) ++from;
    return std::any_of(reading_.statement->finds.begin(), reading_.statement->finds.end(),
                       [&](const Find& find) {
                         if (find.first != from || find.table != Table::acts) return false;
                         const Act act = lexicons_.acts()[find.entry].act;
                         return act == Act::cooperate || act == Act::concede || act == Act::progress ||
                                act == Act::commit || act == Act::agree;
                       });
  }

  // "will", but not "will have to" or "will not"
  bool intends(std::size_t from) const {
    while (is(from, Word::adverb)) ++from;
    return is_form(from, "will") && !is_form(from + 1, "have") && !is_form(from + 1, "not") &&
           !is_form(from + 1, "never") && !is_form(from + 1, "need");
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  const std::vector<WordClass>& classes_;
  const std::vector<Actor>& actors_;
  const std::vector<bool>& quoted_;
  const Lexicons& lexicons_;
  std::vector<Find> verbs_;
};

}  // namespace

Clause read_clause(const Reading& reading, const std::vector<bool>& quoted, const Lexicons& lexicons) {
  return ClauseReader(reading, quoted, lexicons).run();
}

}  // namespace rashomon
