#include "engine/vectorizer/spaces.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <unordered_map>

#include "engine/vectorizer/likeness.h"
#include "engine/vectorizer/terms.h"
#include "engine/vectorizer/vectorizer.h"

namespace rashomon {
namespace {

// idf of the pair and of the background weigh the same: the pair alone overrates what both sides must name,
// the background alone loses names that it never saw.
constexpr double kBackgroundWeight = 0.5;
constexpr double kLeastLikeness = 0.45;  // cosines of word vectors below say nothing
constexpr std::size_t kRarest = 3;

using ToTerms = std::function<Terms(const Statement&)>;

std::vector<Terms> terms_of(const std::vector<Statement>& statements, const ToTerms& to_terms) {
  std::vector<Terms> all;
  all.reserve(statements.size());
  for (const Statement& statement : statements) all.push_back(to_terms(statement));
  return all;
}

// Concepts of some families, each with its parents, as terms.
class ConceptTerms {
 public:
  ConceptTerms(const Lexicons& lexicons, std::initializer_list<Family> families)
      : lexicons_(lexicons), families_(families) {
    for (const Concept& c : lexicons.concepts()) by_id_.emplace(c.id, &c);
  }

  Terms operator()(const Statement& statement) const {
    Terms terms;
    for (const Find& find : statement.finds) {
      if (find.table != Table::concepts) continue;
      const Concept* c = &lexicons_.concepts()[find.entry];
      if (std::find(families_.begin(), families_.end(), c->family) == families_.end()) continue;
      for (; c != nullptr; c = c->parent.empty() ? nullptr : by_id_.at(c->parent)) terms.push_back(c->id);
    }
    return terms;
  }

 private:
  const Lexicons& lexicons_;
  std::vector<Family> families_;
  std::unordered_map<std::string_view, const Concept*> by_id_;
};

// Mean background idf of each statement's stems, and of its three rarest.
Matrix rarity(const std::vector<Terms>& statements, const Frequencies& background) {
  Matrix out = Matrix::Zero(static_cast<Eigen::Index>(statements.size()), 2);
  for (std::size_t s = 0; s < statements.size(); ++s) {
    std::vector<double> idf;
    for (const std::string& stem : statements[s]) idf.push_back(background.idf(stem));
    std::sort(idf.begin(), idf.end(), std::greater<>());
    const auto mean = [&](std::size_t size) {
      double sum = 0;
      for (std::size_t k = 0; k < size; ++k) sum += idf[k];
      return size == 0 ? 0 : sum / static_cast<double>(size);
    };
    out(static_cast<Eigen::Index>(s), 0) = mean(idf.size());
    out(static_cast<Eigen::Index>(s), 1) = mean(std::min(idf.size(), kRarest));
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
  const auto space = [&](const ToTerms& to_terms) {
    return vectorize_pair(terms_of(left, to_terms), terms_of(right, to_terms), of_pair);
  };
  const std::vector<Terms> left_stems = terms_of(left, [](const Statement& s) { return stem_terms(s); });
  const std::vector<Terms> right_stems = terms_of(right, [](const Statement& s) { return stem_terms(s); });

  PairSpaces spaces;
  spaces.stems = vectorize_pair(left_stems, right_stems, blended, &background);
  spaces.runs = space([](const Statement& s) { return stem_terms(s, 2); });
  spaces.characters = space([](const Statement& s) { return character_terms(s); });
  spaces.issues = space(ConceptTerms(lexicons, {Family::issue}));
  spaces.formulas = space(ConceptTerms(lexicons, {Family::formula}));
  spaces.names = space(ConceptTerms(lexicons, {Family::place, Family::person, Family::organisation}));
  spaces.likeness = likeness(spaces.stems, vectors, kLeastLikeness);
  Meanings means = meanings(spaces.stems, vectors);
  spaces.left_meaning = std::move(means.left);
  spaces.right_meaning = std::move(means.right);
  spaces.left_rarity = rarity(left_stems, background);
  spaces.right_rarity = rarity(right_stems, background);
  return spaces;
}

}  // namespace rashomon
