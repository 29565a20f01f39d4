#include "engine/scorer/polarity.h"

#include <algorithm>

#include "engine/scorer/token_forms.h"

namespace rashomon {
namespace {

constexpr std::size_t kReach = 4;  // content words between a word and the one that it goes with
// Words that both statements name beside the negated one, at least this part of the shorter statement's.
constexpr double kSharedWords = 0.4;

bool ends_clause(const Token& token) { return is_one_of(token.form, {";", ".", ",", ":", "。", "，", "；"}); }

// May stand between "not" and the verb.
bool is_passed_over(const Token& token) {
  return token.kind == TokenKind::mark || token.stop || token.form.ends_with("ly");
}

// The word that a negation negates: the next one after it, or the last one within it ("was not discussed").
std::optional<std::size_t> negated_word(const Statement& statement, const Find& find,
                                        const Negation& negation) {
  const auto& tokens = statement.tokens;
  const auto has_not = [&] {
    for (std::size_t k = find.first; k < find.last; ++k) {
      if (is_plain_not(tokens[k].form)) return true;
    }
    return false;
  };
  if (!has_not()) return std::nullopt;
  if (negation.scope == NegationScope::post) {
    for (std::size_t k = find.last; k-- > find.first;) {
      if (!is_passed_over(tokens[k])) return k;
    }
  } else if (negation.scope == NegationScope::pre) {
    const std::size_t last =
        std::min(tokens.size(), find.last + static_cast<std::size_t>(negation.reach) + 1);
    for (std::size_t k = find.last; k < last && !ends_clause(tokens[k]); ++k) {
      if (!is_passed_over(tokens[k])) return k;
    }
  }
  return std::nullopt;
}

using Words = std::vector<Assertion>;

const std::string& stem_of(const Statement& statement, const Assertion& word) {
  return statement.tokens[word.token].stem;
}

// How many of a's words b has.
std::size_t words_in(const Statement& a, const Words& a_words, const Statement& b, const Words& b_words) {
  return static_cast<std::size_t>(std::count_if(a_words.begin(), a_words.end(), [&](const Assertion& word) {
    return std::any_of(b_words.begin(), b_words.end(),
                       [&](const Assertion& other) { return stem_of(b, other) == stem_of(a, word); });
  }));
}

// Both speak of the same, whichever is asked of the other.
bool one_matter(const Statement& a, const Words& a_words, const Statement& b, const Words& b_words) {
  const std::size_t shared = std::min(words_in(a, a_words, b, b_words), words_in(b, b_words, a, a_words));
  return static_cast<double>(shared) >=
         kSharedWords * static_cast<double>(std::min(a_words.size(), b_words.size()));
}

// The place in `b_words` where the other side affirms what `a_words[at]` negates.
std::optional<std::size_t> affirmed(const Statement& a, const Words& a_words, std::size_t at,
                                    const Statement& b, const Words& b_words) {
  const std::string& stem = stem_of(a, a_words[at]);
  const bool has_next = at + 1 < a_words.size();
  for (std::size_t k = 0; k < b_words.size(); ++k) {
    if (stem_of(b, b_words[k]) != stem) continue;
    if (b_words[k].negated) return std::nullopt;  // both negate it somewhere
  }
  for (std::size_t k = 0; k < b_words.size(); ++k) {
    if (stem_of(b, b_words[k]) != stem) continue;
    if (!has_next) return k;
    const std::string& next = stem_of(a, a_words[at + 1]);
    const std::size_t from = k > kReach ? k - kReach : 0;
    const std::size_t to = std::min(b_words.size(), k + kReach + 1);
    bool beside = false;
    for (std::size_t other = from; other < to; ++other)
      beside = beside || (other != k && stem_of(b, b_words[other]) == next);
    if (beside) return k;
  }
  return std::nullopt;
}

TokenRange range_of(const Assertion& word) { return {word.first, word.token + 1}; }

// What `a` negates and `b` affirms.
std::optional<std::pair<TokenRange, TokenRange>> denied_by(const Statement& a, const Words& a_words,
                                                           const Statement& b, const Words& b_words) {
  for (std::size_t k = 0; k < a_words.size(); ++k) {
    if (!a_words[k].negated) continue;
    if (const auto at = affirmed(a, a_words, k, b, b_words))
      return std::pair(range_of(a_words[k]), range_of(b_words[*at]));
  }
  return std::nullopt;
}

}  // namespace

std::vector<Assertion> read_assertions(const Statement& statement, const Lexicons& lexicons) {
  Words words;
  for (std::size_t k = 0; k < statement.tokens.size(); ++k) {
    const Token& token = statement.tokens[k];
    if (!token.stop && token.kind == TokenKind::word) words.push_back({k, k, false});
  }
  for (const Find& find : statement.finds) {
    if (find.table != Table::negations) continue;
    const auto at = negated_word(statement, find, lexicons.negations()[find.entry]);
    for (Assertion& word : words) {
      if (at && word.token == *at) {
        word.negated = !word.negated;  // "not without"
        word.first = find.first;
      }
    }
  }
  return words;
}

std::optional<std::pair<TokenRange, TokenRange>> opposite_polarity(const Statement& left,
                                                                   const Words& left_words,
                                                                   const Statement& right,
                                                                   const Words& right_words) {
  auto found = denied_by(left, left_words, right, right_words);
  if (!found) {
    found = denied_by(right, right_words, left, left_words);
    if (found) std::swap(found->first, found->second);
  }
  return found && one_matter(left, left_words, right, right_words) ? found : std::nullopt;
}

}  // namespace rashomon
