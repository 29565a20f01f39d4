// Lines -> paragraphs: which line ends belong to the text and which only to its layout.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/records/span.h"

namespace rashomon {

/// Stretches of running text without outer white space, in order: no sentence reaches beyond one. A blank
/// line always parts two; a single line end does so unless the lines are one hard-wrapped paragraph.
std::vector<Span> paragraphs(std::u32string_view text);

/// Code points of a list item's mark at the start of `text` with the blanks behind it ("- ", "2. ", "(a) "),
/// else 0.
std::size_t list_mark(std::u32string_view text);

/// Code points up to and with the colon of a label at the start of `text` ("Q:", "Mao Ning:", "MR. KIRBY:",
/// "NEXT STEPS:"), else 0. Whether it names a speaker is not asked here.
std::size_t label(std::u32string_view text);

/// Whether the last mark of `text` ends a sentence; closing quotation marks and brackets behind it do not
/// count.
bool has_end_mark(std::u32string_view text);

}  // namespace rashomon
