// Code points of UTF-8: the engine counts them, the bytes stay as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/span.h"

namespace rashomon {

/// Number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view utf8);

/// Appends one code point as UTF-8.
void append_code_point(std::string& utf8, char32_t code_point);

/// The code point that starts at byte `at` (< size), which moves past it; negative where the bytes are not
/// UTF-8.
std::int32_t next_code_point(std::string_view utf8, std::size_t& at);

/// Byte offset of the first byte that is not valid UTF-8, or npos where all of it is.
std::size_t first_invalid_byte(std::string_view bytes);

/// Maps code-point offsets of one text to bytes in constant time. The text must outlive it.
class CodePoints {
 public:
  /// `utf8` must be valid UTF-8.
  explicit CodePoints(std::string_view utf8);

  std::size_t size() const { return starts_.size() - 1; }
  char32_t operator[](std::size_t index) const;                         // index < size()
  std::size_t byte(std::size_t index) const { return starts_[index]; }  // index <= size()
  std::string_view slice(Span span) const;                              // span within 0 .. size()

 private:
  std::string_view utf8_;
  std::vector<std::uint32_t> starts_;  // byte offset of each code point, and the length
};

}  // namespace rashomon
