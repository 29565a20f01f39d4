// Offsets in the units that other programs count: code points, UTF-16, UTF-8.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/records/span.h"
#include "engine/text/code_points.h"

namespace rashomon {

/// The places of one text in a unit. The text must outlive it.
class Offsets {
 public:
  /// `utf8` must be valid UTF-8.
  Offsets(std::string_view utf8, OffsetUnit unit);

  /// The offset of the code point `index` (<= the number of code points), in the unit.
  std::size_t of(std::size_t index) const { return starts_[index]; }
  Span of(Span code_points) const { return {of(code_points.begin), of(code_points.end)}; }

  /// The code point that holds this offset of the unit; the way back.
  std::size_t code_point(std::size_t offset) const;

  /// The text of a span that counts in the unit.
  std::string_view slice(Span span) const;
  /// The text before and after it, at most `length` code points each.
  std::string_view before(Span span, std::size_t length) const;
  std::string_view after(Span span, std::size_t length) const;

 private:
  CodePoints text_;
  std::vector<std::size_t> starts_;  // of each code point in the unit, and the text's length
};

}  // namespace rashomon
