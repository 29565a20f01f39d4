#include "engine/extractor/points.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace rashomon {
namespace {

constexpr std::size_t kLongestItem = 16;  // tokens of an enumeration's item
constexpr std::size_t kFewestItems = 3;

enum class Mark { comma, semicolon, comma_and, plain_and };

// What parts two points: tokens that belong to neither.
struct Separator {
  std::size_t first = 0;
  std::size_t last = 0;  // one past: where the next point begins
  Mark mark = Mark::comma;
  bool cuts = false;
};

bool looks_like_adjective(std::string_view form) {
  constexpr std::array<std::string_view, 9> kEndings = {"ive", "ent", "ant", "able", "ible",
                                                        "ous", "al",  "ic",  "ful"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return form.ends_with(ending); });
}

class PointReader {
  enum class Verb { none, act, speech };

 public:
  PointReader(const Statement& statement, const std::vector<WordClass>& classes)
      : tokens_(statement.tokens), classes_(classes), verb_(tokens_.size(), Verb::none) {
    for (const Find& find : statement.finds) {
      if (find.table == Table::acts && verb_[find.first] == Verb::none) verb_[find.first] = Verb::act;
      if (find.table == Table::speech_verbs) verb_[find.first] = Verb::speech;
    }
  }

  std::vector<Point> run() {
    read_separators();
    for (Separator& separator : separators_)
      separator.cuts = separator.mark == Mark::semicolon || begins_phrase(separator);
    mark_enumerations(Mark::comma_and);
    mark_enumerations(Mark::plain_and);
    return points();
  }

 private:
  bool is(std::size_t at, Word word) const { return at < tokens_.size() && classes_[at].is(word); }
  bool is_form(std::size_t at, std::string_view form) const {
    return at < tokens_.size() && tokens_[at].form == form;
  }
  bool is_comma(std::size_t at) const { return is_form(at, ",") || is_form(at, "\u3001"); }
  bool is_semicolon(std::size_t at) const { return is_form(at, ";"); }
  bool is_and(std::size_t at) const {
    return is_form(at, "and") || is_form(at, "or") || is_form(at, "\u548C");
  }

