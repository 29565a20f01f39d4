#include "engine/report/wrap.h"

#include "engine/text/code_points.h"

namespace rashomon {
namespace {

std::string_view without_end_blanks(std::string_view text) {
  const std::size_t last = text.find_last_not_of(' ');
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

/// Bytes of the longest start of `text` that fits into `width` columns; at least one code point.
std::size_t fitting(std::string_view text, std::size_t width) {
  std::size_t columns = 0;
  std::size_t fits = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_code_point(text, at);
    columns += c < 0 ? 1 : display_width(static_cast<char32_t>(c));
    if (columns > width && fits > 0) break;
    fits = at;
  }
  return fits;
}

}  // namespace

std::vector<std::string> Wrapper::operator()(std::string_view text, std::size_t width) const {
  std::vector<std::string> lines;
  std::string line;
  std::size_t columns = 0;
  const auto end_line = [&] {
    lines.emplace_back(without_end_blanks(line));
    line.clear();
    columns = 0;
  };
  std::size_t from = 0;
  for (const std::size_t to : breaks_(text)) {
    std::string_view piece = text.substr(from, to - from);
    from = to;
    if (columns + display_width(without_end_blanks(piece)) > width && !line.empty()) end_line();
    while (display_width(without_end_blanks(piece)) > width) {
      const std::size_t fits = fitting(piece, width);
      line.assign(piece.substr(0, fits));
      piece.remove_prefix(fits);
      end_line();
    }
    line += piece;
    columns += display_width(piece);
  }
  if (!line.empty() || lines.empty()) end_line();
  return lines;
}

std::string cut(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width < 2) return "…";
  return std::string(without_end_blanks(text.substr(0, fitting(text, width - 1)))) + "…";
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t columns = display_width(text);
  if (columns < width) text.append(width - columns, ' ');
  return text;
}

std::string right_aligned(std::string text, std::size_t width) {
  const std::size_t columns = display_width(text);
  if (columns < width) text.insert(0, width - columns, ' ');
  return text;
}

}  // namespace rashomon
