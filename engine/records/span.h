// A stretch of text, the unit of every reference into a document.
#pragma once

#include <cstddef>

namespace rashomon {

/// Half-open range of Unicode code points, counted from the start of the account's document text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;  // one past the last code point; end >= begin

  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace rashomon
