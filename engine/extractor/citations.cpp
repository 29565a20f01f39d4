#include "engine/extractor/citations.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace rashomon {
namespace {

constexpr std::size_t kLongestApposition = 30;  // tokens between the commas that part a source and its verb
constexpr std::size_t kLongestName = 8;         // tokens of "US Ambassador to India Jane Roe"
constexpr std::size_t kFewestContent = 3;       // tokens before "Roe said" that can be what is said
constexpr std::size_t kThatReach = 14;          // tokens from "said" to the "that" of what is said

class CitationReader {
 public:
  CitationReader(const Reading& reading, const std::vector<bool>& quoted, const Lexicons& lexicons)
      : statement_(*reading.statement),
        actors_(reading.actors),
        words_(reading, quoted, lexicons),
        lexicons_(lexicons) {}

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

  // Where the helpers before a verb begin: "had also", "on Monday"
  std::size_t before_helpers(std::size_t verb) const {
    std::size_t at = verb;
    while (at > 0 && !words_.quoted(at - 1)) {
      const bool adverb = is(at - 1, Word::adverb) && !capital(at - 1);  // "Italy said"
      const bool helper = adverb || is(at - 1, Word::auxiliary) || begins(at - 1, CitationRole::time) ||
                          (is_form(at - 1, "on") && begins(at, CitationRole::time));
      if (!helper) break;
      --at;
    }
    return at;
  }

  bool passive(std::size_t verb) const {
    std::size_t at = verb;
    while (at > 0 && is(at - 1, Word::adverb)) --at;
    return at > 0 && is(at - 1, Word::be) && !participle(verb);
  }

  std::optional<Citation> with_verb(const Find& verb) const {
    Citation citation;
    citation.verb = verb.first;
    citation.weak = role(verb) == CitationRole::tells;
    const bool quotes = role(verb) == CitationRole::quotes;
    if (is_form(verb.first, "saying") && verb.first > 0 && is_form(verb.first - 1, "as")) return std::nullopt;
    if (verb.first > 0 && (is_form(verb.first - 1, "to") || is(verb.first - 1, Word::article)))
      return std::nullopt;  // "to add", "the note"
    if (passive(verb.first) && !(quotes && is_form(verb.last, "as"))) return std::nullopt;
    if (quotes && !passive(verb.first)) citation.quoted = quoted_person(verb.last);
    if (!citation.weak && !participle(verb.first) && inverted(verb, citation)) return citation;

    const std::optional<Phrase> source = subject_of(verb.first, citation);
    if (!source || (is_form(verb.first, "read") && !words_.holds(*source, CitationRole::document)))
      return std::nullopt;
    citation.source = *source;
    const std::size_t begin = source->first;
    citation.apart = begin > 0 && (begins(begin - 1, CitationRole::beside) || is_form(begin - 1, ";"));
    if (citation.weak && begin > 0 && words_.token(begin - 1).kind == TokenKind::word && !citation.apart)
      return std::nullopt;
    citation.closing =
        !participle(verb.first) && !citation.weak && !citation.apart && closes(begin, verb.last);
    return citation;
  }

  // Who stands before the verb.
  std::optional<Phrase> subject_of(std::size_t verb, Citation& citation) const {
    const std::size_t end = before_helpers(verb);
    if (end == 0) return std::nullopt;
    Phrase source = with_document(words_.before(end));
    const bool cut = source.empty() && words_.parts(end - 1) && !words_.quoted(end - 1);
    if (!cut && participle(verb)) {
      return std::nullopt;  // "a statement saying": its subject is cited by another verb, or it is a noun
    }
    if (cut && participle(verb)) {
      source = found_.empty() ? main_subject(verb) : found_.front().source;
    } else if (cut && (is_form(end - 1, ",") || is_form(end - 1, "-") || is_form(end - 1, ")"))) {
      source = before_apposition(end - 1, citation);
      if (source.empty() && statement_.heading) source = main_subject(verb);  // "Roe hails talks, says ..."
    }
    if (!source.empty() && is_form(source.last - 1, "who")) {
      source.last -= 1;
      if (source.empty() && source.first > 1) source = words_.before(source.first - 1);
    }
    if (source.empty()) return std::nullopt;
    return source;
  }