  void read_separators() {
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const std::string& form = tokens_[at].form;
      if (form == "(" || form == "[") ++depth;
      if (form == ")" || form == "]") depth = std::max(0, depth - 1);
      if (form == "\"") quoted = !quoted;
      if (depth > 0 || quoted || at == 0) continue;
      if (!is_comma(at) && !is_semicolon(at) && !is_and(at)) continue;
      Separator separator{at, at + 1,
                          is_and(at)         ? Mark::plain_and
                          : is_semicolon(at) ? Mark::semicolon
                                             : Mark::comma,
                          false};
      if (is_comma(at) && is_and(at + 1)) {
        separator = {at, at + 2, Mark::comma_and, false};
      } else if (is_comma(at) && is_form(at + 1, "as") && is_form(at + 2, "well") && is_form(at + 3, "as")) {
        separator = {at, at + 4, Mark::comma_and, false};
      }
      separators_.push_back(separator);
      at = separator.last - 1;
    }
  }

  // "and called for", ", urging": a verb behind the separator that has words of its own, as the verb before
  // has.
  bool begins_phrase(const Separator& separator) const {
    std::size_t at = separator.last;
    while (is(at, Word::adverb) && verb_[at] == Verb::none) ++at;
    if (at + 2 >= tokens_.size() || verb_[at] == Verb::none || main_verb() + 2 > separator.first ||
        ends_item(at + 1))
      return false;
    const std::string& form = tokens_[at].form;
    const bool past = form.ends_with("ed");
    if (separator.mark == Mark::comma) return past || form.ends_with("ing");
    if (separator.mark == Mark::comma_and) return true;
    const std::string& before = tokens_[separator.first - 1].form;
    const bool own_object = !is(separator.first - 1, Word::adverb) &&
                            !is(separator.first - 1, Word::auxiliary) && !before.ends_with("ed") &&
                            !before.ends_with("ing");
    return own_object && (past || verb_[at] == Verb::speech);
  }

  bool ends_item(std::size_t at) const {
    return at >= tokens_.size() || is_comma(at) || is_semicolon(at) || is_and(at) || is_form(at, ".");
  }

  // Where the sentence's own statement begins: commas before it part introductions, not items.
  std::size_t main_verb() const {
    if (main_verb_ == kUnread) {
      main_verb_ = tokens_.size();
      for (std::size_t at = 0; at < tokens_.size() && main_verb_ == tokens_.size(); ++at) {
        if (verb_[at] != Verb::none || is(at, Word::auxiliary) || is_form(at, "including") ||
            is_form(at, ":"))
          main_verb_ = at;
      }
    }
    return main_verb_;
  }

  bool opens_clause(std::size_t at) const {
    return is(at, Word::subordinate) || is_form(at, "while") || is_form(at, "but") || is(at, Word::he) ||
           is(at, Word::they) || is(at, Word::we);
  }

  // Runs of commas that a conjunction closes: "A, B, and C"; "A, B, C and D" where no other list holds its
  // "and".
  void mark_enumerations(Mark closing) {
    for (std::size_t last = 0; last < separators_.size(); ++last) {
      if (separators_[last].mark != closing || opens_clause(separators_[last].last)) continue;
      std::vector<std::size_t> run = {last};
      for (std::size_t k = last; k-- > 0;) {
        if (separators_[run.back()].first - separators_[k].last > kLongestItem) break;
        if (separators_[k].mark == Mark::plain_and) continue;
        if (separators_[k].cuts && closing == Mark::plain_and) break;
        if (!joins_items(separators_[k], separators_[run.back()])) break;
        run.push_back(k);
      }
      if (run.size() + 1 < (closing == Mark::comma_and ? kFewestItems : kFewestItems + 1) || describes(run))
        continue;
      for (const std::size_t k : run) separators_[k].cuts = true;
    }
  }

  // Whether the words between two separators can be an item.
  bool joins_items(const Separator& a, const Separator& b) const {
    return a.mark == Mark::comma && a.first > main_verb() && b.first > a.last &&
           b.first - a.last <= kLongestItem && !opens_clause(a.last);
  }

  // "open, fair, and lasting": what the list holds is one thing with several properties. `run` goes
  // backwards.
  bool describes(const std::vector<std::size_t>& run) const {
    for (std::size_t k = 0; k + 1 < run.size(); ++k) {
      const std::size_t first = separators_[run[k + 1]].last;
      if (separators_[run[k]].first - first != 1 || is_capitalised(tokens_[first]) ||
          !looks_like_adjective(tokens_[first].form))
        return false;
    }
    return true;
  }

  bool has_content(std::size_t first, std::size_t last) const {
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(last),
                       [](const Token& token) { return token.kind != TokenKind::mark && !token.stop; });
  }

  std::vector<Point> points() const {
    std::vector<Point> found;
    std::size_t first = 0;
    for (const Separator& separator : separators_) {
      if (!separator.cuts || !has_content(first, separator.first) ||
          !has_content(separator.last, tokens_.size()))
        continue;
      found.push_back(point(first, separator.first));
      first = separator.last;
    }
    if (found.empty()) return found;
    found.push_back(point(first, tokens_.size()));
    return found;
  }

  Point point(std::size_t first, std::size_t last) const {
    return {{tokens_[first].span.begin, tokens_[last - 1].span.end}, first, last};
  }

  static constexpr std::size_t kUnread = static_cast<std::size_t>(-1);

  const std::vector<Token>& tokens_;
  const std::vector<WordClass>& classes_;
  std::vector<Verb> verb_;  // what expression starts at each token
  std::vector<Separator> separators_;
  mutable std::size_t main_verb_ = kUnread;
};

}  // namespace

std::vector<Point> read_points(const Statement& statement, const std::vector<WordClass>& classes) {
  if (statement.heading || statement.question || statement.tokens.empty()) return {};
  return PointReader(statement, classes).run();
}

}  // namespace rashomon
