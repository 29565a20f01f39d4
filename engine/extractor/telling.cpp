#include "engine/extractor/telling.h"

#include <algorithm>
#include <set>

#include "engine/extractor/cited_mode.h"
#include "engine/extractor/quoted.h"

namespace rashomon {
namespace {

constexpr std::size_t kNoticeLength = 40;  // tokens; what is longer is no publisher's notice
constexpr std::size_t kCarryReach = 8;     // tokens from a sentence's start to its "also" or "he"

class Teller {
 public:
  Teller(const std::vector<Statement>& statements, const Text& text, const Lexicons& lexicons)
      : statements_(statements), text_(text), lexicons_(lexicons), origins_(lexicons) {
    for (const Statement& statement : statements_)
      quoted_.push_back(quoted_tokens(statement, text_.quotations));
  }

  std::vector<Telling> run() {
    std::vector<Telling> tellings;
    for (std::size_t k = 0; k < statements_.size(); ++k) {
      origins_.mention(text_.readings[k]);
      tellings.push_back(tell(k));
      if (!tellings.back().sourced()) continue;
      last_ = tellings.back();
      last_index_ = k;
    }
    adopt_open_quotations(tellings);
    return tellings;
  }

 private:
  const std::vector<Token>& tokens(std::size_t k) const { return statements_[k].tokens; }
  const Reading& reading(std::size_t k) const { return text_.readings[k]; }

  bool same_paragraph(std::size_t a, std::size_t b) const {
    return text_.paragraphs[a] == text_.paragraphs[b];
  }

  bool has_role(std::size_t k, CitationRole role) const {
    return std::any_of(statements_[k].finds.begin(), statements_[k].finds.end(), [&](const Find& find) {
      return find.table == Table::citations && lexicons_.citations()[find.entry].role == role &&
             !quoted_[k][find.first];
    });
  }

  Telling tell(std::size_t k) {
    if (has_role(k, CitationRole::notice) && tokens(k).size() <= kNoticeLength) return {};
    const std::vector<Citation> citations = read_citations(reading(k), quoted_[k], lexicons_);
    Telling told = cited(k, citations);
    if (!told.sourced()) {
      if (statements_[k].heading || !carries(k)) return {};
      told = last_;
      told.carried = true;
    }
    told.mode = cited_mode(statements_[k], quoted_[k], citations);
    return told;
  }

  // The sources of the outermost citations: those that close the sentence, else the first, and those beside
  // it. A position that somebody takes counts where nobody is cited, or in a clause of its own.
  Telling cited(std::size_t k, const std::vector<Citation>& citations) {
    const bool closed =
        std::any_of(citations.begin(), citations.end(), [](const Citation& c) { return c.closing; });
    const bool strong =
        closed || std::any_of(citations.begin(), citations.end(), [](const Citation& c) { return !c.weak; });
    Telling told;
    const Citation* first = nullptr;
    std::vector<const Citation*> inner;
    for (const Citation& citation : citations) {
      if (!citation.weak && !is_somebody(k, citation)) continue;
      bool outer = first == nullptr || citation.apart;
      if (citation.weak) {
        outer = (strong ? first != nullptr && contrasts(k, citation) : outer) && takes_position(k, citation);
      } else if (closed) {
        outer = citation.closing || (citation.apart && first != nullptr);
      }
      if (!outer) {
        inner.push_back(&citation);
        continue;
      }
      if (first == nullptr) first = &citation;
      told.sources.push_back(origins_.read(reading(k), citation));
    }
    if (told.sourced()) told.speaker = speaker_of(reading(k), inner, *first, told.sources.front());
    return told;
  }

  // "..., but Beijing rejected the claim"; an "and" may go on with what the first source says.
  bool contrasts(std::size_t k, const Citation& citation) const {
    return citation.apart && tokens(k)[citation.source.first - 1].form != "and";
  }

  // Verbs other than "said" may have things for subjects: "the flights continued".
  bool is_somebody(std::size_t k, const Citation& citation) const {
    const std::string& verb = tokens(k)[citation.verb].form;
    if (verb == "said" || verb == "told") return true;
    const Phrase source = citation.source;
    if (is_owned(k, source)) return false;
    const Origin origin = origins_.meant(reading(k), source, citation.apposition);
    if (origin.both || origin.told || !origin.parties.empty()) return true;
    const bool named = names_any(k, {source.first + 1, source.last}) ||
                       (source.size() == 1 && is_capitalised(tokens(k)[source.first]));
    return named || holds_somebody(k, source);
  }

  bool names_any(std::size_t k, Phrase phrase) const {
    const auto begin = tokens(k).begin();
    return std::any_of(begin + static_cast<std::ptrdiff_t>(phrase.first),
                       begin + static_cast<std::ptrdiff_t>(phrase.last), is_capitalised);
  }

  bool holds_somebody(std::size_t k, Phrase phrase) const {
    return std::any_of(statements_[k].finds.begin(), statements_[k].finds.end(), [&](const Find& find) {
      if (find.table != Table::citations || !phrase.holds(find)) return false;
      const CitationRole role = lexicons_.citations()[find.entry].role;
      return role == CitationRole::private_ || points_back(role);
    });
  }

  // "Arland's decision to ...": the party only owns what the verb belongs to.
  bool is_owned(std::size_t k, Phrase source) const {
    const std::vector<Actor>& actors = reading(k).actors;
    const auto owner = std::find_if(actors.begin(), actors.end(), [&](const Actor& actor) {
      return actor.first >= source.first && actor.last <= source.last && !actor.party.empty();
    });
    if (owner == actors.end() || !reading(k).classes[owner->last - 1].is(Word::genitive)) return false;
    const Phrase rest{owner->last, source.last};
    return !names_any(k, rest) && !holds_somebody(k, rest);
  }

