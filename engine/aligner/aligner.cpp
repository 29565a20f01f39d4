#include "engine/aligner/aligner.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "engine/aligner/outside.h"
#include "engine/aligner/overlap.h"
#include "engine/aligner/pair_features.h"
#include "engine/text/normalize.h"

namespace rashomon {
namespace {

using Eigen::Index;
using Pairs = std::vector<std::pair<Index, Index>>;

// Pairs of statements with the same normalised text, each statement in one pair at most.
Pairs identical_pairs(const std::vector<Statement>& left, const std::vector<Statement>& right) {
  std::unordered_map<std::string, std::vector<Index>>
      unpaired;  // normalised text -> right statements, last first
  for (std::size_t j = right.size(); j-- > 0;)
    unpaired[fold_text(right[j].text)].push_back(static_cast<Index>(j));
  Pairs pairs;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const auto at = unpaired.find(fold_text(left[i].text));
    if (at == unpaired.end() || at->second.empty()) continue;
    pairs.emplace_back(static_cast<Index>(i), at->second.back());
    at->second.pop_back();
  }
  return pairs;
}

// A reporter's question is a statement of no account: it is linked to nothing.
void clear_questions(const std::vector<Statement>& left, const std::vector<Statement>& right,
                     Matrix& probabilities) {
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i].question) probabilities.row(static_cast<Index>(i)).setZero();
  }
  for (std::size_t j = 0; j < right.size(); ++j) {
    if (right[j].question) probabilities.col(static_cast<Index>(j)).setZero();
  }
}

// Mean of both stages; the first alone where the model has one.
Matrix link_probabilities(const PairModel& model, PairFeatures& features) {
  Matrix first = model.first.probabilities(features);
  if (model.second.empty()) return first;
  features = with_first_stage(std::move(features), first);
  return model.second.probabilities(features);
}

}  // namespace

Alignment alignment_without_links(const std::vector<Statement>& left, const std::vector<Statement>& right,
                                  const PairSpaces& spaces) {
  Alignment out;
  out.similarity = cosines(spaces.stems);
  out.cross = cross_voices(left, right);
  out.full = out.part = out.identical = Matrix::Zero(out.cross.rows(), out.cross.cols());
  return out;
}

Alignment align(const std::vector<Statement>& left, const std::vector<Statement>& right,
                const PairSpaces& spaces, const Lexicons& lexicons, const PairModel& model,
                const Matrix& outside) {
  PairFeatures features = pair_features(left, right, spaces, lexicons);
  Alignment out = alignment_without_links(left, right, spaces);
  Matrix linked = link_probabilities(model, features);
  if (outside.size() > 0) linked = join_outside(linked, outside_standing(outside), model.outside);
  const Matrix full = model.full.probabilities(features);
  clear_questions(left, right, linked);
  out.full = linked.cwiseProduct(full);
  out.part = linked - out.full;
  for (const auto& [i, j] : identical_pairs(left, right)) {
    out.full.row(i).setZero();
    out.full.col(j).setZero();
    out.part.row(i).setZero();
    out.part.col(j).setZero();
    out.identical(i, j) = out.full(i, j) = 1;
  }
  out.features = std::move(features);
  return out;
}

}  // namespace rashomon
