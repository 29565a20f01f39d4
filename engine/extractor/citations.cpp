#include "engine/extractor/citations.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "engine/extractor/verb_subjects.h"

namespace rashomon {
namespace {

constexpr std::size_t kLongestSide = 8;    // tokens of a headline's source beside its colon
constexpr std::size_t kFewestContent = 3;  // tokens before "Roe said" that can be what is said
constexpr std::size_t kThatReach = 14;     // tokens from "said" to the "that" of what is said

class CitationReader {
 public:
  CitationReader(const Reading& reading, const std::vector<bool>& quoted, const Lexicons& lexicons)
      : statement_(*reading.statement),
        actors_(reading.actors),
        words_(reading, quoted, lexicons),
        subjects_(words_, actors_, statement_.heading),
        lexicons_(lexicons) {}

  CitationReader(const CitationReader&) = delete;  // subjects_ refers to words_
  CitationReader& operator=(const CitationReader&) = delete;

  std::vector<Citation> run() {
    for (const Find& find : statement_.finds) {
      if (find.table != Table::citations || words_.quoted(find.first)) continue;
      std::optional<Citation> citation;
      switch (role(find)) {
        case CitationRole::cites:
        case CitationRole::quotes:
        case CitationRole::tells: citation = with_verb(find); break;
        case CitationRole::according: citation = according(find); break;
        default: break;
      }
      if (citation) found_.push_back(*citation);
    }
    if (statement_.heading && found_.empty()) {
      if (const auto colon = with_colon()) found_.push_back(*colon);
    }
    return found_;
  }

 private:
  bool is(std::size_t at, Word word) const { return words_.is(at, word); }
  bool is_form(std::size_t at, std::string_view form) const { return words_.is_form(at, form); }
  bool begins(std::size_t at, CitationRole role) const { return words_.begins(at, role); }
  bool capital(std::size_t at) const { return is_capitalised(words_.token(at)); }
  bool participle(std::size_t at) const { return words_.token(at).form.ends_with("ing"); }
  CitationRole role(const Find& find) const { return lexicons_.citations()[find.entry].role; }

  std::optional<Citation> with_verb(const Find& verb) const {
    Citation citation;
    citation.verb = verb.first;
    citation.weak = role(verb) == CitationRole::tells;
    const bool quotes = role(verb) == CitationRole::quotes;
    if (is_form(verb.first, "saying") && verb.first > 0 && is_form(verb.first - 1, "as")) return std::nullopt;
    if (verb.first > 0 && (is_form(verb.first - 1, "to") || is(verb.first - 1, Word::article)))
      return std::nullopt;  // "to add", "the note"
    const bool passive = subjects_.is_passive(verb.first);
    if (passive && !(quotes && is_form(verb.last, "as"))) return std::nullopt;
    if (quotes && !passive) citation.quoted = quoted_person(verb.last);
    if (!citation.weak && !participle(verb.first) && inverted(verb, citation)) return citation;

    const auto subject = subjects_.of(verb.first, found_.empty() ? Phrase{} : found_.front().source);
    if (!subject || (is_form(verb.first, "read") && !words_.holds(subject->phrase, CitationRole::document)))
      return std::nullopt;
    citation.source = subject->phrase;
    citation.apposition = subject->apposition;
    const std::size_t begin = citation.source.first;
    citation.apart = begin > 0 && (begins(begin - 1, CitationRole::beside) || is_form(begin - 1, ";"));
    if (citation.weak && begin > 0 && words_.token(begin - 1).kind == TokenKind::word && !citation.apart)
      return std::nullopt;
    citation.closing =
        !participle(verb.first) && !citation.weak && !citation.apart && closes(begin, verb.last);
    return citation;
  }

  // "Roe" of "quoted Roe as saying"
  Phrase quoted_person(std::size_t from) const {
    std::size_t last = from;
    while (last < words_.size() && !words_.parts(last) && !is_form(last, "as")) ++last;
    return is_form(last, "as") ? Phrase{from, last} : Phrase{};
  }

  // "..., said Roe, an analyst"
  bool inverted(const Find& verb, Citation& citation) const {
    const std::size_t at = verb.last;
    if (at >= words_.size() || words_.quoted(at) || is_form(verb.first, "told")) return false;
    const bool after_quote = verb.first > 0 && words_.quoted(verb.first - 1);
    if (verb.first > 0 && !after_quote && !is_form(verb.first - 1, ",")) return false;
    if (verb.first == 0 && !capital(at)) return false;
    const Phrase source = words_.from(at);
    if (source.empty() || is_form(at, "that") || is_form(at, "it") || is(at, Word::preposition)) return false;
    if (!after_quote && !capital(at) && !is(at, Word::article)) return false;
    // "Roe, an envoy, said China ...": the verb has its subject before the commas
    if (!after_quote && verb.first > 0 &&
        (subjects_.ends_apposition(verb.first - 1) || !is_bare_name(source)))
      return false;
    if (is_form(verb.first, "read") && !words_.holds(source, CitationRole::document)) return false;
    citation.source = source;
    citation.apposition = words_.apposition(source.last);
    citation.closing = true;
    return true;
  }

