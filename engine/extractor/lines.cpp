#include "engine/extractor/lines.h"

#include <algorithm>
#include <array>

#include "engine/text/characters.h"

namespace rashomon {
namespace {

constexpr std::size_t kLongestLabel = 60;  // code points
constexpr std::size_t kMostLabelWords = 8;
constexpr std::size_t kNarrowestWrap =
    40;  // code points: lines of a hard-wrapped paragraph are at least so long ...
constexpr std::size_t kWidestWrap = 110;  // ... and at most so long; longer lines are whole paragraphs

bool is_bullet(char32_t c) {
  constexpr std::u32string_view kBullets =
      U"-*\u2022\u2013\u2014\u25CF\u25CB\u25AA\u25E6\u2023\u00B7\u27A2\u2666";
  return kBullets.find(c) != std::u32string_view::npos;
}

bool is_end_mark(char32_t c) {
  constexpr std::u32string_view kEndMarks = U".!?\u3002\uFF01\uFF1F\u2026";
  return kEndMarks.find(c) != std::u32string_view::npos;
}

bool is_closer(char32_t c) {
  return is_closing_quote(c) || c == U'"' || c == U'\'' || c == U')' || c == U']' || c == 0xFF09;
}

Span trimmed(std::u32string_view text, Span span) {
  while (span.begin < span.end && is_white_space(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_white_space(text[span.end - 1])) --span.end;
  return span;
}

std::u32string_view slice(std::u32string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

bool is_line_end(char32_t c) { return c == U'\n' || c == U'\r' || c == 0x2028 || c == 0x2029 || c == 0x85; }

std::vector<Span> trimmed_lines(std::u32string_view text) {
  std::vector<Span> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && !is_line_end(text[at])) continue;
    lines.push_back(trimmed(text, {begin, at}));
    if (at + 1 < text.size() && text[at] == U'\r' && text[at + 1] == U'\n') ++at;
    begin = at + 1;
  }
  return lines;
}

std::size_t first_word(std::u32string_view line) {
  return static_cast<std::size_t>(std::find_if(line.begin(), line.end(), is_white_space) - line.begin());
}

// Lines without a blank one between them, and what their widths tell.
struct Block {
  std::u32string_view text;
  const std::vector<Span>& lines;
  std::size_t first;
  std::size_t last;       // one past
  std::size_t width = 0;  // of the longest line

  bool is_wrapped() const {
    return width >= kNarrowestWrap && width <= kWidestWrap && has_end_mark(slice(text, lines[last - 1]));
  }

  // Whether line `at` carries on in the next one.
  bool carries_on(std::size_t at) const {
    const std::u32string_view line = slice(text, lines[at]);
    const std::u32string_view next = slice(text, lines[at + 1]);
    if (list_mark(next) != 0 || label(next) != 0) return false;
    if (list_mark(line) == line.size()) return true;  // a mark alone on its line
    if (!is_wrapped() || label(line) == line.size()) return false;
    return line.size() + 1 + first_word(next) > width || (is_lower(next.front()) && 2 * line.size() > width);
  }
};

void add_paragraphs(Block block, std::vector<Span>& found) {
  for (std::size_t at = block.first; at < block.last; ++at) {
    block.width = std::max(block.width, block.lines[at].end - block.lines[at].begin);
  }
  Span open = block.lines[block.first];
  for (std::size_t at = block.first; at + 1 < block.last; ++at) {
    if (!block.carries_on(at)) {
      found.push_back(open);
      open.begin = block.lines[at + 1].begin;
    }
    open.end = block.lines[at + 1].end;
  }
  found.push_back(open);
}

bool is_small_word(std::u32string_view word) {
  constexpr std::array<std::u32string_view, 12> kSmall = {U"of", U"the", U"for", U"and", U"to",  U"in",
                                                          U"on", U"at",  U"de",  U"von", U"van", U"al"};
  return std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
}

}  // namespace

bool has_end_mark(std::u32string_view text) {
  while (!text.empty() && is_closer(text.back())) text.remove_suffix(1);
  return !text.empty() && is_end_mark(text.back());
}

std::size_t list_mark(std::u32string_view text) {
  std::size_t at = 0;
  if (!text.empty() && is_bullet(text.front())) {
    at = 1;
  } else {
    const bool bracket = !text.empty() && (text.front() == U'(' || text.front() == 0xFF08);
    if (bracket) ++at;
    const std::size_t number = at;
    while (at < text.size() && is_digit(text[at]) && at - number < 3) ++at;
    if (at == number && at < text.size() && is_alphabetic(text[at]) && (bracket || is_lower(text[at])))
      ++at;  // "(a)", "b)"
    if (at == number || at == text.size()) return 0;
    const bool closed =
        text[at] == U')' || text[at] == 0xFF09 || (!bracket && (text[at] == U'.' || text[at] == 0x3001));
    if (!closed) return 0;
    ++at;
    if (text[at - 1] == 0x3001) return at;  // the Chinese mark needs no blank behind it
  }
  if (at < text.size() && !is_white_space(text[at])) return 0;
  while (at < text.size() && is_white_space(text[at])) ++at;
  return at;
}

std::size_t label(std::u32string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < std::min(text.size(), kLongestLabel);) {
    std::size_t end = at;
    while (end < text.size() && end <= kLongestLabel && !is_white_space(text[end]) && text[end] != U':' &&
           text[end] != 0xFF1A)
      ++end;
    if (end == at || end == text.size() || end > kLongestLabel) return 0;
    const bool named = is_alphabetic(text[at]) && !is_lower(text[at]);
    const bool bracket = text[at] == U'(' || text[at] == U'&';
    if (words == 0 ? !named
                   : !named && !bracket && !is_digit(text[at]) && !is_small_word(text.substr(at, end - at)))
      return 0;
    if (++words > kMostLabelWords) return 0;
    if (text[end] == 0xFF1A) return end + 1;
    if (text[end] == U':') return end + 1 == text.size() || is_white_space(text[end + 1]) ? end + 1 : 0;
    if (is_end_mark(text[end - 1]) && end - at > 5)
      return 0;  // a sentence has ended: no abbreviation is so long
    at = end;
    while (at < text.size() && is_white_space(text[at])) ++at;
  }
  return 0;
}

std::vector<Span> paragraphs(std::u32string_view text) {
  const std::vector<Span> lines = trimmed_lines(text);
  std::vector<Span> found;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first;
    while (last < lines.size() && lines[last].begin < lines[last].end) ++last;
    if (last > first) add_paragraphs({text, lines, first, last}, found);
    first = last + 1;
  }
  return found;
}

}  // namespace rashomon
