// Hand-made comparisons: small, complete, with figures that obey the design's identities.
#pragma once

#include "engine/records/comparison.h"

namespace rashomon::fixtures {

/// Two accounts of one call: every relation, voice, an unsure link, omissions, a list with unanswered points.
Comparison biden_xi();

/// Three accounts: the two of biden_xi() and a short third one; three pairs.
Comparison three_accounts();

/// Two accounts whose words, names and labels attack the reader's terminal, page, spreadsheet: escapes, bidi
/// controls, markup, formulas, wide characters, a file name that is no UTF-8.
Comparison hostile();

/// Two accounts without a link.
Comparison strangers();

}  // namespace rashomon::fixtures