  // No clause of its own: "says tariffs are unjust" names nobody who says so. In a headline, which leaves its
  // verbs' helpers out, every word belongs to the name or the office.
  bool is_bare_name(Phrase phrase) const {
    for (std::size_t at = phrase.first; at < phrase.last && !is_form(at, "who"); ++at) {
      if (is(at, Word::auxiliary)) return false;
      const bool named = words_.token(at).kind != TokenKind::word || capital(at) || is(at, Word::office) ||
                         is(at, Word::portfolio) || is(at, Word::actor) || is(at, Word::article);
      if (statement_.heading && !named) return false;
    }
    return true;
  }

  // Whether "Roe said" (from `begin`, verb to `end`) stands behind what is said.
  bool closes(std::size_t begin, std::size_t end) const {
    if (begin == 0) return false;
    const bool after_quote = words_.quoted(begin - 1);
    if (!after_quote && !words_.parts(begin - 1)) return false;
    if (!after_quote && begin < kFewestContent + 1) return false;
    if (after_quote && (is_form(end - 1, "told") || words_.quoted(0))) return !is_form(end, "that");
    std::size_t next = end;
    while (hears(next) || (is(next, Word::article) && hears(next + 1))) ++next;
    const bool stops = next >= words_.size() ||
                       (words_.token(next).kind == TokenKind::mark && !words_.opens_quote(next)) ||
                       is(next, Word::preposition) || is(next, Word::adverb) ||
                       begins(next, CitationRole::time) || words_.begins_clause(next);
    if (!stops || is_form(next, "that") || is_form(next, ":")) return false;
    if (after_quote) return true;
    const bool introduced =
        is(0, Word::preposition) || participle(0) || is_form(0, "asked") || is_form(0, "when");
    for (std::size_t at = next; at < std::min(words_.size(), next + kThatReach); ++at) {
      if (is_form(at, "that") && introduced) return false;
    }
    return true;
  }

  bool hears(std::size_t at) const { return begins(at, CitationRole::hearer); }

  std::optional<Citation> according(const Find& find) const {
    if (find.last >= words_.size()) return std::nullopt;
    Citation citation;
    citation.verb = find.first;
    citation.closing = true;
    citation.source = words_.from(find.last);
    if (citation.source.empty()) return std::nullopt;
    citation.apposition = words_.apposition(citation.source.last);
    return citation;
  }

  // A headline's "War is no solution: Roe", "Kremlin: talks went well".
  std::optional<Citation> with_colon() const {
    std::size_t colon = 0;
    while (colon < words_.size() && (!is_form(colon, ":") || words_.quoted(colon))) ++colon;
    if (colon + 1 >= words_.size()) return std::nullopt;
    Citation citation;
    citation.verb = colon;
    citation.weak = true;
    citation.source = up_to_preposition(words_.from(colon + 1));
    if (names_somebody(citation.source)) return citation;
    citation.source = words_.before(colon);
    if (citation.source.first == 0 && names_somebody(citation.source)) return citation;
    return std::nullopt;
  }

  Phrase up_to_preposition(Phrase phrase) const {
    std::size_t last = phrase.first;
    while (last < phrase.last && !is(last, Word::preposition)) ++last;
    return {phrase.first, last};
  }

  // A short phrase that one actor fills.
  bool names_somebody(Phrase phrase) const {
    return !phrase.empty() && phrase.size() <= kLongestSide &&
           std::any_of(actors_.begin(), actors_.end(), [&](const Actor& actor) {
             return actor.first >= phrase.first && actor.last == phrase.last && !actor.owner;
           });
  }

  const Statement& statement_;
  const std::vector<Actor>& actors_;
  Phrases words_;
  VerbSubjects subjects_;
  const Lexicons& lexicons_;
  std::vector<Citation> found_;
};

}  // namespace

std::vector<Citation> read_citations(const Reading& reading, const std::vector<bool>& quoted,
                                     const Lexicons& lexicons) {
  return CitationReader(reading, quoted, lexicons).run();
}

}  // namespace rashomon
