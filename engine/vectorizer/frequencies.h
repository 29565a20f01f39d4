// Document frequencies of a background corpus: how common a stem is outside the two accounts.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rashomon {

/// A read-only table of stems and the number of background sentences that hold each. Looks them up by
/// bisection in the table's own bytes, so that making one costs nothing.
class Frequencies {
 public:
  /// The table compiled into the program.
  static Frequencies builtin();
  /// `table`: as FrequencyTable writes it, or beginning with the line "sentences<TAB>N". It must outlive this
  /// value. Throws InputError where that line is missing.
  explicit Frequencies(std::string_view table);
  /// The same for a table that this value keeps.
  static Frequencies keeping(std::string table);

  double sentences() const { return sentences_; }  // in the corpus; > 0
  double count(std::string_view stem) const;       // sentences that hold the stem; 0 where it is unknown
  /// Smooth inverse document frequency, ln((1 + N) / (1 + count)) + 1 (scikit-learn's smooth_idf).
  double idf(std::string_view stem) const;

 private:
  std::shared_ptr<const std::string> kept_;  // what the lines view, where this value keeps it
  std::string_view lines_;
  double sentences_ = 0;
};

}  // namespace rashomon
