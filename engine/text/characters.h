// Kinds of code points, for rooms that read a text by hand.
#pragma once

#include <string>
#include <string_view>

namespace rashomon {

bool is_white_space(char32_t c);
bool is_upper(char32_t c);  // upper or title case
bool is_lower(char32_t c);
bool is_digit(char32_t c);          // decimal digits of any script
bool is_alphabetic(char32_t c);     // letters of any script, Chinese characters included
bool is_opening_quote(char32_t c);  // “ ‘ « 「 『 and no straight mark, which does not tell
bool is_closing_quote(char32_t c);  // ” ’ » 」 』

/// The code points of valid UTF-8.
std::u32string to_code_points(std::string_view utf8);

/// Their UTF-8.
std::string to_utf8(std::u32string_view code_points);

}  // namespace rashomon
