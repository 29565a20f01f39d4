#include "engine/extractor/attribution.h"

#include <algorithm>
#include <optional>

#include "engine/extractor/clauses.h"
#include "engine/extractor/quoted.h"
#include "engine/extractor/voices.h"

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
      : statements_(statements),
        text_(text),
        parties_(parties),
        compared_(compared),
        lexicons_(lexicons),
        quoted_(read_quoted()),
        clauses_(read_clauses()),
        voices_(compared, read_participants(text.readings, text.turns, clauses_, compared)) {}

  void run() {
    find_ends_of_quotations();
    for (std::size_t k = 0; k < statements_.size(); ++k) decide(k);
  }

 private:
  std::vector<std::vector<bool>> read_quoted() const {
    std::vector<std::vector<bool>> all;
    for (const Statement& statement : statements_) all.push_back(quoted_tokens(statement, text_.quotations));
    return all;
  }

  std::vector<Clause> read_clauses() const {
    std::vector<Clause> all;
    for (std::size_t k = 0; k < statements_.size(); ++k)
      all.push_back(read_clause(text_.readings[k], quoted_[k], lexicons_));
    return all;
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
      quotation_ends_[k - 1] = ends_with_speaker(k) || share_quoted(k) < 1.0 ? k : quotation_ends_[k];
    }
  }

  SpokenBy base(std::size_t k) const {
    const Turn& turn = text_.turns[k];
    if (turn.party.empty()) return {voices_.own(), std::nullopt};
    Sides sides = compared_.sides_of(turn.party);
    return {sides.empty() ? voices_.own() : sides, turn.speaker};
  }

  void decide(std::size_t k) {
    Statement& statement = statements_[k];
    statement.question = text_.turns[k].question;
    if (k == 0 || text_.paragraphs[k] != text_.paragraphs[k - 1] || text_.turns[k].label != 0)
      voices_.falls_silent();
    if (statement.heading || statement.question) return;
    read_lead(k);
    if (!lead_.empty()) {
      for (const std::size_t side : lead_) statement.holders.push_back(parties_[side]);
      return;
    }
    const double quoted = share_quoted(k);
    const Reading& reading = text_.readings[k];
    const Clause& clause = clauses_[k];
    if (clause.subject) voices_.remember(reading, *clause.subject);

    SpokenBy voice;
    if (quoted == 1.0) {
      voice = quoted_voice(k);
      statement.mode = Mode::direct;
      statement.speaker = voice.speaker;
    } else if (clause.attribution) {
      voice = attributed(k, quoted);
    } else {
      voice = unattributed(k);
      statement.mode = quoted > 0 ? Mode::partial : voices_.speaking() ? Mode::indirect : Mode::narrated;
      if (text_.turns[k].speaker) {  // an official's own words in a transcript
        statement.speaker = text_.turns[k].speaker;
        statement.mode = Mode::direct;
      }
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
          lead_ = voices_.of(actor).sides;
      }
    } else if (!text_.list_items[k] || clauses_[k].subject || clauses_[k].attribution) {
      lead_.clear();
    }
  }

  double share_quoted(std::size_t k) const {
    return quoted_share(statements_[k], quoted_[k], text_.turns[k].label);
  }

  // A quotation over several statements: the one that ends or begins it tells whose it is.
  SpokenBy quoted_voice(std::size_t k) {
    const std::size_t end = quotation_ends_[k];
    if (end < statements_.size() && ends_with_speaker(end))
      return or_base(voices_.of(text_.readings[end], clauses_[end].attribution->subject), k);
    if (voices_.speaking()) return *voices_.speaking();
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
    voices_.remember(reading, attribution.subject);
    SpokenBy voice = or_base(voices_.of(reading, attribution.subject), k);
    if (clause.second) voice.sides = united(voice.sides, voices_.of(reading, *clause.second).sides);
    if (is_joint(k, attribution)) voice.sides = united(voice.sides, voices_.people().takes_part);
    if (attribution.verb) statement.verb = words(statement, attribution.verb->first, attribution.verb->last);
    for (std::size_t a = attribution.subject.first; a < attribution.subject.last; ++a) {
      if (reading.actors[a].kind == ActorKind::source) statement.source = reading.actors[a].label;
    }
    statement.mode = quoted >= kMostlyQuoted ? Mode::direct : quoted > 0 ? Mode::partial : Mode::indirect;
    if (clause.encounter) {
      voices_.forget_group();
      return {};
    }
    if (is_blame(k, voice)) voice = base(k);
    statement.speaker = voice.speaker;
    if (voice.sides.size() == 1 && (text_.turns[k].party.empty() || voice.sides == base(k).sides))
      voices_.speaks(voice);
    return voice;
  }

  // "We agreed that ...", "I agreed with Roe that ..."
  bool is_joint(std::size_t k, const Attribution& attribution) const {
    const Reading& reading = text_.readings[k];
    if (!attribution.verb || voices_.people().takes_part.size() < 2) return false;
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
    if (voice.sides == voices_.own()) return false;
    if (voice.sides.size() > 1) return kind_of_subject(k) == ActorKind::they && !voices_.people().readout;
    const Attribution& attribution = *clauses_[k].attribution;
    const Actor& head = text_.readings[k].actors[attribution.subject.last - 1];
    if (head.kind == ActorKind::person || head.kind == ActorKind::title || head.kind == ActorKind::he ||
        !attribution.verb)
      return false;
    if (lexicons_.speech_verbs()[attribution.verb->entry].factivity == Factivity::counter) return true;
    const ActPhrase& phrase = lexicons_.speech_verbs()[attribution.verb->entry];
    if (phrase.act == Act::agree || (phrase.act == Act::commit && phrase.strength >= kFirm)) return false;
    return lowest_register(k) <= kReproach || !voices_.people().readout;
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
    if (clause.encounter) voices_.forget_group();
    if (clause.encounter || clause.courtesy) return {};
    if (clause.passive_verb && voices_.people().takes_part.size() > 1 &&
        is_shared(reading, *clause.passive_verb))
      return {voices_.people().takes_part, std::nullopt};
    if (clause.topic) return {voices_.people().takes_part, std::nullopt};
    if (clause.assessment) return base(k);
    if (clause.instrument && voices_.people().readout) return {voices_.people().takes_part, std::nullopt};
    if (is_reported(k) && !((clause.past || clause.intends) && tells_of_both(reading, clause))) {
      statements_[k].speaker = voices_.speaking()->speaker;
      return *voices_.speaking();
    }
    if (clause.subject) {
      const Actor& head = reading.actors[clause.subject->last - 1];
      SpokenBy voice = voices_.of(reading, *clause.subject);
      const bool joint = voice.sides.size() > 1;
      if (head.kind == ActorKind::they &&
          !(joint && voices_.people().readout && (clause.past || clause.intends)))
        return base(k);
      if (joint) return clause.normative ? base(k) : voice;
      if (head.kind == ActorKind::we && clause.past &&
          (clause.cooperates || reading.classes[head.last].is(Word::talk)))
        return {voices_.people().takes_part, std::nullopt};
      if (head.kind == ActorKind::person && voices_.people().readout) return or_base(voice, k);
      if (head.kind == ActorKind::side && voices_.people().readout &&
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
  bool is_reported(std::size_t k) const { return voices_.speaking().has_value() && !text_.turns[k].speaker; }

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
  std::vector<std::vector<bool>> quoted_;  // by statement and token
  std::vector<Clause> clauses_;
  Voices voices_;
  std::vector<std::size_t> quotation_ends_;  // by statement; their number where there is none
  Sides lead_;                               // whose commitments a list gives
};

}  // namespace

void attribute(std::vector<Statement>& statements, const Text& text, const std::vector<std::string>& parties,
               const Compared& compared, const Lexicons& lexicons) {
  Attributor(statements, text, parties, compared, lexicons).run();
}

}  // namespace rashomon
