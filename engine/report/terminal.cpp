#include "engine/report/terminal.h"

#include <algorithm>
#include <cmath>

namespace rashomon {
namespace {

constexpr std::size_t kSideBySide = 100;  // columns from which two texts stand beside each other

std::string_view escape_of(Tone tone) {
  switch (tone) {
    case Tone::plain: return "";
    case Tone::strong: return "\033[1m";
    case Tone::faint: return "\033[2m";
    case Tone::agree: return "\033[32m";
    case Tone::reframe: return "\033[33m";
    case Tone::diverge: return "\033[31m";
    case Tone::contradict: return "\033[1;35m";
    case Tone::silent: return "\033[36m";
  }
  return "";
}

/// Text that a terminal opens `target` for (OSC 8); the text alone where there is none.
std::string linked(const std::string& text, std::string_view target) {
  if (target.empty()) return text;
  return "\033]8;;" + std::string(target) + "\033\\" + text + "\033]8;;\033\\";
}

std::string repeated(std::string_view glyph, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += glyph;
  return out;
}

}  // namespace

Tone tone_of(Relation relation) {
  switch (relation) {
    case Relation::agree: return Tone::agree;
    case Relation::reframe: return Tone::reframe;
    case Relation::diverge: return Tone::diverge;
    case Relation::contradict: return Tone::contradict;
  }
  return Tone::plain;
}

char sign_of(Relation relation) { return "=~x!"[static_cast<std::size_t>(relation)]; }

std::string Page::painted(std::string_view text, Tone tone) const {
  if (!color_ || tone == Tone::plain || text.empty()) return std::string(text);
  return std::string(escape_of(tone)) + std::string(text) + "\033[0m";
}

void Page::line(std::string_view text, Tone tone) { out_ += painted(text, tone) + '\n'; }

void Page::paragraph(std::string_view lead, std::string_view text, Tone tone, std::string_view target) {
  const std::size_t indent = display_width(lead);
  const std::vector<std::string> lines = wrap_(text, width_ > indent + 20 ? width_ - indent : 20);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out_ += (i == 0 ? std::string(lead) : std::string(indent, ' ')) +
            linked(painted(lines[i], tone), target) + '\n';
  }
}

void Page::rule(std::string_view title) {
  constexpr std::size_t kMarks = 4;  // "── " and the blank behind the title
  blank();
  const std::vector<std::string> lines = wrap_(title, width_ - kMarks);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) line("── " + lines[i], Tone::strong);
  const std::size_t used = display_width(lines.back()) + kMarks;
  line((lines.size() == 1 ? "── " : "   ") + lines.back() + ' ' +
           repeated("─", width_ > used ? width_ - used : 0),
       Tone::strong);
  blank();
}

void Page::ends(std::string_view left, std::string_view right, Tone tone) {
  constexpr std::size_t kIndent = 3;
  const std::size_t right_width = display_width(right);
  if (display_width(left) + 2 + right_width <= width_) {
    out_ +=
        painted(padded(std::string(left), width_ - right_width), tone) + painted(right, Tone::faint) + '\n';
    return;
  }
  const std::vector<std::string> lines = wrap_(left, width_ - kIndent);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out_ += (i == 0 ? "" : std::string(kIndent, ' ')) + painted(lines[i], tone) + '\n';
  }
  paragraph(std::string(kIndent, ' '), right, Tone::faint);
}

/// Lines of `width` columns and blanks up to it, their marks painted.
std::vector<std::string> Page::wrapped(const MarkedText& text, std::size_t width) const {
  std::vector<std::string> lines = wrap_(text.text, width);
  std::size_t from = 0;
  for (std::string& line : lines) {
    from = text.text.find(line, from);
    const std::size_t to = from + line.size();
    const std::size_t columns = display_width(line);
    std::string painted_line;
    std::size_t done = from;
    for (const auto& mark : text.marks) {
      const std::size_t begin = std::clamp(mark.begin, done, to);
      const std::size_t end = std::clamp(mark.end, begin, to);
      painted_line +=
          text.text.substr(done, begin - done) + painted(text.text.substr(begin, end - begin), text.tone);
      done = end;
    }
    line =
        painted_line + text.text.substr(done, to - done) + std::string(width - std::min(width, columns), ' ');
    from = to;
  }
  return lines;
}

void Page::side_by_side(std::string_view left_head, const MarkedText& left, std::string_view right_head,
                        const MarkedText& right, std::size_t indent) {
  const std::string margin(indent, ' ');
  const auto add = [&](std::string line) {
    while (line.ends_with(' ')) line.pop_back();
    out_ += line + '\n';
  };
  if (width_ < kSideBySide) {
    const auto block = [&](std::string_view head, const MarkedText& text) {
      paragraph(margin, head, Tone::faint);
      for (const std::string& line : wrapped(text, width_ - indent)) add(margin + line);
    };
    block(left_head, left);
    block(right_head, right);
    return;
  }
  constexpr std::string_view kGap = " │ ";
  const std::size_t column = (width_ - indent - display_width(kGap)) / 2;
  const std::string nothing(column, ' ');
  const auto rows = [&](const std::vector<std::string>& lefts, const std::vector<std::string>& rights) {
    for (std::size_t i = 0; i < std::max(lefts.size(), rights.size()); ++i) {
      add(margin + (i < lefts.size() ? lefts[i] : nothing) +
          painted(kGap.substr(0, kGap.size() - 1), Tone::faint) + ' ' + (i < rights.size() ? rights[i] : ""));
    }
  };
  const auto head = [&](std::string_view text) {
    return wrapped({std::string(text), {{0, text.size()}}, Tone::faint}, column);
  };
  rows(head(left_head), head(right_head));
  rows(wrapped(left, column), wrapped(right, column));
}

std::string bar(const Page& page, const std::vector<BarPart>& parts, std::size_t columns) {
  std::string out;
  double sum = 0;
  std::size_t drawn = 0;
  for (const BarPart& part : parts) {
    sum += part.share;
    const double end = std::round(std::clamp(sum, 0.0, 1.0) * static_cast<double>(columns));
    const std::size_t until = std::max(drawn, static_cast<std::size_t>(end));
    out += page.painted(repeated(part.glyph, until - drawn), part.tone);
    drawn = until;
  }
  return out + page.painted(repeated("·", columns - drawn), Tone::faint);
}

}  // namespace rashomon
