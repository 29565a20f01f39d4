// What a statement does with its point, whatever the point is: the words that a judgement rests on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"

namespace rashomon {

/// Kinds of cues. Each is a figure of one statement; names in cue_name().
enum class Cue : std::uint8_t {
  warmth,       // sum of the register's levels above 0
  coldness,     // sum of the levels below 0, as a positive figure
  coldest,      // the lowest level, as a positive figure
  concern,      // rungs of concern
  protest,      // rungs of disagreement and protest
  pressure,     // rungs of demand, warning and threat
  charge,       // rungs of accusation
  hostility,    // hostile acts, and rungs of concern, protest, pressure and charge
  cooperation,  // cooperative acts
  talks,        // rungs that sum up the talk
  inform,
  stress,
  commit,
  agree,
  welcome,
  praise,
  request,
  urge,
  demand,
  warn,
  accuse,
  deny,
  reject,  // acts,
  blame,
  justify,
  harm,
  condition,
  report,
  threaten,
  concede,
  sanction,
  cooperate,
  progress,  // in Act's order
  negation,
  obligation,
  prohibition,
  intention,
  readiness,
  wish,
  possibility,
  ability,  // modals, in ModalKind's order
  hedge,
  booster,
  if_clause,
  distancing,
  name_charge,  // charge of contested names, below 0 as a positive figure
  quotation,
};
inline constexpr std::size_t kCues = static_cast<std::size_t>(Cue::quotation) + 1;

std::string_view cue_name(Cue cue);

/// Tokens of a statement, half-open.
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// All cues of one statement.
struct Cues {
  std::array<double, kCues> value{};                     // 0 where there is none; at most kMostOfACue
  std::array<std::optional<TokenRange>, kCues> words{};  // of the strongest mark of the cue

  double operator[](Cue cue) const { return value[static_cast<std::size_t>(cue)]; }
};

/// A cue repeated in a long list sentence counts no more than this.
inline constexpr double kMostOfACue = 5;

Cues read_cues(const Statement& statement, const Lexicons& lexicons);

/// Whether a negation's scope holds the token: "does not oppose".
bool is_negated(const Statement& statement, std::size_t token, const Lexicons& lexicons);

}  // namespace rashomon
