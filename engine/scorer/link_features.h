// The evidence rows of a link: figures of two statements laid side by side, and the words behind them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/alignment.h"
#include "engine/records/statement.h"
#include "engine/scorer/conflicts.h"
#include "engine/scorer/cues.h"
#include "engine/scorer/facts.h"
#include "engine/scorer/polarity.h"

namespace rashomon {

/// The words behind a feature of one pair, where it names any.
struct FeatureWords {
  std::optional<TokenRange> left;
  std::optional<TokenRange> right;
};

/// The figures of every pair that the judgement reads, each symmetric to the last bit: with the accounts
/// swapped its matrix is transposed. "<cue>.both" is the mean of both sides, "<cue>.apart" their difference,
/// "<cue>.cross" the mean where the voice is cross; the others need both texts, and the aligner's own
/// features are read from the alignment.
class LinkFeatures {
 public:
  /// All arguments must outlive it.
  LinkFeatures(const std::vector<Statement>& left, const std::vector<Statement>& right,
               const Alignment& alignment, const Lexicons& lexicons);

  /// Of its own features, the alignment's aside.
  static std::vector<std::string> names();

  /// A feature found by its name.
  struct Feature {
    enum class Kind : std::uint8_t {
      matrix,
      cue,
      opposites,
      other_names,
      other_numbers,
      conflict,
      polarity,
      no_holder,
      both_hold,
      warmth,
      coldness,
      coldness_across
    };
    enum class Side : std::uint8_t { both, apart, cross };
    Kind kind = Kind::matrix;
    const Matrix* matrix = nullptr;  // of kind matrix
    Cue cue = Cue::warmth;           // of kind cue
    Side side = Side::both;
  };
  /// Throws InputError where there is no such feature.
  Feature find(const std::string& name) const;
  double value(const Feature& feature, std::size_t i, std::size_t j) const;
  /// Of left statement i with every right statement: where they stand already, else `room`, filled.
  const double* row(const Feature& feature, std::size_t i, double* room) const;
  /// Left statements x right statements.
  Matrix values(const std::string& name) const;
  /// Of a family of features, what stands before the first dot of their names; of left statement i and right
  /// statement j.
  FeatureWords words(std::string_view family, std::size_t i, std::size_t j) const;
  /// What the two cannot both be right about; the feature "conflict" is 1 where there is one.
  std::optional<Conflict> conflict(std::size_t i, std::size_t j) const;
  /// What the statements of each side say of the event itself.
  const std::vector<Facts>& left_facts() const { return left_facts_; }
  const std::vector<Facts>& right_facts() const { return right_facts_; }

 private:
  std::optional<std::pair<TokenRange, TokenRange>> polarity(std::size_t i, std::size_t j) const;

  const std::vector<Statement>& left_;
  const std::vector<Statement>& right_;
  const Alignment& alignment_;
  const Lexicons& lexicons_;
  std::vector<Cues> left_cues_;
  std::vector<Cues> right_cues_;
  std::vector<Facts> left_facts_;
  std::vector<Facts> right_facts_;
  std::vector<std::vector<Assertion>> left_assertions_;
  std::vector<std::vector<Assertion>> right_assertions_;
  double warmth_ = 0;  // of both accounts at large: the same act weighs more where all is cold
  double coldness_ = 0;
};

}  // namespace rashomon
