// Document frequencies of a background corpus: how common a stem is outside the two accounts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/statement.h"

namespace rashomon {

/// A read-only table of stems and the number of background sentences that hold each. Looks them up by
/// bisection in the table's own bytes, so that making one costs nothing.
class Frequencies {
 public:
  /// The table compiled into the program.
  static Frequencies builtin();
  /// `table`: a first line "sentences<TAB>N", then "stem<TAB>count" lines sorted by bytes. It must outlive
  /// this value. Throws InputError where the first line is missing.
  explicit Frequencies(std::string_view table);

  double sentences() const { return sentences_; }  // in the corpus; > 0
  double count(std::string_view stem) const;       // sentences that hold the stem; 0 where it is unknown
  /// Smooth inverse document frequency, ln((1 + N) / (1 + count)) + 1 (scikit-learn's smooth_idf).
  double idf(std::string_view stem) const;

 private:
  std::string_view lines_;
  double sentences_ = 0;
};

/// Counts stems over sentences and writes them as such a table; stems in fewer than `least` sentences are
/// left out.
class FrequencyCounter {
 public:
  void add(const std::vector<Token>& sentence);
  std::string table(std::size_t least) const;

 private:
  std::size_t sentences_ = 0;
  std::vector<std::string> stems_;  // one entry a stem and sentence
};

}  // namespace rashomon
