#include "engine/extractor/encounters.h"

#include <algorithm>
#include <string_view>

namespace rashomon {
namespace {

constexpr std::size_t kLongestObject = 8;       // tokens from "held" to "call"
constexpr std::size_t kLongestSubject = 6;      // tokens to "call" in "The first phone call ..."
constexpr std::size_t kLongestInstrument = 10;  // tokens to "partnership"
constexpr std::size_t kTopicReach = 5;          // tokens from "call" to "focused"

class EncounterReader {
 public:
  explicit EncounterReader(const Reading& reading)
      : tokens_(reading.statement->tokens), classes_(reading.classes) {}

  // "The call lasted an hour", "It lasted an hour"
  bool event(const std::vector<bool>& quoted, bool speech) const {
    const std::size_t from = meeting_subject();
    if (is_form(0, "it") && is_form(1, "lasted")) return true;
    if (from == 0) return attendance(speech);
    for (std::size_t at = from; at < tokens_.size() && !quoted[at]; ++at) {
      if (is(at, Word::topic) && !is(at, Word::event)) return false;
      if (is(at, Word::event) && !is(at - 1, Word::preposition)) return true;
    }
    return attendance(speech);
  }

  // "The meeting also discussed ...", "The key topic of the talks was ..."
  bool topic() const {
    const std::size_t from = meeting_subject();
    if (from == 0) return false;
    for (std::size_t at = 0; at < std::min(tokens_.size(), from + kTopicReach); ++at) {
      if (is(at, Word::topic)) return true;
    }
    return false;
  }

  // "The partnership will strengthen ..."
  bool instrument() const {
    if (!is(0, Word::article) && !(is(1, Word::article) && tokens_[0].kind == TokenKind::mark)) return false;
    for (std::size_t at = 1; at < std::min(tokens_.size(), kLongestInstrument); ++at) {
      if (is(at, Word::instrument)) {
        const std::size_t of = is_form(at + 1, "of") ? at + 3 : at + 1;
        if (is(of, Word::auxiliary)) return !is(of, Word::normative);
      } else if (tokens_[at].kind == TokenKind::mark && tokens_[at].form != "-" && tokens_[at].form != "(" &&
                 tokens_[at].form != ")") {
        return false;
      }
    }
    return false;
  }

  bool meets(std::size_t at) const {
    if (is_form(at, "arrived")) return is_form(at + 1, "in");
    if (is(at, Word::meet)) return !is_form(at + 1, "of") && !(is_form(at, "spoke") && tells_about(at));
    if (!is(at, Word::hold)) return false;
    for (std::size_t k = at + 1; k < std::min(tokens_.size(), at + kLongestObject); ++k) {
      if (is(k, Word::encounter) && !is(k + 1, Word::encounter)) return !has_topic(k + 1);
      if (is(k, Word::conjunction) && !is_capitalised(tokens_[k - 1])) continue;
      if (is(k, Word::preposition) || tokens_[k].form == ",") return false;
    }
    return false;
  }

 private:
  bool is(std::size_t at, Word word) const { return at < tokens_.size() && classes_[at].is(word); }
  bool is_form(std::size_t at, std::string_view form) const {
    return at < tokens_.size() && tokens_[at].form == form;
  }

  // Whether the sentence begins with a call or meeting: one past its words, or 0.
  std::size_t meeting_subject() const {
    for (std::size_t at = 0; at < std::min(tokens_.size(), kLongestSubject); ++at) {
      if (is(at, Word::encounter) || is_form(at, "discussion") || is_form(at, "discussions")) return at + 1;
      const bool heads = is(at, Word::topic) && is_form(at + 1, "of");
      if (!heads && (is(at, Word::preposition) && !is_form(at, "of"))) return 0;
      if (tokens_[at].kind == TokenKind::mark || is(at, Word::auxiliary) || is(at, Word::he)) return 0;
    }
    return 0;
  }

  // "Roe, Doe and others attended the meeting"
  bool attendance(bool speech) const {
    if (speech) return false;
    for (std::size_t at = 1; at + 2 < tokens_.size(); ++at) {
      if (is_form(at, "attended") && is(at + 1, Word::article) && is(at + 2, Word::encounter)) return true;
    }
    return false;
  }

  // "talks on trade", but not "talks on the margins", "talks on May 5"
  bool has_topic(std::size_t at) const {
    if (is_form(at, "about")) return true;
    if (!is_form(at, "on") || at + 1 >= tokens_.size()) return false;
    const std::size_t next = is(at + 1, Word::article) ? at + 2 : at + 1;
    return !is_form(next, "margins") && !is_form(next, "sidelines") && !is_form(next, "occasion") &&
           next < tokens_.size() && !(next == at + 1 && is_capitalised(tokens_[next])) &&
           tokens_[next].kind != TokenKind::number;
  }

  bool tells_about(std::size_t at) const {
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at), tokens_.end(),
                       [](const Token& t) { return t.form == "about"; });
  }

  const std::vector<Token>& tokens_;
  const std::vector<WordClass>& classes_;
};

}  // namespace

bool meets(const Reading& reading, std::size_t at) { return EncounterReader(reading).meets(at); }

bool tells_of_event(const Reading& reading, const std::vector<bool>& quoted, bool speech) {
  return EncounterReader(reading).event(quoted, speech);
}

bool tells_topic(const Reading& reading) { return EncounterReader(reading).topic(); }

bool tells_of_instrument(const Reading& reading) { return EncounterReader(reading).instrument(); }

}  // namespace rashomon
