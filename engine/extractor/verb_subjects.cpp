#include "engine/extractor/verb_subjects.h"

#include <algorithm>
#include <string_view>

namespace rashomon {
namespace {

constexpr std::size_t kLongestApposition = 30;  // tokens between the commas that part a source and its verb
constexpr std::size_t kLongestName = 8;         // tokens of "US Ambassador to India Jane Roe"

}  // namespace

std::optional<Subject> VerbSubjects::of(std::size_t verb, Phrase earlier) const {
  const std::size_t end = before_helpers(verb);
  if (end == 0) return std::nullopt;
  const bool participle = words_.token(verb).form.ends_with("ing");
  Subject found{with_document(words_.before(end)), {}};
  const bool cut = found.phrase.empty() && words_.parts(end - 1) && !words_.quoted(end - 1);
  if (participle) {
    // "a statement saying": its subject is cited by another verb, or it is a noun
    if (!cut) return std::nullopt;
    found.phrase = earlier.empty() ? main_subject(verb) : earlier;
  } else if (cut &&
             (words_.is_form(end - 1, ",") || words_.is_form(end - 1, "-") || words_.is_form(end - 1, ")"))) {
    found = before_apposition(end - 1);
    if (found.phrase.empty() && heading_) found.phrase = main_subject(verb);  // "Roe hails talks, says ..."
  }
  Phrase& phrase = found.phrase;
  if (!phrase.empty() && words_.is_form(phrase.last - 1, "who")) {
    phrase.last -= 1;
    if (phrase.empty() && phrase.first > 1) phrase = words_.before(phrase.first - 1);
  }
  if (phrase.empty()) return std::nullopt;
  return found;
}

bool VerbSubjects::is_passive(std::size_t verb) const {
  std::size_t at = verb;
  while (at > 0 && words_.is(at - 1, Word::adverb)) --at;
  return at > 0 && words_.is(at - 1, Word::be) && !words_.token(verb).form.ends_with("ing");
}

bool VerbSubjects::ends_apposition(std::size_t comma) const {
  for (std::size_t at = comma; at-- > 0;) {
    if (words_.quoted(at) || comma - at > kLongestApposition) return false;
    if (!words_.is_form(at, ",")) continue;
    const Phrase before = words_.before(at);
    return !before.empty() && before.size() <= kLongestName && !words_.is(before.first, Word::preposition);
  }
  return false;
}

// Where the helpers before a verb begin: "had also", "on Monday"
std::size_t VerbSubjects::before_helpers(std::size_t verb) const {
  std::size_t at = verb;
  while (at > 0 && !words_.quoted(at - 1)) {
    const bool name = is_capitalised(words_.token(at - 1));  // "Italy said"
    const bool helper = (words_.is(at - 1, Word::adverb) && !name) || words_.is(at - 1, Word::auxiliary) ||
                        words_.begins(at - 1, CitationRole::time) ||
                        (words_.is_form(at - 1, "on") && words_.begins(at, CitationRole::time));
    if (!helper) break;
    --at;
  }
  return at;
}

// "A statement issued after the talks" where the phrase before the verb is "the talks" alone.
Phrase VerbSubjects::with_document(Phrase phrase) const {
  if (phrase.first == 0 || !words_.begins_clause(phrase.first - 1)) return phrase;
  const Phrase wider = words_.before(phrase.first - 1);
  if (wider.size() < 2 || !words_.begins(wider.last - 1, CitationRole::issued)) return phrase;
  const bool document =
      words_.holds(wider, CitationRole::document) || words_.holds(wider, CitationRole::both);
  return document ? Phrase{wider.first, phrase.last} : phrase;
}

// "Roe, who leads the talks, said": the source before the comma that opens the apposition.
Subject VerbSubjects::before_apposition(std::size_t close) const {
  const std::string_view mark = words_.token(close).form;
  const std::string_view opener = mark == ")" ? "(" : mark;
  for (std::size_t open = close; open-- > 0;) {
    if (words_.quoted(open) || close - open > kLongestApposition) return {};
    if (!words_.is_form(open, opener) || !words_.parts(open)) continue;
    Phrase source = words_.before(open);
    if (source.empty()) continue;
    // "Roe, chair of a board, and of a fund, said": the outermost pair of commas counts
    const Phrase wider = words_.before(source.first > 0 ? source.first - 1 : 0);
    const bool indefinite = words_.is_form(source.first, "a") || words_.is_form(source.first, "an");
    if (indefinite && !wider.empty()) source = wider;
    return {source, words_.describes(open + 1) ? Phrase{open + 1, close} : Phrase{}};
  }
  return {};
}

// The subject of the sentence, for "..., saying that ...": the first actor that no preposition and no
// owner's mark takes away, else the first phrase.
Phrase VerbSubjects::main_subject(std::size_t verb) const {
  for (const Actor& actor : actors_) {
    if (actor.last >= verb) break;
    if (!actor.object && !actor.owner && !words_.quoted(actor.first)) return {actor.first, actor.last};
  }
  std::size_t first = 0;
  while (first < verb) {
    const Phrase phrase = words_.from(first);
    if (!phrase.empty() && !words_.is(phrase.first, Word::preposition)) {
      std::size_t last = phrase.first + 1;
      while (last < phrase.last && !words_.is(last, Word::auxiliary) && !words_.is(last, Word::adverb) &&
             !ends_subject(last))
        ++last;
      return {phrase.first, std::min(last, verb)};
    }
    first = std::max(phrase.last, first) + 1;
  }
  return {};
}

// A lower-case word that looks like a verb in the past.
bool VerbSubjects::ends_subject(std::size_t at) const {
  const Token& token = words_.token(at);
  return token.kind == TokenKind::word && !is_capitalised(token) &&
         (token.form.ends_with("ed") || words_.is(at, Word::meet) || words_.is(at, Word::hold) ||
          token.form == "gave" || token.form == "took");
}

}  // namespace rashomon
