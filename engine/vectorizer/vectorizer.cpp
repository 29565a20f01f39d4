#include "engine/vectorizer/vectorizer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace rashomon {
namespace {

using Entries = std::vector<std::pair<int, double>>;  // column, count or weight; by column

constexpr int kUnknown = -1;

// Number of each known term of a statement. `counts`: one zero a column, and so again afterwards.
Entries count_columns(const Terms& statement, const std::vector<int>& columns, std::vector<double>& counts) {
  std::vector<int> found;
  found.reserve(statement.size());
  for (const TermId term : statement) {
    const int column = term < columns.size() ? columns[term] : kUnknown;
    if (column != kUnknown && counts[static_cast<std::size_t>(column)]++ == 0) found.push_back(column);
  }
  std::sort(found.begin(), found.end());
  Entries entries;
  entries.reserve(found.size());
  for (const int column : found) {
    entries.emplace_back(column, std::exchange(counts[static_cast<std::size_t>(column)], 0));
  }
  return entries;
}

// Of each term of the vocabulary, how many statements hold it.
std::vector<std::size_t> statements_with(const Vocabulary& vocabulary, std::span<const Terms> statements) {
  std::vector<std::size_t> holding(vocabulary.size());
  std::vector<std::size_t> last(vocabulary.size());  // statement that held it last, from 1
  for (std::size_t s = 0; s < statements.size(); ++s) {
    for (const TermId term : statements[s]) {
      if (std::exchange(last[term], s + 1) != s + 1) ++holding[term];
    }
  }
  return holding;
}

double length(const Entries& entries) {
  double squares = 0;
  for (const auto& [column, weight] : entries) squares += weight * weight;
  return std::sqrt(squares);
}

// A term in the order of its bytes; most comparisons are settled by the first eight of them.
struct SortedTerm {
  std::uint64_t bytes;
  std::string_view text;
  TermId term;

  bool operator<(const SortedTerm& other) const {
    return bytes != other.bytes ? bytes < other.bytes : text < other.text;
  }
};

std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t k = 0; k < sizeof bytes; ++k) {
    bytes = bytes << 8U | (k < text.size() ? static_cast<unsigned char>(text[k]) : 0U);
  }
  return bytes;
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

Vectorizer::Vectorizer(VectorizerOptions options, std::vector<std::string> terms, Vector idf)
    : options_(options),
      background_(nullptr),
      terms_(std::move(terms)),
      columns_(terms_.size()),
      idf_(std::move(idf)) {
  if (static_cast<std::size_t>(idf_.size()) != terms_.size())
    throw std::invalid_argument("idf: " + std::to_string(idf_.size()) + " of " +
                                std::to_string(terms_.size()) + " terms");
  std::iota(columns_.begin(), columns_.end(), 0);
}

void Vectorizer::fit(const Vocabulary& vocabulary, std::span<const Terms> statements) {
  const std::vector<std::size_t> holding = statements_with(vocabulary, statements);
  std::vector<SortedTerm> sorted;
  for (TermId term = 0; term < holding.size(); ++term) {
    if (holding[term] > 0)
      sorted.push_back({first_bytes(vocabulary.term(term)), vocabulary.term(term), term});
  }
  std::sort(sorted.begin(), sorted.end());

  terms_.clear();
  terms_.reserve(sorted.size());
  columns_.assign(vocabulary.size(), kUnknown);
  idf_.resize(static_cast<Eigen::Index>(sorted.size()));
  const double smooth = options_.smooth_idf ? 1 : 0;
  const double rows = static_cast<double>(statements.size());
  for (const auto& [bytes, text, term] : sorted) {
    double idf = std::log((rows + smooth) / (static_cast<double>(holding[term]) + smooth)) + 1;
    if (const double weight = options_.background_weight; weight > 0) {
      idf = (1 - weight) * idf + weight * background_->idf(text);
    }
    columns_[term] = static_cast<int>(terms_.size());
    idf_[columns_[term]] = idf;
    terms_.emplace_back(text);
  }
}

SparseRows Vectorizer::transform(std::span<const Terms> statements) const {
  SparseRows rows(static_cast<Eigen::Index>(statements.size()), static_cast<Eigen::Index>(terms_.size()));
  std::size_t most = 0;
  for (const Terms& statement : statements) most += statement.size();
  rows.reserve(static_cast<Eigen::Index>(most));
  std::vector<double> counts(terms_.size());
  for (std::size_t s = 0; s < statements.size(); ++s) {
    Entries entries = count_columns(statements[s], columns_, counts);
    for (auto& [column, weight] : entries) {
      const double tf = options_.sublinear_tf && weight > 1 ? 1 + std::log(weight) : weight;
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

PairVectors vectorize_pair(const Vocabulary& vocabulary, std::span<const Terms> left,
                           std::span<const Terms> right, const VectorizerOptions& options,
                           const Frequencies* background) {
  std::vector<Terms> both(left.begin(), left.end());
  both.insert(both.end(), right.begin(), right.end());
  Vectorizer vectorizer(options, background);
  vectorizer.fit(vocabulary, both);
  return {vectorizer.transform(left), vectorizer.transform(right), vectorizer.terms(), vectorizer.idf()};
}

}  // namespace rashomon
