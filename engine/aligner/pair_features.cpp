#include "engine/aligner/pair_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>
#include <string>

#include "engine/aligner/overlap.h"
#include "engine/aligner/soft_containment.h"
#include "engine/aligner/standing.h"

namespace rashomon {
namespace {

using Eigen::Index;

// Every pair of features (one of the left, one of the right statement) enters as its smaller and its greater
// value, so that swapping the accounts changes nothing.
void add_both(PairFeatures& features, const std::string& name, const Matrix& a, const Matrix& b) {
  features.add(name + ".least", a.cwiseMin(b));
  features.add(name + ".most", a.cwiseMax(b));
}

Matrix by_row(const Vector& left, Index columns) {
  Matrix out(left.size(), columns);
  out.colwise() = left;
  return out;
}

Matrix by_column(const Vector& right, Index rows) {
  Matrix out(rows, right.size());
  out.rowwise() = right.transpose();
  return out;
}

void add_of_statements(PairFeatures& features, const std::string& name, const Vector& left,
                       const Vector& right) {
  add_both(features, name, by_row(left, right.size()), by_column(right, left.size()));
}

void add_standing(PairFeatures& features, const std::string& name, const Matrix& similarities) {
  const Standing s = standing(similarities);
  add_both(features, name + ".ratio", s.row_ratio, s.column_ratio);
  add_both(features, name + ".rank", s.row_rank, s.column_rank);
  add_both(features, name + ".margin", s.row_margin, s.column_margin);
  features.add(name + ".competition", s.competition);
}

// Deviation of each similarity from what its row and its column have on average.
void add_level(PairFeatures& features, const std::string& name, const Matrix& s) {
  Vector rows = Vector::Zero(s.rows());
  Vector columns = Vector::Zero(s.cols());
  for (Index i = 0; i < s.rows(); ++i) {
    for (Index j = 0; j < s.cols(); ++j) {
      rows[i] += s(i, j);
      columns[j] += s(i, j);
    }
  }
  rows /= static_cast<double>(s.cols());
  columns /= static_cast<double>(s.rows());
  add_of_statements(features, name + ".level", rows, columns);
  features.add(name + ".excess", s - (by_row(rows, s.cols()) + by_column(columns, s.rows())));
}

void add_overlap(PairFeatures& features, const std::string& name, const PairVectors& vectors) {
  Overlap shared = overlap(vectors);
  features.add(name + ".shared", std::move(shared.count));
  features.add(name + ".weight", std::move(shared.weight));
  features.add(name + ".rarest", std::move(shared.rarest));
  features.add(name + ".containment.least", std::move(shared.least_containment));
  features.add(name + ".containment.most", std::move(shared.most_containment));
}

// Near words count in part.
void add_meaning(PairFeatures& features, const PairSpaces& spaces) {
  const SoftContainment soft = soft_containment(spaces.stems, spaces.likeness);
  const Matrix mean = (soft.least + soft.most) / 2;
  features.add("soft.containment.least", soft.least);
  features.add("soft.containment.most", soft.most);
  add_standing(features, "soft", mean);
  add_level(features, "soft", mean);
  const Matrix meaning = row_cosines(spaces.left_meaning, spaces.right_meaning);
  features.add("meaning.cosine", meaning);
  add_standing(features, "meaning", meaning);
}

// One figure of each statement of an account.
Vector each(const std::vector<Statement>& statements, const std::function<double(const Statement&)>& figure) {
  Vector out(static_cast<Index>(statements.size()));
  for (std::size_t s = 0; s < statements.size(); ++s) out[static_cast<Index>(s)] = figure(statements[s]);
  return out;
}

double content_words(const Statement& statement) {
  return static_cast<double>(std::count_if(statement.tokens.begin(), statement.tokens.end(),
                                           [](const Token& t) { return !t.stop; }));
}

// Place in the account, 0 first .. 1 last.
Vector places(const std::vector<Statement>& statements) {
  const auto size = static_cast<Index>(statements.size());
  if (size < 2) return Vector::Zero(size);
  return Vector::LinSpaced(size, 0, 1);
}

using Words = std::set<std::string>;

Words numbers(const Statement& statement) {
  Words out;
  for (const Token& token : statement.tokens) {
    if (token.kind == TokenKind::number) out.insert(token.form);
  }
  return out;
}

bool starts_capital(const Token& token) {
  return !token.surface.empty() && token.surface[0] >= 'A' && token.surface[0] <= 'Z';
}

// Capitalised content words, the first word of the statement aside.
Words capitalised(const Statement& statement) {
  Words out;
  for (std::size_t k = 1; k < statement.tokens.size(); ++k) {
    const Token& token = statement.tokens[k];
    if (token.kind == TokenKind::word && !token.stop && starts_capital(token)) out.insert(token.stem);
  }
  return out;
}

std::size_t shared(const Words& a, const Words& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
}

void add_word_sets(PairFeatures& features, const std::string& name, const std::vector<Statement>& left,
                   const std::vector<Statement>& right, Words (*words)(const Statement&)) {
  std::vector<Words> a;
  std::vector<Words> b;
  for (const Statement& s : left) a.push_back(words(s));
  for (const Statement& s : right) b.push_back(words(s));
  Matrix count(static_cast<Index>(a.size()), static_cast<Index>(b.size()));
  Matrix part = count;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      const auto both = static_cast<double>(shared(a[i], b[j]));
      const auto smaller = static_cast<double>(std::max<std::size_t>(1, std::min(a[i].size(), b[j].size())));
      count(static_cast<Index>(i), static_cast<Index>(j)) = both;
      part(static_cast<Index>(i), static_cast<Index>(j)) = both / smaller;
    }
  }
  features.add(name + ".shared", std::move(count));
  features.add(name + ".part", std::move(part));
}

