// Drawings as SVG: elements with class names, so that a page or a file alone gives them their colours.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rashomon {

// Font sizes in pixels; the style sheet (plots.h) sets the same.
inline constexpr double kLabelSize = 13;
inline constexpr double kSmallSize = 11;

/// Free text as XML character data: markup escaped, what would act unseen made visible.
std::string xml_text(std::string_view text);

/// Pixels that a line of text takes, by the mean widths of Helvetica's letters; East Asian wide characters
/// take a full square. An estimate on the safe side.
double set_width(std::string_view text, double size = kLabelSize);

/// The text, cut and ended by "…" where it is wider than `width` pixels. Made visible.
std::string shortened(std::string_view text, double width, double size = kLabelSize);

enum class Anchor { start, middle, end };

/// A growing drawing. Lengths are pixels from the upper left; `classes` go into the class attribute as they
/// stand. Texts may be anyone's.
class Drawing {
 public:
  /// All until close() belongs together and shows `tip` where a pointer rests on it.
  void open(std::string_view tip, std::string_view classes = "");
  void close();
  void line(double x1, double y1, double x2, double y2, std::string_view classes);
  void bar(double x, double y, double width, double height, std::string_view classes, double opacity = 1);
  void text(double x, double y, Anchor anchor, std::string_view text, std::string_view classes = "");
  /// A mark of `radius` around a place: 0 circle, 1 diamond, 2 square, 3 triangle, 4 cross, 5 ring; then
  /// again.
  void mark(std::size_t shape, double x, double y, double radius, std::string_view classes);

  /// The whole element. `name` begins its ids; `title` and `description` are read to who cannot see it.
  std::string finish(std::string_view name, std::string_view title, std::string_view description,
                     double width, double height) const;

 private:
  std::string body_;
};

}  // namespace rashomon
