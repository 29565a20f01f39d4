// Who is cited in one sentence of a news article, as written: "Kirby told reporters", "said a spokesperson",
// "according to Xinhua".
#pragma once

#include <cstddef>
#include <vector>

#include "engine/extractor/phrases.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

/// One source with its verb. Nothing of it stands within quotation marks.
struct Citation {
  Phrase source;         // "White House press secretary Jen Psaki"
  Phrase apposition;     // "an analyst at ..." between commas; may be empty
  std::size_t verb = 0;  // first token of the verb, or of "according to"
  bool closing = false;  // behind what is said ("..., Roe said"): it passes on all that stands before it
  bool weak = false;   // a verb of position (CitationRole::tells), or the colon of a headline: a source only
                       // where there is no other
  bool apart = false;  // in a clause of its own beside the one before: "..., while Roe said"
  Phrase quoted;       // "Roe" of "quoted Roe as saying"; may be empty
};

/// Of a sentence, in the order of their verbs. `quoted`: which tokens stand within quotation marks.
std::vector<Citation> read_citations(const Reading& reading, const std::vector<bool>& quoted,
                                     const Lexicons& lexicons);

}  // namespace rashomon
