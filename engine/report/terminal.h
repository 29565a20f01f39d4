// A growing page for a terminal: colours, rules, columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/comparison.h"
#include "engine/report/wrap.h"

namespace rashomon {

enum class Tone { plain, strong, faint, agree, reframe, diverge, contradict, silent };

Tone tone_of(Relation relation);

/// The sign that says the same as the colour: = ~ x !
char sign_of(Relation relation);

/// A text of which some words stand out in colour; without colour it is the text alone.
struct MarkedText {
  struct Mark {
    std::size_t begin = 0;  // bytes of text
    std::size_t end = 0;
  };
  std::string text;
  std::vector<Mark> marks = {};  // by begin
  Tone tone = Tone::strong;      // of the marks
};

/// Lines of plain text that are coloured as they are added, so that widths never count escapes.
class Page {
 public:
  Page(std::size_t width, bool color) : width_(width), color_(color) {}

  std::size_t width() const { return width_; }
  const Wrapper& wrap() const { return wrap_; }

  void blank() { out_ += '\n'; }
  /// One line as it stands.
  void line(std::string_view text, Tone tone = Tone::plain);
  /// Text wrapped to the page; `lead` stands before the first line, blanks of its width before the others. A
  /// terminal that knows OSC 8 opens `target` for the text.
  void paragraph(std::string_view lead, std::string_view text, Tone tone = Tone::plain,
                 std::string_view target = "");
  /// "── Title ─────".
  void rule(std::string_view title);
  /// `left`, and `right` at the right edge; on two lines where one does not hold both. Continued lines are
  /// indented.
  void ends(std::string_view left, std::string_view right, Tone tone);
  /// Two texts side by side under their heads; one after the other on a page of less than 100 columns.
  void side_by_side(std::string_view left_head, const MarkedText& left, std::string_view right_head,
                    const MarkedText& right, std::size_t indent);
  /// Text in a tone, for a line that mixes them.
  std::string painted(std::string_view text, Tone tone) const;

  std::string finish() && { return std::move(out_); }

 private:
  std::vector<std::string> wrapped(const MarkedText& text, std::size_t width) const;

  std::size_t width_;
  bool color_;
  Wrapper wrap_;
  std::string out_;
};

/// One part of a bar.
struct BarPart {
  double share = 0;  // of the whole bar
  std::string_view glyph;
  Tone tone = Tone::plain;
};

/// A bar of `columns` columns; what the parts leave is dotted. The parts' ends are rounded, so that lengths
/// never add up to more than their sum.
std::string bar(const Page& page, const std::vector<BarPart>& parts, std::size_t columns);

}  // namespace rashomon
