#include "engine/extractor/quotations.h"

#include <cstddef>

namespace rashomon {
namespace {

bool opens(char32_t c) { return c == 0x201C || c == 0x201F || c == 0x00AB || c == 0x300C || c == 0x300E; }

// The mark that ends what `opener` begins.
char32_t closer_of(char32_t opener) {
  switch (opener) {
    case 0x00AB: return 0x00BB;
    case 0x300C: return 0x300D;
    case 0x300E: return 0x300F;
    case U'"': return U'"';
    default: return 0x201D;
  }
}

// One past the mark that closes the quotation which `begin` opens, or npos.
std::size_t end_of_quotation(std::u32string_view text, std::size_t begin, std::size_t end) {
  const char32_t opener = text[begin];
  const char32_t closer = closer_of(opener);
  std::size_t depth = 1;
  for (std::size_t at = begin + 1; at < end; ++at) {
    if (text[at] == closer) {
      if (--depth == 0) return at + 1;
    } else if (text[at] == opener) {
      ++depth;
    }
  }
  return std::u32string_view::npos;
}

void add_quotations(std::u32string_view text, Span paragraph, std::vector<Span>& found) {
  for (std::size_t at = paragraph.begin; at < paragraph.end; ++at) {
    if (!opens(text[at]) && text[at] != U'"') continue;
    std::size_t end = end_of_quotation(text, at, paragraph.end);
    if (end == std::u32string_view::npos) {
      // a straight mark that nothing closes is no quotation, unless the paragraph begins with it
      if (text[at] == U'"' && at != paragraph.begin) return;
      end = paragraph.end;
    }
    found.push_back({at, end});
    at = end - 1;
  }
}

}  // namespace

std::vector<Span> quotations(std::u32string_view text, const std::vector<Span>& paragraphs) {
  std::vector<Span> found;
  for (const Span paragraph : paragraphs) add_quotations(text, paragraph, found);
  return found;
}

}  // namespace rashomon
