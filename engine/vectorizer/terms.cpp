#include "engine/vectorizer/terms.h"

#include <algorithm>

#include "engine/text/code_points.h"

namespace rashomon {
namespace {

// Content words with Chinese cut into bigrams (segmenters cut names wrongly).
Terms content_terms(const Statement& statement) {
  Terms terms;
  const Token* previous_han = nullptr;
  for (const Token& token : statement.tokens) {
    const bool han = token.kind == TokenKind::han;
    if (han) {
      if (previous_han != nullptr) terms.push_back(previous_han->form + token.form);
    } else if (!token.stop) {
      terms.push_back(token.stem);
    }
    previous_han = han ? &token : nullptr;
  }
  return terms;
}

}  // namespace

Terms stem_terms(const Statement& statement, std::size_t longest) {
  const Terms single = content_terms(statement);
  Terms terms = single;
  for (std::size_t length = 2; length <= longest; ++length) {
    for (std::size_t at = 0; at + length <= single.size(); ++at) {
      std::string run = single[at];
      for (std::size_t k = 1; k < length; ++k) run += ' ' + single[at + k];
      terms.push_back(std::move(run));
    }
  }
  return terms;
}

Terms character_terms(const Statement& statement, std::size_t shortest, std::size_t longest) {
  Terms terms;
  for (const Token& token : statement.tokens) {
    if (token.kind == TokenKind::mark) continue;
    const std::string padded = ' ' + token.form + ' ';
    const CodePoints points(padded);
    for (std::size_t length = shortest; length <= longest; ++length) {
      // a word shorter than the run stands for itself, once
      const std::size_t size = std::min(length, points.size());
      for (std::size_t at = 0; at + size <= points.size(); ++at)
        terms.emplace_back(points.slice({at, at + size}));
      if (length >= points.size()) break;
    }
  }
  return terms;
}

}  // namespace rashomon
