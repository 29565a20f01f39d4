// Sentences -> which stems stand near which others: counts, and positive pointwise mutual information.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/records/statement.h"
#include "engine/records/vectors.h"

namespace rashomon {

using SparseFloats = Eigen::SparseMatrix<float, Eigen::RowMajor>;

struct CooccurrenceOptions {
  std::size_t window = 5;     // content words to each side, within the sentence; the farther the less
  std::size_t least = 5;      // a stem that stands fewer times in the corpus is left out
  std::size_t stems = 24000;  // the most frequent ones
  double smoothing = 0.75;    // exponent of a context's count, 0 .. 1 (Levy, Goldberg, Dagan 2015, 3.2)
};

/// A stem's row says how much more often than by chance each other stem stands near it.
struct Ppmi {
  std::vector<std::string> stems;  // of rows and columns, sorted by bytes
  SparseFloats values;             // > 0; what is not above chance is 0
};

/// Takes in a corpus sentence by sentence, then counts.
class Cooccurrences {
 public:
  /// Content words alone; numbers, Chinese and marks are passed over.
  void add(const std::vector<Token>& sentence);

  /// max(0, ln[n(w, c) S / (n(w) n(c)^a)]), S = sum of n(c)^a over the contexts c, a the smoothing; a
  /// neighbour at distance d counts (window + 1 - d) / window.
  Ppmi ppmi(const CooccurrenceOptions& options) const;

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::uint32_t> stream_;  // ids in order, a mark behind each sentence
};

}  // namespace rashomon
