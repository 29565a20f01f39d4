// Normalisation for matching only: it never touches a document's text or its spans.
#pragma once

#include <string>
#include <string_view>

namespace rashomon {

/// NFKC, case-folded, with typographic apostrophes, quotation marks and dashes made plain and format
/// characters (soft hyphens, bidi controls) removed. `utf8` must be valid UTF-8.
std::string fold(std::string_view utf8);

/// fold() and every run of white space made one blank, none at the ends: what "the same normalised text"
/// means.
std::string fold_text(std::string_view utf8);

}  // namespace rashomon
