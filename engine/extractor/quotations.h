// Quotation marks -> the stretches of a text that are quoted.
#pragma once

#include <string_view>
#include <vector>

#include "engine/records/span.h"

namespace rashomon {

/// Outermost quotations in order, marks included: “ ”, « », 「 」, 『 』 and straight double marks. One that
/// a paragraph leaves open ends with the paragraph; the next may open it again. Single marks are not read:
/// they are apostrophes too.
std::vector<Span> quotations(std::u32string_view text, const std::vector<Span>& paragraphs);

}  // namespace rashomon
