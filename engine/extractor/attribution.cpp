#include "engine/extractor/attribution.h"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/extractor/clauses.h"

namespace rashomon {
namespace {

constexpr double kMostlyQuoted = 0.5;  // share of quoted words from which a statement with an attribution is direct speech

// Who is speaking as the reader goes along.
struct Voice {
  Sides sides;
  std::optional<std::string> speaker;
};

class Attributor {
 public:
  Attributor(std::vector<Statement>& statements, const Text& text, const std::vector<std::string>& parties, const Compared& compared,
             const Lexicons& lexicons)
      : statements_(statements), text_(text), parties_(parties), compared_(compared), lexicons_(lexicons) {}

  void run() {
    read_clauses();
    read_people();
    for (std::size_t k = 0; k < statements_.size(); ++k) decide(k);
  }

 private:
  void read_clauses() {
    std::size_t quotation = 0;
    for (std::size_t k = 0; k < statements_.size(); ++k) {
      const Statement& statement = statements_[k];
      std::vector<bool> quoted(statement.tokens.size(), false);
      while (quotation < text_.quotations.size() && text_.quotations[quotation].end <= statement.span.begin) ++quotation;
      std::size_t q = quotation;
      for (std::size_t t = 0; t < quoted.size(); ++t) {
        const Span token = statement.tokens[t].span;
        while (q < text_.quotations.size() && text_.quotations[q].end <= token.begin) ++q;
        quoted[t] = q < text_.quotations.size() && text_.quotations[q].begin <= token.begin;
      }
      clauses_.push_back(read_clause(text_.readings[k], quoted, lexicons_));
      quoted_.push_back(std::move(quoted));
    }
  }

  // Who takes part: parties whose people are named; and who bears which title.
  void read_people() {
    takes_part_ = {compared_.own()};
    for (const Reading& reading : text_.readings) {
      for (const Actor& actor : reading.actors) {
        if (actor.party.empty()) continue;
        const Sides sides = compared_.sides_of(actor.party);
        if (actor.kind == ActorKind::person || actor.kind == ActorKind::title || actor.kind == ActorKind::side) {
          if (actor.kind != ActorKind::side) takes_part_ = united(takes_part_, sides);
          if (!actor.title.empty() && sides == Sides{compared_.own()}) own_titles_[actor.title] = actor;
        }
      }
    }
  }

  Sides own() const { return {compared_.own()}; }

  Voice base(std::size_t k) const {
    const Turn& turn = text_.turns[k];
    if (turn.party.empty()) return {own(), std::nullopt};
    Sides sides = compared_.sides_of(turn.party);
    return {sides.empty() ? own() : sides, turn.speaker};
  }

  Voice voice_of(const Actor& actor) {
    switch (actor.kind) {
      case ActorKind::both: return {takes_part_, std::nullopt};
      case ActorKind::they: return {takes_part_, std::nullopt};
      case ActorKind::we:
      case ActorKind::i: return carried_.value_or(Voice{own(), std::nullopt});
      case ActorKind::he: return last_person_.value_or(Voice{own(), std::nullopt});
      case ActorKind::title:
        if (actor.party.empty()) {
          const auto known = own_titles_.find(actor.title);
          if (known != own_titles_.end()) return {own(), known->second.label};
          const auto last = last_titles_.find(actor.title);
          if (last != last_titles_.end()) return last->second;
          return {own(), std::nullopt};
        }
        break;
      default: break;
    }
    return {compared_.sides_of(actor.party), actor.label};
  }

  Voice voice_of(const Reading& reading, const Group& group) {
    Voice all;
    for (std::size_t k = group.first; k < group.last; ++k) {
      const Voice one = voice_of(reading.actors[k]);
      all.sides = united(all.sides, one.sides);
      if (one.speaker && all.speaker && *one.speaker != *all.speaker) {
        *all.speaker += ", " + *one.speaker;
      } else if (one.speaker) {
        all.speaker = one.speaker;
      }
    }
    return all;
  }

  void remember(const Reading& reading, const Group& subject) {
    for (std::size_t k = subject.first; k < subject.last; ++k) {
      const Actor& actor = reading.actors[k];
      if (actor.kind != ActorKind::person && actor.kind != ActorKind::title) continue;
      last_person_ = voice_of(actor);
      if (!actor.title.empty()) last_titles_[actor.title] = *last_person_;
    }
  }

