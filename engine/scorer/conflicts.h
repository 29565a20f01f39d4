// Two statements that cannot both be true of the event: the design's typed conflict of facts.
#pragma once

#include <optional>

#include "engine/records/fact_type.h"
#include "engine/scorer/cues.h"
#include "engine/scorer/facts.h"

namespace rashomon {

struct Conflict {
  FactType type = FactType::agreed;
  TokenRange left;
  TokenRange right;
};

/// The first conflict in the order of FactType; none where everything that both state can be true. A missed
/// conflict is better than a false one: facts of one type of which any two go together are none. With the
/// sides swapped it is the same conflict, swapped.
std::optional<Conflict> conflict_of(const Facts& left, const Facts& right);

/// Whether what two facts of one type tell of the contact can be the same value: lengths of time that meet,
/// one day, house or city, one asker.
bool same_value(const Fact& a, const Fact& b);

}  // namespace rashomon
