// How text looks on a terminal: columns, places to break a line, characters that would act instead of show.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

/// Columns of one code point: 0 for combining marks and other marks without a place of their own, 2 for East
/// Asian wide and full-width ones (UAX #11), else 1. Ambiguous ones count as narrow.
std::size_t display_width(char32_t code_point);

/// Columns of a line of text. Bytes that are not UTF-8 count one column each.
std::size_t display_width(std::string_view utf8);

/// The text made safe to print on one line: white space of any kind becomes a blank; control characters show
/// as their pictures (U+001B as U+241B); bidi controls and other invisible characters as <U+202E>; soft
/// hyphens go; bytes that are not UTF-8 become U+FFFD. Joiners and variation selectors, which shape what is
/// seen, stay.
std::string make_visible(std::string_view text);

/// Where a line may be broken (UAX #14). Made once for many texts; not for use by two threads at once.
class LineBreaks {
 public:
  LineBreaks();
  ~LineBreaks();
  LineBreaks(const LineBreaks&) = delete;
  LineBreaks& operator=(const LineBreaks&) = delete;

  /// Byte offsets after which a line may end, the last one the text's size. `utf8` must be valid UTF-8.
  std::vector<std::size_t> operator()(std::string_view utf8) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rashomon
