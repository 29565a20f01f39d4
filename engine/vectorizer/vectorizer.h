// Terms -> TF-IDF matrices in Eigen.
//
// Arrives: the terms of each statement. Leaves: sparse rows, one a statement, in a vocabulary learned from
// them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/records/vectors.h"
#include "engine/vectorizer/frequencies.h"
#include "engine/vectorizer/terms.h"
#include "engine/vectorizer/vocabulary.h"

namespace rashomon {

struct VectorizerOptions {
  bool sublinear_tf = true;      // 1 + ln(tf) for tf (Manning et al. 2008, section 6.4.1)
  bool smooth_idf = true;        // as if one more statement held every term
  bool l2_rows = true;           // rows of length 1
  double background_weight = 0;  // 0 .. 1: part of the background's idf in a term's idf
};

/// A TF-IDF vector space. With background_weight 0 it is scikit-learn's TfidfVectorizer (tested to 1e-12).
class Vectorizer {
 public:
  /// `background` is used where background_weight > 0. Throws std::invalid_argument on a weight outside 0 ..
  /// 1, or one above 0 without a background.
  explicit Vectorizer(VectorizerOptions options = {}, const Frequencies* background = nullptr);
  /// As learned before: one idf a term. The numbers of the terms are then their columns.
  Vectorizer(VectorizerOptions options, std::vector<std::string> terms, Vector idf);
  Vectorizer(Vectorizer&&) = default;
  Vectorizer& operator=(Vectorizer&&) = default;

  /// Learns columns and idf from the statements' terms, which are numbers in `vocabulary`.
  void fit(const Vocabulary& vocabulary, std::span<const Terms> statements);
  /// Rows of the statements in the learned space; unknown terms are left out. Numbers as in fit().
  SparseRows transform(std::span<const Terms> statements) const;

  const std::vector<std::string>& terms() const { return terms_; }  // of the columns, sorted by bytes
  const Vector& idf() const { return idf_; }                        // of the columns

 private:
  VectorizerOptions options_;
  const Frequencies* background_;
  std::vector<std::string> terms_;
  std::vector<int> columns_;  // of each number of the vocabulary; -1 of an unknown term
  Vector idf_;
};

/// Both accounts in one space that is learned from them.
PairVectors vectorize_pair(const Vocabulary& vocabulary, std::span<const Terms> left,
                           std::span<const Terms> right, const VectorizerOptions& options,
                           const Frequencies* background = nullptr);

}  // namespace rashomon
