#include "engine/scorer/keywords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

namespace rashomon {
namespace {

/// How often a term stands in each account, and how it is written there.
struct Use {
  std::array<std::size_t, 2> counts{};
  std::map<std::string, std::size_t> surfaces;

  const std::string& usual_surface() const {
    return std::max_element(surfaces.begin(), surfaces.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }
};
using Uses = std::map<std::string, Use>;  // by stem

void count(Uses& uses, std::size_t side, const std::string& stem, const std::string& surface) {
  Use& use = uses[stem];
  ++use.counts[side];
  ++use.surfaces[surface];
}

void count(Uses& uses, std::size_t side, const std::vector<Statement>& statements) {
  for (const Statement& statement : statements) {
    for (std::size_t k = 0; k < statement.tokens.size(); ++k) {
      const Token& token = statement.tokens[k];
      if (token.kind == TokenKind::word && !token.stop) count(uses, side, token.stem, token.surface);
      if (token.kind != TokenKind::han || token.stop || k + 1 == statement.tokens.size()) continue;
      const Token& next = statement.tokens[k + 1];
      if (next.kind == TokenKind::han && !next.stop)
        count(uses, side, token.form + next.form, token.surface + next.surface);
    }
  }
}

std::array<double, 2> sums(const Uses& uses) {
  std::array<double, 2> n{};
  for (const auto& [stem, use] : uses) {
    for (const std::size_t side : {0U, 1U}) n[side] += static_cast<double>(use.counts[side]);
  }
  return n;
}

/// Of words by z: the first and the last ones.
std::vector<Keyword> strongest(const std::vector<Keyword>& words) {
  const auto middle =
      std::find_if(words.begin(), words.end(), [](const Keyword& word) { return word.z < 0; });
  const auto kept = [](auto from, auto to) {
    return std::min(to - from, static_cast<std::ptrdiff_t>(kMostKeywords));
  };
  std::vector<Keyword> out(words.begin(), words.begin() + kept(words.begin(), middle));
  out.insert(out.end(), words.end() - kept(middle, words.end()), words.end());
  return out;
}

}  // namespace

std::vector<Keyword> keywords_of(const std::vector<Statement>& left, const std::vector<Statement>& right) {
  Uses uses;
  count(uses, 0, left);
  count(uses, 1, right);
  const std::array<double, 2> n = sums(uses);
  const double alpha0 = (n[0] + n[1]) / 2;
  std::vector<Keyword> words;
  for (const auto& [stem, use] : uses) {
    const std::array<double, 2> y = {static_cast<double>(use.counts[0]), static_cast<double>(use.counts[1])};
    const double alpha = alpha0 * (y[0] + y[1]) / (n[0] + n[1]);  // eq. 23
    const auto log_odds = [&](std::size_t side) {
      return std::log((y[side] + alpha) / (n[side] + alpha0 - y[side] - alpha));
    };
    Keyword word{use.usual_surface(), use.counts, log_odds(0) - log_odds(1), 0};  // eq. 16
    const double variance = 1 / (y[0] + alpha) + 1 / (y[1] + alpha);              // eq. 20
    word.z = word.log_odds / std::sqrt(variance);                                 // eq. 22
    if (std::isfinite(word.z) && word.z != 0) words.push_back(std::move(word));
  }
  std::stable_sort(words.begin(), words.end(), [](const Keyword& a, const Keyword& b) { return a.z > b.z; });
  return strongest(words);
}

}  // namespace rashomon
