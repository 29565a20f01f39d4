#include "engine/scorer/facts.h"

#include "engine/scorer/fact_kinds.h"

namespace rashomon {

Facts read_facts(const Statement& statement, const Lexicons& lexicons) {
  Facts out;
  if (statement.question) return out;
  const FactReader read(statement, lexicons);
  out.matter = read.matter({0, statement.tokens.size()});
  out.named = read.terms({0, statement.tokens.size()}, true);
  out.parties = read.people_of();
  out.holders = statement.holders;
  read_contact_facts(read, out);
  read_outcome_facts(read, out);
  for (const Fact& fact : out.facts) {
    (fact.stance == Stance::told ? out.told : out.denied) |= 1U << static_cast<unsigned>(fact.type);
  }
  return out;
}

}  // namespace rashomon