bool stand_apart(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  if (left.empty() || right.empty()) return false;
  return std::none_of(left.begin(), left.end(), [&](const std::string& holder) {
    return std::find(right.begin(), right.end(), holder) != right.end();
  });
}

// What each statement does: rows = statements, columns = acts, 1 where it does.
Matrix acts_of(const std::vector<Statement>& statements, const Lexicons& lexicons) {
  Matrix out = Matrix::Zero(static_cast<Index>(statements.size()), static_cast<Index>(kActs));
  for (std::size_t s = 0; s < statements.size(); ++s) {
    for (const Find& find : statements[s].finds) {
      if (find.table != Table::speech_verbs && find.table != Table::acts) continue;
      const ActPhrase& phrase =
          find.table == Table::acts ? lexicons.acts()[find.entry] : lexicons.speech_verbs()[find.entry];
      out(static_cast<Index>(s), static_cast<Index>(phrase.act)) = 1;
    }
  }
  return out;
}

void add_acts(PairFeatures& features, const std::vector<Statement>& left, const std::vector<Statement>& right,
              const Lexicons& lexicons) {
  const Matrix a = acts_of(left, lexicons);
  const Matrix b = acts_of(right, lexicons);
  const Matrix both = a * b.transpose();  // numbers of acts: sums of ones, exact in any order
  features.add("acts.shared", both);
  const Matrix sizes = by_row(a.rowwise().sum(), b.rows()).cwiseMin(by_column(b.rowwise().sum(), a.rows()));
  features.add("acts.part", both.cwiseQuotient(sizes.cwiseMax(1.0)));
}

void add_holders(PairFeatures& features, const std::vector<Statement>& left,
                 const std::vector<Statement>& right) {
  const auto none = [](const Statement& s) { return s.holders.empty() ? 1.0 : 0.0; };
  const auto both = [](const Statement& s) { return s.holders.size() > 1 ? 1.0 : 0.0; };
  add_of_statements(features, "holders.none", each(left, none), each(right, none));
  add_of_statements(features, "holders.both", each(left, both), each(right, both));
  features.add("voice.cross", cross_voices(left, right));
}

void add_places(PairFeatures& features, const std::vector<Statement>& left,
                const std::vector<Statement>& right) {
  const Vector a = places(left);
  const Vector b = places(right);
  add_of_statements(features, "place", a, b);
  features.add("place.apart", (by_row(a, b.size()) - by_column(b, a.size())).cwiseAbs());
  Matrix first = Matrix::Zero(a.size(), b.size());
  first.topLeftCorner(std::min<Index>(2, a.size()), std::min<Index>(2, b.size())).setConstant(1);
  features.add("place.first", std::move(first));
}

