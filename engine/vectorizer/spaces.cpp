#include "engine/vectorizer/spaces.h"

#include <algorithm>
#include <functional>
#include <future>
#include <initializer_list>
#include <unordered_map>

#include "engine/vectorizer/likeness.h"
#include "engine/vectorizer/terms.h"
#include "engine/vectorizer/vectorizer.h"
#include "engine/vectorizer/vocabulary.h"

namespace rashomon {
namespace {

// idf of the pair and of the background weigh the same: the pair alone overrates what both sides must name,
// the background alone loses names that it never saw.
constexpr double kBackgroundWeight = 0.5;
constexpr double kLeastLikeness = 0.3;  // cosines of word vectors below say nothing
constexpr std::size_t kRarest = 3;

template <typename ToTerms>
std::vector<Terms> terms_of(const std::vector<Statement>& statements, ToTerms& to_terms) {
  std::vector<Terms> all;
  all.reserve(statements.size());
  for (const Statement& statement : statements) all.push_back(to_terms(statement));
  return all;
}

// Concepts of some families, each with its parents, as terms.
class ConceptTerms {
 public:
  ConceptTerms(const Lexicons& lexicons, std::initializer_list<Family> families, Vocabulary& vocabulary)
      : lexicons_(lexicons), families_(families), vocabulary_(vocabulary) {
    for (const Concept& c : lexicons.concepts()) by_id_.emplace(c.id, &c);
  }

  Terms operator()(const Statement& statement) const {
    Terms terms;
    for (const Find& find : statement.finds) {
      if (find.table != Table::concepts) continue;
      const Concept* c = &lexicons_.concepts()[find.entry];
      if (std::find(families_.begin(), families_.end(), c->family) == families_.end()) continue;
      for (; c != nullptr; c = c->parent.empty() ? nullptr : by_id_.at(c->parent))
        terms.push_back(vocabulary_.add(c->id));
    }
    return terms;
  }

 private:
  const Lexicons& lexicons_;
  std::vector<Family> families_;
  Vocabulary& vocabulary_;
  std::unordered_map<std::string_view, const Concept*> by_id_;
};

std::vector<double> background_idf(const Vocabulary& vocabulary, const Frequencies& background) {
  std::vector<double> idf(vocabulary.size());
  for (TermId term = 0; term < idf.size(); ++term) idf[term] = background.idf(vocabulary.term(term));
  return idf;
}

// Mean background idf of each statement's stems, and of its three rarest. `idf`: of each term.
Matrix rarity(const std::vector<Terms>& statements, const std::vector<double>& idf) {
  Matrix out = Matrix::Zero(static_cast<Eigen::Index>(statements.size()), 2);
  for (std::size_t s = 0; s < statements.size(); ++s) {
    std::vector<double> rarest;
    for (const TermId stem : statements[s]) rarest.push_back(idf[stem]);
    std::sort(rarest.begin(), rarest.end(), std::greater<>());
    const auto mean = [&](std::size_t size) {
      double sum = 0;
      for (std::size_t k = 0; k < size; ++k) sum += rarest[k];
      return size == 0 ? 0 : sum / static_cast<double>(size);
    };
    out(static_cast<Eigen::Index>(s), 0) = mean(rarest.size());
    out(static_cast<Eigen::Index>(s), 1) = mean(std::min(rarest.size(), kRarest));
  }
  return out;
}

}  // namespace

PairSpaces vector_spaces(const std::vector<Statement>& left, const std::vector<Statement>& right,
                         const Lexicons& lexicons, const Frequencies& background,
                         const WordVectors& vectors) {
  const VectorizerOptions of_pair;
  VectorizerOptions blended;
  blended.background_weight = kBackgroundWeight;
  const auto space = [&](const Vocabulary& vocabulary, auto to_terms) {
    const std::vector<Terms> left_terms = terms_of(left, to_terms);
    return vectorize_pair(vocabulary, left_terms, terms_of(right, to_terms), of_pair);
  };
  const auto concepts = [&](std::initializer_list<Family> families) {
    Vocabulary vocabulary;
    return space(vocabulary, ConceptTerms(lexicons, families, vocabulary));
  };
  Vocabulary words;
  Vocabulary characters;
  const auto stems = [&](const Statement& s) { return stem_terms(s, words); };
  const std::vector<Terms> left_stems = terms_of(left, stems);
  const std::vector<Terms> right_stems = terms_of(right, stems);
  const std::vector<double> idf = background_idf(words, background);

  // Each space is made from its own vocabulary and read by nobody before all are done: on any number of
  // threads the same figures.
  PairSpaces spaces;
  spaces.stems = vectorize_pair(words, left_stems, right_stems, blended, &background);
  auto meaning = std::async(std::launch::async, [&] {
    spaces.likeness = likeness(spaces.stems, vectors, kLeastLikeness);
    Meanings means = meanings(spaces.stems, vectors);
    spaces.left_meaning = std::move(means.left);
    spaces.right_meaning = std::move(means.right);
  });
  spaces.runs = space(words, [&](const Statement& s) { return stem_terms(s, words, 2); });
  spaces.characters = space(characters, CharacterTerms(characters));
  spaces.issues = concepts({Family::issue});
  spaces.formulas = concepts({Family::formula});
  spaces.names = concepts({Family::place, Family::person, Family::organisation});
  spaces.left_rarity = rarity(left_stems, idf);
  spaces.right_rarity = rarity(right_stems, idf);
  meaning.get();
  return spaces;
}

}  // namespace rashomon
