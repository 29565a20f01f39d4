#include "engine/extractor/voices.h"

namespace rashomon {

SpokenBy Voices::of(const Actor& actor) const {
  switch (actor.kind) {
    case ActorKind::both: return {actor.two ? people_.named : people_.takes_part, std::nullopt};
    case ActorKind::they: return last_group_.value_or(SpokenBy{people_.takes_part, std::nullopt});
    case ActorKind::we:
    case ActorKind::i: return speaking_.value_or(SpokenBy{own(), std::nullopt});
    case ActorKind::he: return last_person_.value_or(SpokenBy{own(), std::nullopt});
    case ActorKind::title:
      if (!actor.party.empty()) break;
      for (const bool of_own : {true, false}) {
        const auto& titles = people_.titles[of_own];
        if (const auto known = titles.find(actor.title); known != titles.end()) return known->second;
      }
      return {own(), std::nullopt};
    default: break;
  }
  return {compared_.sides_of(actor.party), actor.label};
}

SpokenBy Voices::of(const Reading& reading, const Group& group) const {
  SpokenBy all;
  for (std::size_t k = group.first; k < group.last; ++k) {
    const SpokenBy one = of(reading.actors[k]);
    all.sides = united(all.sides, one.sides);
    if (one.speaker && all.speaker && *one.speaker != *all.speaker) {
      *all.speaker += ", " + *one.speaker;
    } else if (one.speaker) {
      all.speaker = one.speaker;
    }
  }
  return all;
}

void Voices::remember(const Reading& reading, const Group& subject) {
  if (subject.last - subject.first > 1) {
    const SpokenBy group = of(reading, subject);
    if (!group.sides.empty()) last_group_ = group;
    return;
  }
  const Actor& actor = reading.actors[subject.last - 1];
  if (actor.kind == ActorKind::both) last_group_.reset();
  if (actor.kind == ActorKind::person || actor.kind == ActorKind::title) last_person_ = of(actor);
}

}  // namespace rashomon
