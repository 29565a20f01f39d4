// The facts of a statement by kind. Each appends what it reads to `out`, whose holders are known.
#pragma once

#include "engine/scorer/fact_reader.h"
#include "engine/scorer/facts.h"

namespace rashomon {

/// Of the contact: how long it was, who asked for it, when and where it was or the next one will be.
void read_contact_facts(const FactReader& read, Facts& out);

/// Of what came of it: what was agreed and raised, who took part, figures.
void read_outcome_facts(const FactReader& read, Facts& out);

}  // namespace rashomon
