// Text in columns of a terminal. All lengths are display columns (engine/text/width.h).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/width.h"

namespace rashomon {

/// Breaks text into lines. Made once a report; not for use by two threads at once.
class Wrapper {
 public:
  /// Lines of at most `width` (>= 2) columns, broken where UAX #14 allows, inside a word only where it is
  /// wider than a line. At least one line. `text` is valid UTF-8 on one line, as make_visible gives it.
  std::vector<std::string> operator()(std::string_view text, std::size_t width) const;

 private:
  LineBreaks breaks_;
};

/// The start of the text that `width` (>= 1) columns hold, ended by "…" where that is not all of it.
std::string cut(std::string_view text, std::size_t width);

/// The text with blanks up to `width` columns; longer text stays as it is.
std::string padded(std::string text, std::size_t width);

/// The same, the blanks before it.
std::string right_aligned(std::string text, std::size_t width);

}  // namespace rashomon
