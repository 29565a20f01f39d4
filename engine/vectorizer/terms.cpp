#include "engine/vectorizer/terms.h"

#include <algorithm>
#include <string>

#include "engine/text/code_points.h"

namespace rashomon {
namespace {

// Content words with Chinese cut into bigrams (segmenters cut names wrongly).
Terms content_terms(const Statement& statement, Vocabulary& vocabulary) {
  Terms terms;
  const Token* previous_han = nullptr;
  for (const Token& token : statement.tokens) {
    const bool han = token.kind == TokenKind::han;
    if (han) {
      if (previous_han != nullptr) terms.push_back(vocabulary.add(previous_han->form + token.form));
    } else if (!token.stop) {
      terms.push_back(vocabulary.add(token.stem));
    }
    previous_han = han ? &token : nullptr;
  }
  return terms;
}

}  // namespace

Terms stem_terms(const Statement& statement, Vocabulary& vocabulary, std::size_t longest) {
  const Terms single = content_terms(statement, vocabulary);
  Terms terms = single;
  for (std::size_t length = 2; length <= longest; ++length) {
    for (std::size_t at = 0; at + length <= single.size(); ++at) {
      std::string run = vocabulary.term(single[at]);
      for (std::size_t k = 1; k < length; ++k) (run += ' ') += vocabulary.term(single[at + k]);
      terms.push_back(vocabulary.add(run));
    }
  }
  return terms;
}

Terms CharacterTerms::operator()(const Statement& statement) {
  Terms terms;
  for (const Token& token : statement.tokens) {
    if (token.kind == TokenKind::mark) continue;
    const TermId word = words_.add(token.form);
    if (word == runs_.size()) runs_.push_back(cut(token.form));
    terms.insert(terms.end(), runs_[word].begin(), runs_[word].end());
  }
  return terms;
}

Terms CharacterTerms::cut(std::string_view word) const {
  Terms terms;
  const std::string padded = ' ' + std::string(word) + ' ';
  const CodePoints points(padded);
  for (std::size_t length = shortest_; length <= longest_; ++length) {
    // a word shorter than the run stands for itself, once
    const std::size_t size = std::min(length, points.size());
    for (std::size_t at = 0; at + size <= points.size(); ++at) {
      terms.push_back(vocabulary_.add(points.slice({at, at + size})));
    }
    if (length >= points.size()) break;
  }
  return terms;
}

}  // namespace rashomon
