#include "engine/extractor/citations.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rashomon {
namespace {

constexpr std::size_t kLongestApposition = 30;  // tokens between the commas that part a source and its verb
constexpr std::size_t kLongestSource = 25;      // tokens of a source's noun phrase
constexpr std::size_t kLongestName = 8;         // tokens of "US Ambassador to India Jane Roe"
constexpr std::size_t kFewestContent = 3;       // tokens before "Roe said" that can be what is said
constexpr std::size_t kThatReach = 14;          // tokens from "said" to the "that" of what is said

template <std::size_t N>
bool among(const std::array<std::string_view, N>& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

// What begins another clause: a source does not reach across it.
constexpr std::array<std::string_view, 17> kClauseWords = {
    "that", "which", "while",   "after", "because", "although", "though", "when",   "where",
    "if",   "but",   "whereas", "as",    "until",   "before",   "so",     "whether"};
// Those that set a second source beside the first.
constexpr std::array<std::string_view, 6> kBeside = {"while", "but", "and", "whereas", "although", "though"};
constexpr std::array<std::string_view, 19> kTimes = {
    "monday",    "tuesday",    "wednesday", "thursday", "friday",    "saturday", "sunday",
    "today",     "later",      "earlier",   "tonight",  "yesterday", "again",    "afterwards",
    "afterward", "previously", "late",      "early",    "separately"};
// Whom one tells: objects between "told" and what follows.
constexpr std::array<std::string_view, 12> kHearers = {"reporters", "journalists", "reporter", "media",
                                                       "press",     "him",         "them",     "her",
                                                       "lawmakers", "senators",    "us",       "parliament"};

class CitationReader {
 public:
  CitationReader(const Reading& reading, const std::vector<bool>& quoted, const Lexicons& lexicons)
      : tokens_(reading.statement->tokens),
        finds_(reading.statement->finds),
        classes_(reading.classes),
        actors_(reading.actors),
        quoted_(quoted),
        lexicons_(lexicons) {}

  std::vector<Citation> run() const {
    std::vector<Citation> found;
    for (const Find& find : finds_) {
      if (find.table != Table::citations || quoted_[find.first]) continue;
      std::optional<Citation> citation;
      switch (lexicons_.citations()[find.entry].role) {
        case CitationRole::cites:
        case CitationRole::quotes:
        case CitationRole::tells: citation = with_verb(find); break;
        case CitationRole::according: citation = according(find); break;
        default: break;
      }
      if (citation) found.push_back(*citation);
    }
    return found;
  }

 private:
  bool is(std::size_t at, Word word) const { return at < tokens_.size() && classes_[at].is(word); }
  bool is_form(std::size_t at, std::string_view form) const {
    return at < tokens_.size() && tokens_[at].form == form;
  }
  bool is_time(std::size_t at) const { return at < tokens_.size() && among(kTimes, tokens_[at].form); }
  CitationRole role(const Find& find) const { return lexicons_.citations()[find.entry].role; }

  // A mark that parts phrases: no hyphen inside a word, no dot of an abbreviation.
  bool parts(std::size_t at) const {
    if (tokens_[at].kind != TokenKind::mark) return false;
    if (tokens_[at].form == "." || tokens_[at].form == "'" || tokens_[at].form == "/" ||
        tokens_[at].form == "&" || tokens_[at].form == "[" || tokens_[at].form == "]")
      return false;
    if (tokens_[at].form == "-") {
      return at == 0 || at + 1 == tokens_.size() || tokens_[at - 1].span.end != tokens_[at].span.begin ||
             tokens_[at + 1].span.begin != tokens_[at].span.end;
    }
    return true;
  }

  bool bounds(std::size_t at) const {
    if (quoted_[at] || parts(at)) return true;
    if (tokens_[at].form == "and") return at > 0 && parts(at - 1);
    return tokens_[at].kind == TokenKind::word && among(kClauseWords, tokens_[at].form) &&
           !is_capitalised(tokens_[at]);
  }

  // The phrase that ends at `last`.
  Phrase phrase_before(std::size_t last) const {
    std::size_t first = last;
    while (first > 0 && !bounds(first - 1)) --first;
    return {first, last};
  }

  Phrase phrase_from(std::size_t first) const {
    std::size_t last = first;
    while (last < tokens_.size() && !bounds(last) && last - first < kLongestSource) ++last;
    if (last == tokens_.size() && last > first && tokens_[last - 1].form == ".") --last;
    return {first, last};
  }

  // "an analyst ...", but not "in a statement ..." or "speaking to ..."
  bool describes(std::size_t at) const {
    return at < tokens_.size() && !is(at, Word::preposition) && !tokens_[at].form.ends_with("ing");
  }

  // "..., an analyst at the Fund," behind a name
  Phrase apposition_from(std::size_t comma) const {
    if (!is_form(comma, ",") || comma + 1 >= tokens_.size() || quoted_[comma]) return {};
    const Phrase phrase = phrase_from(comma + 1);
    return describes(phrase.first) && !is(phrase.first, Word::conjunction) ? phrase : Phrase{};
  }

  // Where the helpers before a verb begin: "had also", "on Monday"
  std::size_t before_helpers(std::size_t verb) const {
    std::size_t at = verb;
    while (at > 0 && !quoted_[at - 1]) {
      const bool helper = is(at - 1, Word::adverb) || is(at - 1, Word::auxiliary) || is_time(at - 1);
      const bool on = tokens_[at - 1].form == "on" && is_time(at);
      if (!helper && !on) break;
      --at;
    }
    return at;
  }

  bool passive(std::size_t verb) const {
    std::size_t at = verb;
    while (at > 0 && is(at - 1, Word::adverb)) --at;
    return at > 0 && is(at - 1, Word::be) && !tokens_[verb].form.ends_with("ing");
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
    const bool participle = tokens_[verb.first].form.ends_with("ing");
    if (!citation.weak && !participle && inverted(verb, citation)) return citation;

    const std::size_t end = before_helpers(verb.first);
    if (end == 0) return std::nullopt;
    Phrase source = phrase_before(end);
    if (source.empty() && parts(end - 1) && !quoted_[end - 1]) {
      if (participle) {
        source = main_subject(verb.first);
      } else if (is_form(end - 1, ",") || is_form(end - 1, "-") || is_form(end - 1, ")")) {
        source = before_apposition(end - 1, citation);
      }
    } else if (participle) {
      return std::nullopt;  // "a statement saying": its subject is cited by another verb, or it is a noun
    }
    if (is_form(verb.first, "read") && !holds_document(source)) return std::nullopt;
    if (!source.empty() && is_form(source.last - 1, "who")) {
      source.last -= 1;
      if (source.empty() && source.first > 1) source = phrase_before(source.first - 1);
    }
    if (source.empty()) return std::nullopt;
    citation.source = source;
    const std::size_t begin = source.first;
    if (citation.weak && begin > 0 && tokens_[begin - 1].kind == TokenKind::word) return std::nullopt;
    citation.apart = begin > 0 && (among(kBeside, tokens_[begin - 1].form) || tokens_[begin - 1].form == ";");
    citation.closing = !participle && !citation.weak && !citation.apart && closes(begin, verb.last);
    return citation;
  }

  bool holds_document(Phrase phrase) const {
    return std::any_of(finds_.begin(), finds_.end(), [&](const Find& find) {
      return find.table == Table::citations && role(find) == CitationRole::document &&
             find.first >= phrase.first && find.last <= phrase.last;
    });
  }

  // "Roe" of "quoted Roe as saying"
  Phrase quoted_person(std::size_t from) const {
    std::size_t last = from;
    while (last < tokens_.size() && !parts(last) && !is_form(last, "as")) ++last;
    return is_form(last, "as") ? Phrase{from, last} : Phrase{};
  }

  // "..., said Roe, an analyst"
  bool inverted(const Find& verb, Citation& citation) const {
    const std::size_t at = verb.last;
    if (at >= tokens_.size() || quoted_[at] || is_form(verb.first, "told")) return false;
    if (verb.first > 0 && !(parts(verb.first - 1) || quoted_[verb.first - 1])) return false;
    if (verb.first > 0 && tokens_[verb.first - 1].form != "," && !quoted_[verb.first - 1]) return false;
    if (verb.first == 0 && !is_capitalised(tokens_[at])) return false;
    const Phrase source = phrase_from(at);
    if (source.empty() || is_form(at, "that") || is_form(at, "it") || is(at, Word::preposition)) return false;
    const bool after_quote = verb.first > 0 && quoted_[verb.first - 1];
    if (!after_quote && !is_capitalised(tokens_[at]) && !is(at, Word::article)) return false;
    // "Roe, an envoy, said China ...": the verb has its subject before the commas
    if (!after_quote && verb.first > 0 && ends_apposition(verb.first - 1)) return false;
    if (is_form(verb.first, "read") && !holds_document(source)) return false;
    citation.source = source;
    citation.apposition = apposition_from(source.last);
    citation.closing = true;
    return true;
  }

  // Whether the comma ends an apposition behind a short phrase that begins a clause: "Roe, an envoy, said".
  bool ends_apposition(std::size_t comma) const {
    for (std::size_t at = comma; at-- > 0;) {
      if (quoted_[at] || comma - at > kLongestApposition) return false;
      if (!is_form(at, ",")) continue;
      const Phrase before = phrase_before(at);
      return !before.empty() && before.last - before.first <= kLongestName &&
             !is(before.first, Word::preposition);
    }
    return false;
  }

  // "Roe, who leads the talks, said": the source before the comma that opens the apposition.
  Phrase before_apposition(std::size_t close, Citation& citation) const {
    const std::string_view opener = is_form(close, ")") ? "(" : std::string_view(tokens_[close].form);
    for (std::size_t open = close; open-- > 0;) {
      if (quoted_[open] || close - open > kLongestApposition) return {};
      if (tokens_[open].form != opener || !parts(open)) continue;
      Phrase source = phrase_before(open);
      if (source.empty()) continue;
      // "Roe, chair of a board, and of a fund, said": the outermost pair of commas counts
      const Phrase wider = phrase_before(source.first > 0 ? source.first - 1 : 0);
      if (is_form(source.first, "a") || is_form(source.first, "an")) {
        if (!wider.empty()) source = wider;
      }
      if (describes(open + 1)) citation.apposition = {open + 1, close};
      return source;
    }
    return {};
  }

  // The subject of the sentence, for "..., saying that ...": the first actor that no preposition and no
  // owner's mark takes away, else the first phrase.
  Phrase main_subject(std::size_t verb) const {
    for (const Actor& actor : actors_) {
      if (actor.last >= verb) break;
      if (!actor.object && !actor.owner && !quoted_[actor.first]) return {actor.first, actor.last};
    }
    std::size_t first = 0;
    while (first < verb) {
      const Phrase phrase = phrase_from(first);
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
    return tokens_[at].kind == TokenKind::word && !is_capitalised(tokens_[at]) &&
           (tokens_[at].form.ends_with("ed") || is(at, Word::meet) || is(at, Word::hold) ||
            tokens_[at].form == "gave" || tokens_[at].form == "took");
  }

  // Whether "Roe said" (from `begin`, verb to `end`) stands behind what is said.
  bool closes(std::size_t begin, std::size_t end) const {
    if (begin == 0) return false;
    const bool after_quote = quoted_[begin - 1];
    if (!after_quote && !parts(begin - 1)) return false;
    if (!after_quote && begin < kFewestContent + 1) return false;
    std::size_t next = end;
    while (next < tokens_.size() &&
           (among(kHearers, tokens_[next].form) || (is(next, Word::article) && next + 1 < tokens_.size() &&
                                                    among(kHearers, tokens_[next + 1].form))))
      ++next;
    const bool stops = next >= tokens_.size() ||
                       (tokens_[next].kind == TokenKind::mark && !opens_quote(next)) ||
                       is(next, Word::preposition) || is(next, Word::adverb) || is_time(next) ||
                       among(kClauseWords, tokens_[next].form);
    if (!stops || is_form(next, "that") || is_form(next, ":")) return false;
    if (after_quote) return true;
    const bool introduced = is(0, Word::preposition) || tokens_[0].form.ends_with("ing") ||
                            is_form(0, "asked") || is_form(0, "when");
    for (std::size_t at = next; at < std::min(tokens_.size(), next + kThatReach); ++at) {
      if (is_form(at, "that") && introduced) return false;
    }
    return true;
  }

  bool opens_quote(std::size_t at) const { return quoted_[at] && (at == 0 || !quoted_[at - 1]); }

  std::optional<Citation> according(const Find& find) const {
    if (find.last >= tokens_.size()) return std::nullopt;
    Citation citation;
    citation.verb = find.first;
    citation.closing = true;
    citation.source = phrase_from(find.last);
    if (citation.source.empty()) return std::nullopt;
    citation.apposition = apposition_from(citation.source.last);
    return citation;
  }

  const std::vector<Token>& tokens_;
  const std::vector<Find>& finds_;
  const std::vector<WordClass>& classes_;
  const std::vector<Actor>& actors_;
  const std::vector<bool>& quoted_;
  const Lexicons& lexicons_;
};

}  // namespace

std::vector<Citation> read_citations(const Reading& reading, const std::vector<bool>& quoted,
                                     const Lexicons& lexicons) {
  return CitationReader(reading, quoted, lexicons).run();
}

bool holds_role(const Statement& statement, Phrase phrase, CitationRole role, const Lexicons& lexicons) {
  return std::any_of(statement.finds.begin(), statement.finds.end(), [&](const Find& find) {
    return find.table == Table::citations && lexicons.citations()[find.entry].role == role &&
           find.first >= phrase.first && find.last <= phrase.last;
  });
}

}  // namespace rashomon
