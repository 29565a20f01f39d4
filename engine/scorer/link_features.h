// The evidence rows of a link: figures of two statements laid side by side, and the words behind them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/alignment.h"
#include "engine/records/statement.h"
#include "engine/scorer/conflicts.h"
#include "engine/scorer/cues.h"
#include "engine/scorer/facts.h"

namespace rashomon {

/// The words behind a feature of one pair, where it names any.
struct FeatureWords {
  std::optional<TokenRange> left;
  std::optional<TokenRange> right;
};

/// The figures of every pair that the judgement reads, each symmetric to the last bit: with the accounts
/// swapped its matrix is transposed. "<cue>.both" is the mean of both sides, "<cue>.apart" their difference,
/// "<cue>.cross" the mean where the voice is cross; the others need both texts. Matrices are made when asked
/// for: few are needed at once.
class LinkFeatures {
 public:
  /// All arguments must outlive it.
  LinkFeatures(const std::vector<Statement>& left, const std::vector<Statement>& right,
               const Alignment& alignment, const Lexicons& lexicons);

  static std::vector<std::string> names();
  /// Left statements x right statements. Throws InputError where there is no such feature.
  Matrix values(const std::string& name) const;
  /// Of left statement i and right statement j.
  FeatureWords words(const std::string& name, std::size_t i, std::size_t j) const;
  /// What the two cannot both be right about; the feature "conflict" is 1 where there is one.
  std::optional<Conflict> conflict(std::size_t i, std::size_t j) const;

 private:
  Matrix tone_at_large(const std::string& name) const;

  const std::vector<Statement>& left_;
  const std::vector<Statement>& right_;
  const Alignment& alignment_;
  const Lexicons& lexicons_;
  std::vector<Cues> left_cues_;
  std::vector<Cues> right_cues_;
  std::vector<Facts> left_facts_;
  std::vector<Facts> right_facts_;
};

}  // namespace rashomon
