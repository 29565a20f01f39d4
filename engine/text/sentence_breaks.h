// Sentence boundaries by ICU, before our own merge list.
#pragma once

#include <string_view>
#include <vector>

#include "engine/records/span.h"

namespace rashomon {

/// Spans of ICU's sentences in code points: they cover the text without gap, trailing white space included.
/// `language`: ISO 639-1; "und" takes the root rules. `utf8` must be valid UTF-8.
std::vector<Span> icu_sentences(std::string_view utf8, std::string_view language);

}  // namespace rashomon
