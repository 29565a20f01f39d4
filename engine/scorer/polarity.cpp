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

bool shares(const Statement& statement, const Words& words, const std::string& stem) {
  return std::any_of(words.begin(), words.end(),
                     [&](const Assertion& word) { return stem_of(statement, word) == stem; });
}

// Of the shorter statement's words, those that the other one has.
bool one_matter(const Statement& a, const Words& a_words, const Statement& b, const Words& b_words) {
  const bool a_shorter = a_words.size() <= b_words.size();
  const Words& few = a_shorter ? a_words : b_words;
  const auto shared = std::count_if(few.begin(), few.end(), [&](const Assertion& word) {
    return a_shorter ? shares(b, b_words, stem_of(a, word)) : shares(a, a_words, stem_of(b, word));
  });
  return static_cast<double>(shared) >= kSharedWords * static_cast<double>(few.size());
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
  if (!one_matter(left, left_words, right, right_words)) return std::nullopt;
  if (const auto found = denied_by(left, left_words, right, right_words)) return found;
  if (const auto found = denied_by(right, right_words, left, left_words))
    return std::pair(found->second, found->first);
  return std::nullopt;
}

}  // namespace rashomon