  // "Roe and Doe pledged": what two do is no source. Nor is what no known side or speaker does.
  bool takes_position(std::size_t k, const Citation& citation) const {
    const Origin origin = origins_.meant(reading(k), citation.source, citation.apposition);
    if (origin.both || origin.parties.size() > 1 || is_owned(k, citation.source)) return false;
    return !origin.parties.empty() || origin.told ||
           holds_role(statements_[k], citation.source, CitationRole::private_, lexicons_);
  }

  // Somebody who speaks within what a source passes on, else the source itself where it is a person.
  std::optional<std::string> speaker_of(const Reading& reading, const std::vector<const Citation*>& inner,
                                        const Citation& outer, const Origin& source) {
    if (!outer.quoted.empty()) {
      Origin quoted = origins_.meant(reading, outer.quoted);
      if (quoted.person) return spoken(std::move(quoted), source);
    }
    for (const Citation* citation : inner) {
      Origin origin = origins_.meant(reading, citation->source);
      if (origin.person && !origin.label.empty()) return spoken(std::move(origin), source);
    }
    if (source.person && !source.label.empty()) return source.label;
    return std::nullopt;
  }

  // "He" will mean this speaker, in the account of the source that passes on the words.
  std::string spoken(Origin speaker, const Origin& source) {
    speaker.parties = source.parties;
    speaker.both = source.both;
    origins_.speaks(speaker);
    return speaker.label;
  }

  bool is_quoted(std::size_t k) const { return quoted_share(statements_[k], quoted_[k]) == 1.0; }

  // Whether a sentence without a source goes on with the last one.
  bool carries(std::size_t k) const {
    if (!last_.sourced() || !has_words(k)) return false;
    if (tokens(k).back().kind != TokenKind::mark) return false;  // a signature
    const bool follows = last_index_ + 1 == k;
    if (is_quoted(k)) return follows || same_paragraph(last_index_, k);
    if (!follows || has_role(k, CitationRole::background) || names_year(k)) return false;
    if (begins_with_others(k)) return false;
    const bool nobodys = std::all_of(last_.sources.begin(), last_.sources.end(),
                                     [](const Origin& o) { return o.parties.empty() && !o.both; });
    if (same_paragraph(last_index_, k) && !nobodys) return true;
    return begins_with_pronoun(k) || has_early_carrier(k);
  }

  // "Chinese officials have ..." behind a source of another party; people may be spoken of, bodies act. So
  // does "he" behind two sources.
  bool begins_with_others(std::size_t k) const {
    std::set<std::string> parties;
    for (const Origin& source : last_.sources) parties.insert(source.parties.begin(), source.parties.end());
    const std::vector<WordClass>& classes = reading(k).classes;
    if (classes[0].is(Word::he)) return parties.size() > 1;
    if (reading(k).actors.empty()) return false;
    const Actor& subject = reading(k).actors.front();
    const bool somebody = subject.kind == ActorKind::person && !classes[subject.last - 1].is(Word::actor);
    return subject.first <= 1 && !subject.object && !subject.owner && !somebody && !subject.party.empty() &&
           !parties.contains(subject.party);
  }

  bool has_words(std::size_t k) const {
    return std::any_of(tokens(k).begin(), tokens(k).end(),
                       [](const Token& t) { return t.kind != TokenKind::mark; });
  }

  bool names_year(std::size_t k) const {
    return std::any_of(tokens(k).begin(), tokens(k).end(), [](const Token& token) {
      return token.kind == TokenKind::number && token.form.size() == 4 &&
             (token.form.starts_with("19") || token.form.starts_with("20"));
    });
  }

  // "He also ...", "They ..."
  bool begins_with_pronoun(std::size_t k) const {
    const std::vector<WordClass>& classes = reading(k).classes;
    return !classes.empty() &&
           (classes[0].is(Word::he) || classes[0].is(Word::they) || tokens(k)[0].form == "it");
  }

  bool has_early_carrier(std::size_t k) const {
    return std::any_of(statements_[k].finds.begin(), statements_[k].finds.end(), [&](const Find& find) {
      return find.table == Table::citations && find.first < kCarryReach &&
             lexicons_.citations()[find.entry].role == CitationRole::carries;
    });
  }

  // A quotation that opens a paragraph and names its speaker only in a later sentence.
  void adopt_open_quotations(std::vector<Telling>& tellings) const {
    for (std::size_t k = statements_.size(); k-- > 1;) {
      if (!tellings[k].sourced() || !same_paragraph(k - 1, k) || !is_quoted(k - 1)) continue;
      const bool open = std::any_of(text_.quotations.begin(), text_.quotations.end(), [&](const Span& q) {
        return q.begin < statements_[k - 1].span.end && q.end > statements_[k].span.begin;
      });
      const bool unheard = !tellings[k - 1].sourced() || tellings[k - 1].carried;
      if (!unheard || !(open || starts_paragraph(k - 1))) continue;
      tellings[k - 1] = tellings[k];
      tellings[k - 1].mode = Mode::direct;
    }
  }

  bool starts_paragraph(std::size_t k) const { return k == 0 || !same_paragraph(k - 1, k); }

  const std::vector<Statement>& statements_;
  const Text& text_;
  const Lexicons& lexicons_;
  Origins origins_;
  std::vector<std::vector<bool>> quoted_;  // by statement and token
  Telling last_;                           // the last sentence with a source
  std::size_t last_index_ = 0;
};

}  // namespace

std::vector<Telling> read_tellings(const std::vector<Statement>& statements, const Text& text,
                                   const Lexicons& lexicons) {
  return Teller(statements, text, lexicons).run();
}

}  // namespace rashomon
