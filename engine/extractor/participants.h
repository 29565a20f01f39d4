// Who takes part in what an account tells of.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/extractor/clauses.h"
#include "engine/extractor/sides.h"
#include "engine/extractor/transcript.h"

namespace rashomon {

/// Somebody's words: for which accounts they stand, and who utters them.
struct SpokenBy {
  Sides sides;
  std::optional<std::string> speaker;
};

struct Participants {
  Sides takes_part;      // those whose people or delegations are named, and the own side
  Sides named;           // those that are named at all
  bool readout = false;  // tells of an encounter, so that others' words are passed on and not only judged
  std::array<std::map<std::string, SpokenBy>, 2>
      titles;  // who bears a title: of the others, of the own party
};

/// All in the order of the statements; reporters' questions do not count.
Participants read_participants(const std::vector<Reading>& readings, const std::vector<Turn>& turns,
                               const std::vector<Clause>& clauses, const Compared& compared);

}  // namespace rashomon
