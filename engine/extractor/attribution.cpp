#include "engine/extractor/attribution.h"

#include <algorithm>
#include <optional>

#include "engine/extractor/clauses.h"
#include "engine/extractor/participants.h"

namespace rashomon {
namespace {

constexpr double kMostlyQuoted =
    0.5;  // share of quoted words from which a statement with an attribution is direct speech

constexpr double kReproach = -2;  // register level from which a sentence about the other side is a reproach

constexpr int kFirm = 3;  // strength from which a verb commits

class Attributor {
 public:
  Attributor(std::vector<Statement>& statements, const Text& text, const std::vector<std::string>& parties,
             const Compared& compared, const Lexicons& lexicons)
      : statements_(statements), text_(text), parties_(parties), compared_(compared), lexicons_(lexicons) {}

  void run() {
    read_clauses();
    find_ends_of_quotations();
    people_ = read_participants(text_.readings, text_.turns, clauses_, compared_);
    for (std::size_t k = 0; k < statements_.size(); ++k) decide(k);
  }

 private:
  void read_clauses() {
    std::size_t quotation = 0;
    for (std::size_t k = 0; k < statements_.size(); ++k) {
      const Statement& statement = statements_[k];
      std::vector<bool> quoted(statement.tokens.size(), false);
      while (quotation < text_.quotations.size() && text_.quotations[quotation].end <= statement.span.begin)
        ++quotation;
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

  bool ends_with_speaker(std::size_t k) const {
    return clauses_[k].attribution && clauses_[k].attribution->trailing;
  }

  // For each statement the next of its paragraph that is not wholly quoted or names a speaker at its end.
  void find_ends_of_quotations() {
    const std::size_t count = statements_.size();
    quotation_ends_.assign(count, count);
    for (std::size_t k = count; k-- > 1;) {
      if (text_.paragraphs[k] != text_.paragraphs[k - 1]) continue;
      quotation_ends_[k - 1] = ends_with_speaker(k) || quoted_share(k) < 1.0 ? k : quotation_ends_[k];
    }
  }

  Sides own() const { return {compared_.own()}; }

  SpokenBy base(std::size_t k) const {
    const Turn& turn = text_.turns[k];
    if (turn.party.empty()) return {own(), std::nullopt};
    Sides sides = compared_.sides_of(turn.party);
    return {sides.empty() ? own() : sides, turn.speaker};
  }

  SpokenBy voice_of(const Actor& actor) {
    switch (actor.kind) {
      case ActorKind::both: return {actor.two ? people_.named : people_.takes_part, std::nullopt};
      case ActorKind::they: return last_group_.value_or(SpokenBy{people_.takes_part, std::nullopt});
      case ActorKind::we:
      case ActorKind::i: return carried_.value_or(SpokenBy{own(), std::nullopt});
      case ActorKind::he: return last_person_.value_or(SpokenBy{own(), std::nullopt});
      case ActorKind::title:
        if (!actor.party.empty()) break;
        for (const bool of_own : {true, false}) {
          if (const auto known = people_.titles[of_own].find(actor.title);
              known != people_.titles[of_own].end())
            return known->second;
        }
        return {own(), std::nullopt};
      default: break;
    }
    return {compared_.sides_of(actor.party), actor.label};
  }

  SpokenBy voice_of(const Reading& reading, const Group& group) {
    SpokenBy all;
    for (std::size_t k = group.first; k < group.last; ++k) {
      const SpokenBy one = voice_of(reading.actors[k]);
      all.sides = united(all.sides, one.sides);
      if (one.speaker && all.speaker && *one.speaker != *all.speaker) {
        *all.speaker += ", " + *one.speaker;
      } else if (one.speaker) {
        all.speaker = one.speaker;
      }
    }
    return all;
  }

  // Whom "he" and "they" will mean.
  void remember(const Reading& reading, const Group& subject) {
    const ActorKind kind = reading.actors[subject.last - 1].kind;
    if (subject.last - subject.first > 1) {
      const SpokenBy group = voice_of(reading, subject);
      if (!group.sides.empty()) last_group_ = group;
      return;
    }
    if (kind == ActorKind::both) last_group_.reset();
    for (std::size_t k = subject.first; k < subject.last; ++k) {
      const Actor& actor = reading.actors[k];
      if (actor.kind != ActorKind::person && actor.kind != ActorKind::title) continue;
      last_person_ = voice_of(actor);
    }
  }

  void decide(std::size_t k) {
    Statement& statement = statements_[k];
    statement.question = text_.turns[k].question;
    if (k == 0 || text_.paragraphs[k] != text_.paragraphs[k - 1] || text_.turns[k].label != 0)
      carried_.reset();
    if (statement.heading || statement.question) return;
    read_lead(k);
    if (!lead_.empty()) {
      for (const std::size_t side : lead_) statement.holders.push_back(parties_[side]);
      return;
    }
    const double quoted = quoted_share(k);
    const Reading& reading = text_.readings[k];
    const Clause& clause = clauses_[k];
    if (clause.subject) remember(reading, *clause.subject);

    SpokenBy voice;
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

  // A list's lead that names whose commitments follow, and its items that begin with a verb.
  void read_lead(std::size_t k) {
    const Reading& reading = text_.readings[k];
    if (statements_[k].text.ends_with(':')) {
      lead_.clear();
      for (const Actor& actor : reading.actors) {
        if (actor.owner && actor.last < reading.classes.size() &&
            reading.classes[actor.last].is(Word::commitment))
          lead_ = voice_of(actor).sides;
      }
    } else if (!text_.list_items[k] || clauses_[k].subject || clauses_[k].attribution) {
      lead_.clear();
    }
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
  SpokenBy quoted_voice(std::size_t k) {
    const std::size_t end = quotation_ends_[k];
    if (end < statements_.size() && ends_with_speaker(end))
      return or_base(voice_of(text_.readings[end], clauses_[end].attribution->subject), k);
    if (carried_) return *carried_;
    return base(k);
  }

  SpokenBy or_base(SpokenBy voice, std::size_t k) const {
    if (!voice.sides.empty()) return voice;
    SpokenBy instead = base(k);
    if (voice.speaker) instead.speaker = voice.speaker;
    return instead;
  }

  SpokenBy attributed(std::size_t k, double quoted) {
    Statement& statement = statements_[k];
    const Reading& reading = text_.readings[k];
    const Clause& clause = clauses_[k];
    const Attribution& attribution = *clause.attribution;
    remember(reading, attribution.subject);
    SpokenBy voice = or_base(voice_of(reading, attribution.subject), k);
    if (clause.second) voice.sides = united(voice.sides, voice_of(reading, *clause.second).sides);
    if (is_joint(k, attribution)) voice.sides = united(voice.sides, people_.takes_part);
    if (attribution.verb) statement.verb = words(statement, attribution.verb->first, attribution.verb->last);
    for (std::size_t a = attribution.subject.first; a < attribution.subject.last; ++a) {
      if (reading.actors[a].kind == ActorKind::source) statement.source = reading.actors[a].label;
    }
    statement.mode = quoted >= kMostlyQuoted ? Mode::direct : quoted > 0 ? Mode::partial : Mode::indirect;
    if (clause.encounter) {
      last_group_.reset();
      return {};
    }
    if (is_blame(k, voice)) voice = base(k);
    statement.speaker = voice.speaker;
    if (voice.sides.size() == 1 && (text_.turns[k].party.empty() || voice.sides == base(k).sides))
      carried_ = voice;
    return voice;
  }

  // "We agreed that ...", "I agreed with Roe that ..."
  bool is_joint(std::size_t k, const Attribution& attribution) const {
    const Reading& reading = text_.readings[k];
    if (!attribution.verb || people_.takes_part.size() < 2) return false;
    const Actor& head = reading.actors[attribution.subject.last - 1];
    const bool talk = reading.classes[attribution.verb->first].is(Word::talk);
    for (std::size_t at = head.last; at < attribution.verb->first; ++at) {
      if (reading.classes[at].is(Word::auxiliary) && reading.statement->tokens[at].form == "will")
        return false;
    }
    if (head.kind == ActorKind::we && talk && !is_reported(k)) return true;
    if (!talk && act(*attribution.verb) != Act::agree) return false;
    const std::size_t with = attribution.verb->last;
    return with < reading.classes.size() && reading.statement->tokens[with].form == "with" &&
           std::any_of(reading.actors.begin(), reading.actors.end(), [&](const Actor& other) {
             return other.first > with && other.first <= with + 2 && !compared_.sides_of(other.party).empty();
           });
  }

  Act act(const Find& verb) const { return lexicons_.speech_verbs()[verb.entry].act; }

  // What another side is said to do or claim, where nobody passes on its words: the account's own reproach.
  bool is_blame(std::size_t k, const SpokenBy& voice) const {
    if (voice.sides == own()) return false;
    if (voice.sides.size() > 1) return kind_of_subject(k) == ActorKind::they && !people_.readout;
    const Attribution& attribution = *clauses_[k].attribution;
    const Actor& head = text_.readings[k].actors[attribution.subject.last - 1];
    if (head.kind == ActorKind::person || head.kind == ActorKind::title || head.kind == ActorKind::he ||
        !attribution.verb)
      return false;
    if (lexicons_.speech_verbs()[attribution.verb->entry].factivity == Factivity::counter) return true;
    const ActPhrase& phrase = lexicons_.speech_verbs()[attribution.verb->entry];
    if (phrase.act == Act::agree || (phrase.act == Act::commit && phrase.strength >= kFirm)) return false;
    return lowest_register(k) <= kReproach || !people_.readout;
  }

  ActorKind kind_of_subject(std::size_t k) const {
    return text_.readings[k].actors[clauses_[k].attribution->subject.last - 1].kind;
  }

  double lowest_register(std::size_t k) const {
    double lowest = 0;
    for (const Find& find : statements_[k].finds) {
      if (find.table == Table::register_) lowest = std::min(lowest, lexicons_.rungs()[find.entry].level);
    }
    return lowest;
  }

  SpokenBy unattributed(std::size_t k) {
    const Reading& reading = text_.readings[k];
    const Clause& clause = clauses_[k];
    if (clause.encounter) last_group_.reset();
    if (clause.encounter || clause.courtesy) return {};
    if (clause.passive_verb && people_.takes_part.size() > 1 && is_shared(reading, *clause.passive_verb))
      return {people_.takes_part, std::nullopt};
    if (clause.topic) return {people_.takes_part, std::nullopt};
    if (clause.assessment) return base(k);
    if (clause.instrument && people_.readout) return {people_.takes_part, std::nullopt};
    if (is_reported(k) && !((clause.past || clause.intends) && tells_of_both(reading, clause))) {
      statements_[k].speaker = carried_->speaker;
      return *carried_;
    }
    if (clause.subject) {
      const Actor& head = reading.actors[clause.subject->last - 1];
      SpokenBy voice = voice_of(reading, *clause.subject);
      const bool joint = voice.sides.size() > 1;
      if (head.kind == ActorKind::they && !(joint && people_.readout && (clause.past || clause.intends)))
        return base(k);
      if (joint) return clause.normative ? base(k) : voice;
      if (head.kind == ActorKind::we && clause.past &&
          (clause.cooperates || reading.classes[head.last].is(Word::talk)))
        return {people_.takes_part, std::nullopt};
      if (head.kind == ActorKind::person && people_.readout) return or_base(voice, k);
      if (head.kind == ActorKind::side && people_.readout &&
          (clause.intends || (clause.cooperates && lowest_register(k) > kReproach)))
        return or_base(voice, k);
    }
    return base(k);
  }

  bool tells_of_both(const Reading& reading, const Clause& clause) const {
    const ActorKind kind = reading.actors[clause.subject->last - 1].kind;
    return kind == ActorKind::both || kind == ActorKind::they;
  }

  // Whether the words of somebody else than the text's own speaker carry on.
  bool is_reported(std::size_t k) const { return carried_.has_value() && !text_.turns[k].speaker; }

  // "It was agreed", "Attention was paid to ...": what two do together.
  bool is_shared(const Reading& reading, const Find& verb) const {
    if (act(verb) == Act::agree) return true;
    for (std::size_t at = verb.first; at < verb.last; ++at) {
      if (reading.classes[at].is(Word::talk) || reading.classes[at].is(Word::topic) ||
          reading.statement->tokens[at].form == "attention")
        return true;
    }
    return false;
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
  std::vector<std::vector<bool>> quoted_;    // by statement and token
  std::vector<std::size_t> quotation_ends_;  // by statement; their number where there is none
  Participants people_;
  std::optional<SpokenBy> last_person_;
  std::optional<SpokenBy> last_group_;
  Sides lead_;                       // whose commitments a list gives
  std::optional<SpokenBy> carried_;  // who has been speaking in this paragraph
};

}  // namespace

void attribute(std::vector<Statement>& statements, const Text& text, const std::vector<std::string>& parties,
               const Compared& compared, const Lexicons& lexicons) {
  Attributor(statements, text, parties, compared, lexicons).run();
}

}  // namespace rashomon
