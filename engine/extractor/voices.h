// Whom the actors of an account stand for, and who has been speaking.
#pragma once

#include <optional>

#include "engine/extractor/actors.h"
#include "engine/extractor/clauses.h"
#include "engine/extractor/participants.h"
#include "engine/extractor/sides.h"

namespace rashomon {

/// Statements are read in order: "he", "they" and "we" mean whom the ones before named.
class Voices {
 public:
  /// `compared` must outlive it.
  Voices(const Compared& compared, Participants people) : compared_(compared), people_(std::move(people)) {}

  const Participants& people() const { return people_; }
  Sides own() const { return {compared_.own()}; }

  SpokenBy of(const Actor& actor) const;
  SpokenBy of(const Reading& reading, const Group& group) const;

  /// Whom "he" and "they" will mean.
  void remember(const Reading& reading, const Group& subject);
  void forget_group() { last_group_.reset(); }

  /// Who has been speaking in this paragraph, whom "I" and "we" mean.
  const std::optional<SpokenBy>& speaking() const { return speaking_; }
  void speaks(const SpokenBy& voice) { speaking_ = voice; }
  void falls_silent() { speaking_.reset(); }

 private:
  const Compared& compared_;
  Participants people_;
  std::optional<SpokenBy> last_person_;
  std::optional<SpokenBy> last_group_;
  std::optional<SpokenBy> speaking_;
};

}  // namespace rashomon
