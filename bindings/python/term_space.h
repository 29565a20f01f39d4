// Texts -> TF-IDF rows in a space of terms that is learned from texts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/vectors.h"
#include "engine/vectorizer/terms.h"
#include "engine/vectorizer/vectorizer.h"

namespace rashomon::python {

struct TermSpaceOptions {
  bool characters = false;  // runs of 3 to 5 characters; else stems
  std::size_t longest = 1;  // of stems: runs of up to that many
  VectorizerOptions weights;
};

/// Texts are UTF-8. Once it is learned a space is only read: by any number of threads.
class TermSpace {
 public:
  /// Throws std::invalid_argument: longest is 0, background_weight not within 0 .. 1.
  explicit TermSpace(TermSpaceOptions options);

  /// Learns the space; rows of the texts in it.
  SparseRows fit_transform(const std::vector<std::string>& texts);
  /// Rows of texts in the learned space; unknown terms are left out.
  SparseRows transform(const std::vector<std::string>& texts) const;
  /// Makes it the space that was learned before, with these terms(), sorted by bytes, and this idf(). Throws
  /// std::invalid_argument where they are not as many.
  void restore(std::vector<std::string> terms, Vector idf);

  const std::vector<std::string>& terms() const { return vectorizer_.terms(); }  // of the columns
  const Vector& idf() const { return vectorizer_.idf(); }

 private:
  std::vector<Terms> terms_of(const std::vector<std::string>& texts, Vocabulary& vocabulary) const;

  TermSpaceOptions options_;
  Vocabulary vocabulary_;  // of the learned terms: their numbers are their columns
  Vectorizer vectorizer_;
};

}  // namespace rashomon::python
