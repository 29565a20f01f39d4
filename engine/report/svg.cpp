#include "engine/report/svg.h"

#include <array>
#include <cmath>

#include "engine/report/numbers.h"
#include "engine/text/code_points.h"
#include "engine/text/width.h"

namespace rashomon {
namespace {

/// Of one code point, in parts of the font size.
double advance(char32_t c) {
  if (c >= 0x80) return display_width(c) == 2 ? 1.0 : display_width(c) == 0 ? 0.0 : 0.62;
  const char letter = static_cast<char>(c);
  const auto is_one_of = [&](std::string_view letters) { return letters.find(letter) != letters.npos; };
  if (is_one_of("ijl.,:;|!'")) return 0.27;
  if (is_one_of("ft()[]r-/ ")) return 0.34;
  if (is_one_of("mwMW@%")) return 0.9;
  if (letter >= 'A' && letter <= 'Z') return 0.7;
  return 0.56;
}

/// A length with at most one decimal.
std::string px(double length) { return shortest(std::round(length * 10) / 10); }

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? "" : ' ' + std::string(name) + "=\"" + std::string(value) + '"';
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char byte : make_visible(text)) {
    switch (byte) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += byte;
    }
  }
  return out;
}

double set_width(std::string_view text, double size) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_code_point(text, at);
    width += advance(c < 0 ? U'?' : static_cast<char32_t>(c));
  }
  return width * size;
}

std::string shortened(std::string_view text, double width, double size) {
  std::string whole = make_visible(text);
  if (set_width(whole, size) <= width) return whole;
  std::size_t fits = 0;
  for (std::size_t at = 0; at < whole.size();) {
    next_code_point(whole, at);
    if (set_width(std::string_view(whole).substr(0, at), size) + size > width) break;
    fits = at;
  }
  whole.resize(fits);
  while (whole.ends_with(' ')) whole.pop_back();
  return whole + "…";
}

void Drawing::open(std::string_view tip, std::string_view classes) {
  body_ += "<g" + attribute("class", classes) + '>';
  if (!tip.empty()) body_ += "<title>" + xml_text(tip) + "</title>";
  body_ += '\n';
}

void Drawing::close() { body_ += "</g>\n"; }

void Drawing::line(double x1, double y1, double x2, double y2, std::string_view classes) {
  body_ += "<line x1=\"" + px(x1) + "\" y1=\"" + px(y1) + "\" x2=\"" + px(x2) + "\" y2=\"" + px(y2) + '"' +
           attribute("class", classes) + "/>\n";
}

void Drawing::bar(double x, double y, double width, double height, std::string_view classes, double opacity) {
  body_ += "<rect x=\"" + px(x) + "\" y=\"" + px(y) + "\" width=\"" + px(width) + "\" height=\"" +
           px(height) + '"' + attribute("class", classes) +
           (opacity < 1 ? " fill-opacity=\"" + fixed(opacity, 2) + '"' : "") + "/>\n";
}

void Drawing::text(double x, double y, Anchor anchor, std::string_view text, std::string_view classes) {
  constexpr std::array<std::string_view, 3> kAnchors = {"", "middle", "end"};
  body_ += "<text x=\"" + px(x) + "\" y=\"" + px(y) + '"' +
           attribute("text-anchor", kAnchors[static_cast<std::size_t>(anchor)]) +
           attribute("class", classes) + '>' + xml_text(text) + "</text>\n";
}

void Drawing::mark(std::size_t shape, double x, double y, double radius, std::string_view classes) {
  const double r = radius;
  const auto at = [&](double dx, double dy) { return px(x + dx) + ' ' + px(y + dy); };
  if (shape % 6 == 0 || shape % 6 == 5) {
    const std::string ring = shape % 6 == 5 ? " ring" : "";
    body_ += "<circle cx=\"" + px(x) + "\" cy=\"" + px(y) + "\" r=\"" + px(r) + '"' +
             attribute("class", std::string(classes) + ring) + "/>\n";
    return;
  }
  const std::array<std::string, 5> paths = {
      "", 'M' + at(0, -1.3 * r) + 'L' + at(1.3 * r, 0) + 'L' + at(0, 1.3 * r) + 'L' + at(-1.3 * r, 0) + 'Z',
      'M' + at(-r, -r) + 'L' + at(r, -r) + 'L' + at(r, r) + 'L' + at(-r, r) + 'Z',
      'M' + at(0, -1.2 * r) + 'L' + at(1.2 * r, r) + 'L' + at(-1.2 * r, r) + 'Z',
      'M' + at(-r, -r) + 'L' + at(r, r) + 'M' + at(-r, r) + 'L' + at(r, -r)};
  const std::string cross = shape % 6 == 4 ? " ring" : "";
  body_ += "<path d=\"" + paths[shape % 6] + '"' + attribute("class", std::string(classes) + cross) + "/>\n";
}

std::string Drawing::finish(std::string_view name, std::string_view title, std::string_view description,
                            double width, double height) const {
  const std::string id(name);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" role=\"img\" direction=\"ltr\" "
         "aria-labelledby=\"" +
         id + "-title " + id + "-desc\" viewBox=\"0 0 " + px(width) + ' ' + px(height) + "\" width=\"" +
         px(width) + "\" height=\"" + px(height) + "\">\n<title id=\"" + id + "-title\">" + xml_text(title) +
         "</title>\n<desc id=\"" + id + "-desc\">" + xml_text(description) + "</desc>\n" + body_ + "</svg>\n";
}

}  // namespace rashomon
