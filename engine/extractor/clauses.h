// The clause of a statement that tells who says it: subject and verb of speech.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/extractor/actors.h"
#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"

namespace rashomon {

/// Actors that stand together: "Minister Roe and Secretary Doe". Indices into Reading::actors.
struct Group {
  std::size_t first = 0;
  std::size_t last = 0;  // one past
};

/// Subject and verb of speech.
struct Attribution {
  Group subject;
  std::optional<Find> verb;  // in Table::speech_verbs; none in "according to"
  bool trailing = false;     // "..., Roe said."
};

/// What the main clause of a statement does.
struct Clause {
  std::optional<Attribution> attribution;
  std::optional<Group> subject;      // of the first clause, whatever its verb
  std::optional<Find> passive_verb;  // "it was agreed": a verb of speech without a subject
  bool encounter = false;            // tells that an encounter took place, and no more
  bool courtesy = false;             // "Thank you."
  std::optional<Group> second;       // who answers: "Roe invited Doe, and Doe accepted"
  bool assessment = false;           // what an encounter was like: "The talks were frank"
  bool topic = false;                // what an encounter was about: "The talks focused on ..."
  bool instrument = false;           // what a thing does that two set up: "The partnership will ..."
  bool past = false;                 // what the subject did
  bool cooperates = false;           // what the subject gives or does together with others
  bool normative = false;            // what the subject should do
  bool intends = false;              // what the subject will do
};

/// `quoted`: which tokens stand within quotation marks.
Clause read_clause(const Reading& reading, const std::vector<bool>& quoted, const Lexicons& lexicons);

}  // namespace rashomon
