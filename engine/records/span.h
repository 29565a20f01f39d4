// A stretch of text, the unit of every reference into a document.
#pragma once

#include <cstddef>
#include <cstdint>

namespace rashomon {

/// What offsets count: Unicode code points as everywhere in the engine; or the units of UTF-16 (JavaScript,
/// Java) or the bytes of UTF-8 that a reader asks for.
enum class OffsetUnit : std::uint8_t { codepoints, utf16, utf8 };

/// Half-open range of Unicode code points, counted from the start of the account's document text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;  // one past the last code point; end >= begin

  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace rashomon
