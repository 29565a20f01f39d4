// What is no text is refused before anything is read out of it.
#pragma once

#include <string>
#include <string_view>

namespace rashomon {

/// Throws InputError, naming the kind and the cure, where the first bytes are those of a known binary format
/// (PDF, Word, images, archives ...).
void refuse_known_binary(std::string_view bytes, const std::string& name);

/// Throws InputError where a decoded text holds a NUL, or more control characters than a text has.
void refuse_control_characters(std::string_view utf8, const std::string& name);

/// A control character that no text needs: all of C0 but tab, line feed, vertical tab, form feed and return;
/// DEL.
constexpr bool is_odd_control(char32_t c) { return (c < 0x20 && !(c >= 0x09 && c <= 0x0D)) || c == 0x7F; }

}  // namespace rashomon
