#include "engine/extractor/participants.h"

#include <algorithm>

namespace rashomon {
namespace {

// "The United States and Singapore will ..."
Sides together(const Reading& reading, const Clause& clause, const Compared& compared) {
  Sides sides;
  if (!clause.subject || clause.normative || clause.subject->last - clause.subject->first < 2) return sides;
  for (std::size_t k = clause.subject->first; k < clause.subject->last; ++k) {
    sides = united(sides, compared.sides_of(reading.actors[k].party));
  }
  return sides;
}

// "The two sides ...", "President Roe reached a deal with President Doe"
bool tells_of_meeting(const Reading& reading, const Clause& clause, const Compared& compared) {
  if (!clause.subject) return false;
  const Actor& head = reading.actors[clause.subject->last - 1];
  if (head.kind == ActorKind::both) return !clause.normative;
  if (head.kind != ActorKind::person && head.kind != ActorKind::i && head.kind != ActorKind::we) return false;
  return std::any_of(reading.actors.begin(), reading.actors.end(), [&](const Actor& other) {
    if (!other.object || other.kind != ActorKind::person || other.first == 0 ||
        reading.statement->tokens[other.first - 1].form != "with")
      return false;
    const Sides sides = compared.sides_of(other.party);
    return !sides.empty() && sides != Sides{compared.own()};
  });
}

}  // namespace

Participants read_participants(const std::vector<Reading>& readings, const std::vector<Turn>& turns,
                               const std::vector<Clause>& clauses, const Compared& compared) {
  const Sides own = {compared.own()};
  Participants found{own, own, false, {}};
  for (std::size_t k = 0; k < readings.size(); ++k) {
    if (turns[k].question) continue;
    const Sides joint = together(readings[k], clauses[k], compared);
    if (joint.size() > 1) found.takes_part = united(found.takes_part, joint);
    found.readout = found.readout || clauses[k].encounter || joint.size() > 1 ||
                    tells_of_meeting(readings[k], clauses[k], compared);
    for (const Actor& actor : readings[k].actors) {
      if (actor.party.empty()) continue;
      const Sides sides = compared.sides_of(actor.party);
      found.named = united(found.named, sides);
      const bool delegation =
          actor.kind == ActorKind::side && readings[k].classes[actor.last - 1].is(Word::actor);
      const bool person = actor.kind == ActorKind::person || actor.kind == ActorKind::title;
      if (person || delegation) found.takes_part = united(found.takes_part, sides);
      if (person && !actor.title.empty()) {
        found.titles[sides == own].try_emplace(actor.title, SpokenBy{sides, actor.label});
      }
    }
  }
  return found;
}

}  // namespace rashomon
