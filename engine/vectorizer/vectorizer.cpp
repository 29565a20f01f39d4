#include "engine/vectorizer/vectorizer.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace rashomon {
namespace {

using Entries = std::vector<std::pair<int, double>>;  // column, count or weight; by column

// Number of each known term of a statement.
Entries count_columns(const Terms& statement, const std::unordered_map<std::string_view, int>& columns) {
  std::vector<int> found;
  found.reserve(statement.size());
  for (const std::string& term : statement) {
    if (const auto at = columns.find(term); at != columns.end()) found.push_back(at->second);
  }
  std::sort(found.begin(), found.end());
  Entries counts;
  for (const int column : found) {
    if (counts.empty() || counts.back().first != column) counts.emplace_back(column, 0.0);
    counts.back().second += 1;
  }
  return counts;
}

double length(const Entries& entries) {
  double squares = 0;
  for (const auto& [column, weight] : entries) squares += weight * weight;
  return std::sqrt(squares);
}

}  // namespace

Vectorizer::Vectorizer(VectorizerOptions options, const Frequencies* background)
    : options_(options), background_(background) {
  const double weight = options.background_weight;
  if (!(weight >= 0 && weight <= 1)) {
    throw std::invalid_argument("background_weight is " + std::to_string(weight) + ", not within 0 .. 1");
  }
  if (weight > 0 && background == nullptr)
    throw std::invalid_argument("background_weight is set without a background");
}

void Vectorizer::fit(std::span<const Terms> statements) {
  std::unordered_map<std::string_view, std::pair<double, std::size_t>>
      seen;  // term -> statements, last of them + 1
  for (std::size_t s = 0; s < statements.size(); ++s) {
    for (const std::string& term : statements[s]) {
      auto& [count, last] = seen[term];
      if (last != s + 1) count += 1;
      last = s + 1;
    }
  }
  std::vector<std::pair<std::string_view, double>> sorted;
  sorted.reserve(seen.size());
  for (const auto& [term, count] : seen) sorted.emplace_back(term, count.first);
  std::sort(sorted.begin(), sorted.end());

  std::vector<std::string> terms;
  terms.reserve(sorted.size());
  idf_.resize(static_cast<Eigen::Index>(sorted.size()));
  const double smooth = options_.smooth_idf ? 1 : 0;
  const double rows = static_cast<double>(statements.size());
  for (std::size_t k = 0; k < sorted.size(); ++k) {
    terms.emplace_back(sorted[k].first);
    double idf = std::log((rows + smooth) / (sorted[k].second + smooth)) + 1;
    if (const double weight = options_.background_weight; weight > 0) {
      idf = (1 - weight) * idf + weight * background_->idf(terms.back());
    }
    idf_[static_cast<Eigen::Index>(k)] = idf;
  }
  terms_ = std::move(terms);
  columns_.clear();
  columns_.reserve(terms_.size());
  for (std::size_t k = 0; k < terms_.size(); ++k) columns_.emplace(terms_[k], static_cast<int>(k));
}

SparseRows Vectorizer::transform(std::span<const Terms> statements) const {
  SparseRows rows(static_cast<Eigen::Index>(statements.size()), static_cast<Eigen::Index>(terms_.size()));
  std::size_t most = 0;
  for (const Terms& statement : statements) most += statement.size();
  rows.reserve(static_cast<Eigen::Index>(most));
  for (std::size_t s = 0; s < statements.size(); ++s) {
    Entries entries = count_columns(statements[s], columns_);
    for (auto& [column, weight] : entries) {
      const double tf = options_.sublinear_tf ? 1 + std::log(weight) : weight;
      weight = tf * idf_[column];
    }
    const double norm = options_.l2_rows ? length(entries) : 1;
    rows.startVec(static_cast<Eigen::Index>(s));
    for (const auto& [column, weight] : entries) {
      rows.insertBack(static_cast<Eigen::Index>(s), column) = norm > 0 ? weight / norm : 0;
    }
  }
  rows.finalize();
  return rows;
}

PairVectors vectorize_pair(std::span<const Terms> left, std::span<const Terms> right,
                           const VectorizerOptions& options, const Frequencies* background) {
  std::vector<Terms> both(left.begin(), left.end());
  both.insert(both.end(), right.begin(), right.end());
  Vectorizer vectorizer(options, background);
  vectorizer.fit(both);
  return {vectorizer.transform(left), vectorizer.transform(right), vectorizer.terms(), vectorizer.idf()};
}

}  // namespace rashomon