void add_sizes(PairFeatures& features, const std::vector<Statement>& left,
               const std::vector<Statement>& right) {
  const auto size = [](const Statement& s) { return std::log1p(content_words(s)); };
  const Vector a = each(left, size);
  const Vector b = each(right, size);
  add_of_statements(features, "size", a, b);
  features.add("size.apart", (by_row(a, b.size()) - by_column(b, a.size())).cwiseAbs());
  const double pairs = static_cast<double>(left.size()) * static_cast<double>(right.size());
  features.add("pairs", Matrix::Constant(a.size(), b.size(), std::log(pairs)));
}

}  // namespace

Matrix cross_voices(const std::vector<Statement>& left, const std::vector<Statement>& right) {
  Matrix cross(static_cast<Index>(left.size()), static_cast<Index>(right.size()));
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      cross(static_cast<Index>(i), static_cast<Index>(j)) =
          stand_apart(left[i].holders, right[j].holders) ? 1 : 0;
    }
  }
  return cross;
}

PairFeatures pair_features(const std::vector<Statement>& left, const std::vector<Statement>& right,
                           const PairSpaces& spaces, const Lexicons& lexicons) {
  PairFeatures features;
  const Matrix stems = cosines(spaces.stems);
  const Matrix runs = cosines(spaces.runs);
  const Matrix characters = cosines(spaces.characters);
  const Matrix issues = cosines(spaces.issues);
  const Matrix formulas = cosines(spaces.formulas);
  const Matrix names = cosines(spaces.names);
  const Matrix knowledge = (issues + characters) / 2;
  const std::array<std::pair<const char*, const Matrix*>, 7> similarities = {{{"stems", &stems},
                                                                              {"runs", &runs},
                                                                              {"characters", &characters},
                                                                              {"issues", &issues},
                                                                              {"formulas", &formulas},
                                                                              {"names", &names},
                                                                              {"knowledge", &knowledge}}};
  for (const auto& [name, matrix] : similarities) features.add(std::string(name) + ".cosine", *matrix);
  for (const auto& [name, matrix] : similarities) add_standing(features, name, *matrix);
  add_overlap(features, "stems", spaces.stems);
  add_meaning(features, spaces);
  add_overlap(features, "issues", spaces.issues);
  add_overlap(features, "formulas", spaces.formulas);
  add_overlap(features, "names", spaces.names);
  add_level(features, "characters", characters);
  add_level(features, "knowledge", knowledge);
  features.add("characters.diagonal", diagonal_neighbours(characters));
  features.add("characters.cross", cross_neighbours(characters));
  features.add("knowledge.diagonal", diagonal_neighbours(knowledge));
  features.add("knowledge.cross", cross_neighbours(knowledge));
  add_of_statements(features, "rarity.mean", spaces.left_rarity.col(0), spaces.right_rarity.col(0));
  add_of_statements(features, "rarity.top", spaces.left_rarity.col(1), spaces.right_rarity.col(1));
  add_word_sets(features, "numbers", left, right, numbers);
  add_word_sets(features, "capitalised", left, right, capitalised);
  add_acts(features, left, right, lexicons);
  add_holders(features, left, right);
  add_places(features, left, right);
  add_sizes(features, left, right);
  return features;
}

PairFeatures with_first_stage(PairFeatures features, const Matrix& probabilities) {
  add_standing(features, "first", probabilities);
  features.add("first.diagonal", diagonal_neighbours(probabilities));
  features.add("first.cross", cross_neighbours(probabilities));
  Vector rows = Vector::Zero(probabilities.rows());
  Vector columns = Vector::Zero(probabilities.cols());
  for (Index i = 0; i < probabilities.rows(); ++i) {
    for (Index j = 0; j < probabilities.cols(); ++j) {
      rows[i] += probabilities(i, j);
      columns[j] += probabilities(i, j);
    }
  }
  add_both(features, "first.others", by_row(rows, probabilities.cols()) - probabilities,
           by_column(columns, probabilities.rows()) - probabilities);
  features.add("first.probability", probabilities);
  return features;
}

}  // namespace rashomon
