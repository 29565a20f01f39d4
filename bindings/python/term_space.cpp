#include "bindings/python/term_space.h"

#include <stdexcept>
#include <utility>

namespace rashomon::python {
namespace {

const Lexicons& lexicons() {
  static const Lexicons all = Lexicons::builtin();
  return all;
}

const Frequencies& background() {
  static const Frequencies all = Frequencies::builtin();
  return all;
}

}  // namespace

TermSpace::TermSpace(TermSpaceOptions options)
    : options_(options), vectorizer_(options.weights, &background()) {
  if (options.longest == 0) throw std::invalid_argument("longest is 0, not 1 or more");
}

void TermSpace::restore(std::vector<std::string> terms, Vector idf) {
  vocabulary_ = Vocabulary();
  for (const std::string& term : terms) vocabulary_.add(term);
  vectorizer_ = Vectorizer(options_.weights, std::move(terms), std::move(idf));
}

std::vector<Terms> TermSpace::terms_of(const std::vector<std::string>& texts, Vocabulary& vocabulary) const {
  CharacterTerms character_terms(vocabulary);
  std::vector<Terms> out;
  out.reserve(texts.size());
  for (const std::string& text : texts) {
    Statement statement;
    statement.tokens = lexicons().tokenize(text);
    out.push_back(options_.characters ? character_terms(statement)
                                      : stem_terms(statement, vocabulary, options_.longest));
  }
  return out;
}

SparseRows TermSpace::fit_transform(const std::vector<std::string>& texts) {
  Vocabulary vocabulary;
  const std::vector<Terms> terms = terms_of(texts, vocabulary);
  Vectorizer vectorizer(options_.weights, &background());
  vectorizer.fit(vocabulary, terms);
  SparseRows rows = vectorizer.transform(terms);
  restore(vectorizer.terms(), vectorizer.idf());
  return rows;
}

SparseRows TermSpace::transform(const std::vector<std::string>& texts) const {
  Vocabulary vocabulary = vocabulary_;  // takes in the texts' unknown terms
  return vectorizer_.transform(terms_of(texts, vocabulary));
}

}  // namespace rashomon::python