  void decide(std::size_t k) {
    Statement& statement = statements_[k];
    statement.question = text_.turns[k].question;
    if (k == 0 || text_.paragraphs[k] != text_.paragraphs[k - 1] || text_.turns[k].label != 0) carried_.reset();
    if (statement.heading || statement.question) return;
    const double quoted = quoted_share(k);
    const Reading& reading = text_.readings[k];
    const Clause& clause = clauses_[k];
    if (clause.subject) remember(reading, *clause.subject);

    Voice voice;
    if (quoted == 1.0) {
      voice = quoted_voice(k);
      statement.mode = Mode::direct;
      statement.speaker = voice.speaker;
    } else if (clause.attribution) {
      voice = attributed(k, quoted);
    } else {
      voice = unattributed(k);
      statement.mode = quoted > 0 ? Mode::partial : carried_ ? Mode::indirect : Mode::narrated;
    }
    for (const std::size_t side : voice.sides) statement.holders.push_back(parties_[side]);
  }

  double quoted_share(std::size_t k) const {
    std::size_t words = 0;
    std::size_t inside = 0;
    const std::vector<Token>& tokens = statements_[k].tokens;
    for (std::size_t t = text_.turns[k].label; t < tokens.size(); ++t) {
      if (tokens[t].kind == TokenKind::mark) continue;
      ++words;
      inside += quoted_[k][t] ? 1U : 0U;
    }
    return words == 0 ? 0.0 : static_cast<double>(inside) / static_cast<double>(words);
  }

  // A quotation over several statements: the one that ends or begins it tells whose it is.
  Voice quoted_voice(std::size_t k) {
    for (std::size_t next = k + 1; next < statements_.size() && text_.paragraphs[next] == text_.paragraphs[k]; ++next) {
      if (clauses_[next].attribution && clauses_[next].attribution->trailing) {
        return or_base(voice_of(text_.readings[next], clauses_[next].attribution->subject), k);
      }
      if (quoted_share(next) < 1.0) break;
    }
    if (carried_) return *carried_;
    return base(k);
  }

  Voice or_base(Voice voice, std::size_t k) const {
    if (!voice.sides.empty()) return voice;
    Voice instead = base(k);
    if (voice.speaker) instead.speaker = voice.speaker;
    return instead;
  }

  Voice attributed(std::size_t k, double quoted) {
    Statement& statement = statements_[k];
    const Reading& reading = text_.readings[k];
    const Clause& clause = clauses_[k];
    const Attribution& attribution = *clause.attribution;
    remember(reading, attribution.subject);
    Voice voice = or_base(voice_of(reading, attribution.subject), k);
    if (attribution.verb) statement.verb = words(statement, attribution.verb->first, attribution.verb->last);
    for (std::size_t a = attribution.subject.first; a < attribution.subject.last; ++a) {
      if (reading.actors[a].kind == ActorKind::source) statement.source = reading.actors[a].label;
    }
    statement.speaker = voice.speaker;
    statement.mode = quoted >= kMostlyQuoted ? Mode::direct : quoted > 0 ? Mode::partial : Mode::indirect;
    if (clause.encounter) {
      carried_.reset();
      return {};
    }
    carried_ = voice;
    if (voice.sides.size() > 1) carried_.reset();
    return voice;
  }

  Voice unattributed(std::size_t k) {
    const Reading& reading = text_.readings[k];
    const Clause& clause = clauses_[k];
    if (clause.encounter) return {};
    if (carried_) {
      statements_[k].speaker = carried_->speaker;
      return *carried_;
    }
    if (clause.subject) {
      const Actor& head = reading.actors[clause.subject->last - 1];
      if (head.kind == ActorKind::both) return {takes_part_, std::nullopt};
      if (head.kind == ActorKind::person) return or_base(voice_of(reading, *clause.subject), k);
    }
    return base(k);
  }

  // The text from one token to another, as written.
  static std::string words(const Statement& statement, std::size_t first, std::size_t last) {
    std::string all;
    for (std::size_t k = first; k < last; ++k) {
      if (k > first && statement.tokens[k].span.begin > statement.tokens[k - 1].span.end) all += ' ';
      all += statement.tokens[k].surface;
    }
    return all;
  }

  std::vector<Statement>& statements_;
  const Text& text_;
  const std::vector<std::string>& parties_;
  const Compared& compared_;
  const Lexicons& lexicons_;
  std::vector<Clause> clauses_;
  std::vector<std::vector<bool>> quoted_;
  Sides takes_part_;
  std::map<std::string, Actor> own_titles_;
  std::map<std::string, Voice> last_titles_;
  std::optional<Voice> last_person_;
  std::optional<Voice> carried_;  // who has been speaking in this paragraph
};

}  // namespace

void attribute(std::vector<Statement>& statements, const Text& text, const std::vector<std::string>& parties,
               const Compared& compared, const Lexicons& lexicons) {
  Attributor(statements, text, parties, compared, lexicons).run();
}

}  // namespace rashomon