  // "A statement issued after the talks" where the phrase before the verb is "the talks" alone.
  Phrase with_document(Phrase phrase) const {
    if (phrase.first == 0 || !words_.begins_clause(phrase.first - 1)) return phrase;
    const Phrase wider = words_.before(phrase.first - 1);
    if (wider.size() < 2 || !begins(wider.last - 1, CitationRole::issued)) return phrase;
    const bool document =
        words_.holds(wider, CitationRole::document) || words_.holds(wider, CitationRole::both);
    return document ? Phrase{wider.first, phrase.last} : phrase;
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
    if (!after_quote && verb.first > 0 && (ends_apposition(verb.first - 1) || !is_bare_name(source)))
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

  // Whether the comma ends an apposition behind a short phrase that begins a clause: "Roe, an envoy, said".
  bool ends_apposition(std::size_t comma) const {
    for (std::size_t at = comma; at-- > 0;) {
      if (words_.quoted(at) || comma - at > kLongestApposition) return false;
      if (!is_form(at, ",")) continue;
      const Phrase before = words_.before(at);
      return !before.empty() && before.size() <= kLongestName && !is(before.first, Word::preposition);
    }
    return false;
  }

  // "Roe, who leads the talks, said": the source before the comma that opens the apposition.
  Phrase before_apposition(std::size_t close, Citation& citation) const {
    const std::string_view opener = is_form(close, ")") ? "(" : std::string_view(words_.token(close).form);
    for (std::size_t open = close; open-- > 0;) {
      if (words_.quoted(open) || close - open > kLongestApposition) return {};
      if (!is_form(open, opener) || !words_.parts(open)) continue;
      Phrase source = words_.before(open);
      if (source.empty()) continue;
      // "Roe, chair of a board, and of a fund, said": the outermost pair of commas counts
      const Phrase wider = words_.before(source.first > 0 ? source.first - 1 : 0);
      if ((is_form(source.first, "a") || is_form(source.first, "an")) && !wider.empty()) source = wider;
      if (words_.describes(open + 1)) citation.apposition = {open + 1, close};
      return source;
    }
    return {};
  }

  // The subject of the sentence, for "..., saying that ...": the first actor that no preposition and no
  // owner's mark takes away, else the first phrase.
  Phrase main_subject(std::size_t verb) const {
    for (const Actor& actor : actors_) {
      if (actor.last >= verb) break;
      if (!actor.object && !actor.owner && !words_.quoted(actor.first)) return {actor.first, actor.last};
    }
    std::size_t first = 0;
    while (first < verb) {
      const Phrase phrase = words_.from(first);
      if (!phrase.empty() && !is(phrase.first, Word::preposition)) {
        std::size_t last = phrase.first + 1;
        while (last < phrase.last && !is(last, Word::auxiliary) && !is(last, Word::adverb) &&
               !ends_subject(last))
          ++last;
        return {phrase.first, std::min(last, verb)};
      }
      first = std::max(phrase.last, first) + 1;
    }
    return {};
  }

  // A lower-case word that looks like a verb in the past.
  bool ends_subject(std::size_t at) const {
    const Token& token = words_.token(at);
    return token.kind == TokenKind::word && !is_capitalised(token) &&
           (token.form.ends_with("ed") || is(at, Word::meet) || is(at, Word::hold) || token.form == "gave" ||
            token.form == "took");
  }

  // Whether "Roe said" (from `begin`, verb to `end`) stands behind what is said.
  bool closes(std::size_t begin, std::size_t end) const {
    if (begin == 0) return false;
    const bool after_quote = words_.quoted(begin - 1);
    if (!after_quote && !words_.parts(begin - 1)) return false;
    if (!after_quote && begin < kFewestContent + 1) return false;
    if (after_quote && is_form(end - 1, "told")) return true;
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
    return !phrase.empty() && phrase.size() <= kLongestName &&
           std::any_of(actors_.begin(), actors_.end(), [&](const Actor& actor) {
             return actor.first >= phrase.first && actor.last == phrase.last && !actor.owner;
           });
  }

  const Statement& statement_;
  const std::vector<Actor>& actors_;
  Phrases words_;
  const Lexicons& lexicons_;
  std::vector<Citation> found_;
};

}  // namespace

std::vector<Citation> read_citations(const Reading& reading, const std::vector<bool>& quoted,
                                     const Lexicons& lexicons) {
  return CitationReader(reading, quoted, lexicons).run();
}

}  // namespace rashomon
