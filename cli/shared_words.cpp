#include "cli/shared_words.h"

#include <algorithm>
#include <functional>
#include <set>

namespace rashomon::cli {
namespace {

using Eigen::Index;
using Words = std::vector<SharedWord>;

Words by_weight(Words words) {
  std::stable_sort(words.begin(), words.end(), [](const SharedWord& a, const SharedWord& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
  });
  return words;
}

Words shared_terms(const PairVectors& space, const PairPlace& pair) {
  Words out;
  for (SparseRows::InnerIterator left(space.left, static_cast<Index>(pair.i)); left; ++left) {
    if (left.value() != 0 && space.right.coeff(static_cast<Index>(pair.j), left.col()) != 0)
      out.push_back({space.terms[static_cast<std::size_t>(left.col())], space.idf[left.col()]});
  }
  return by_weight(std::move(out));
}

// Of every term on the left that the right lacks, its nearest there.
Words near_terms(const PairSpaces& spaces, const PairPlace& pair) {
  const PairVectors& stems = spaces.stems;
  const auto row = static_cast<Index>(pair.j);
  Words out;
  for (SparseRows::InnerIterator term(stems.left, static_cast<Index>(pair.i)); term; ++term) {
    if (stems.right.coeff(row, term.col()) != 0) continue;
    Index nearest = -1;
    double best = 0;
    for (SparseRows::InnerIterator other(spaces.likeness, term.col()); other; ++other) {
      if (other.value() > best && stems.right.coeff(row, other.col()) != 0)
        nearest = other.col(), best = other.value();
    }
    if (nearest < 0) continue;
    out.push_back({stems.terms[static_cast<std::size_t>(term.col())] + " ~ " +
                       stems.terms[static_cast<std::size_t>(nearest)],
                   stems.idf[term.col()] * best});
  }
  return by_weight(std::move(out));
}

using Set = std::set<std::string>;

Words both(const PairPlace& pair, const std::function<Set(const Statement&)>& words) {
  const Set left = words(pair.left[pair.i]);
  const Set right = words(pair.right[pair.j]);
  Words out;
  for (const std::string& word : left) {
    if (right.contains(word)) out.push_back({word, 0});
  }
  return out;
}

Set numbers(const Statement& statement) {
  Set out;
  for (const Token& token : statement.tokens) {
    if (token.kind == TokenKind::number) out.insert(token.form);
  }
  return out;
}

Set capitalised(const Statement& statement) {
  Set out;
  for (std::size_t k = 1; k < statement.tokens.size(); ++k) {
    const Token& token = statement.tokens[k];
    if (token.kind == TokenKind::word && !token.stop && !token.surface.empty() && token.surface[0] >= 'A' &&
        token.surface[0] <= 'Z')
      out.insert(token.surface);
  }
  return out;
}

Set holders(const Statement& statement) { return {statement.holders.begin(), statement.holders.end()}; }

Words joined(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return by_weight(std::move(words));
}

}  // namespace

Words shared_words(const std::string& group, const PairPlace& pair, const PairSpaces& spaces) {
  if (group == "stems" || group == "rarity") return shared_terms(spaces.stems, pair);
  if (group == "runs") return shared_terms(spaces.runs, pair);
  if (group == "issues" || group == "knowledge") return shared_terms(spaces.issues, pair);
  if (group == "formulas") return shared_terms(spaces.formulas, pair);
  if (group == "names") return shared_terms(spaces.names, pair);
  if (group == "soft") return joined(near_terms(spaces, pair), shared_terms(spaces.stems, pair));
  if (group == "numbers") return both(pair, numbers);
  if (group == "capitalised") return both(pair, capitalised);
  if (group == "holders" || group == "voice") return both(pair, holders);
  return {};
}

}  // namespace rashomon::cli
