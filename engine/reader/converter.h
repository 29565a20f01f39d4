// ICU's converters behind two functions: a name is looked up, bytes are decoded strictly.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rashomon {

/// What a strict decoding gave.
struct Conversion {
  std::string text;                     // UTF-8; up to the bad byte where there is one
  std::optional<std::size_t> bad_byte;  // offset of the first bytes that the encoding does not allow
};

/// Standard name of the encoding that a label means ("utf8" -> "UTF-8", "cp1252" -> "windows-1252"); none
/// where ICU does not know it. Labels are read as browsers read them (WHATWG Encoding, 4.2): an encoding that
/// is used for its superset stands for that, gb2312 for GB18030, ISO-8859-1 for windows-1252.
std::optional<std::string> encoding_name(std::string_view label);

/// The known label that is nearest in spelling, where one is near.
std::optional<std::string> nearest_encoding(std::string_view label);

/// Decodes; nothing is replaced or left out, a byte-order mark stays. `encoding`: of encoding_name().
Conversion convert(std::string_view bytes, const std::string& encoding);

}  // namespace rashomon
