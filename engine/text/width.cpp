#include "engine/text/width.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "engine/text/code_points.h"

namespace rashomon {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Invisible, and not there to shape a visible neighbour.
bool acts_unseen(UChar32 c) {
  const bool shapes =
      u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR) || c == 0x200C || c == 0x200D || c == 0x034F;
  return !shapes && (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
                     u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL));
}

void append_visible(std::string& out, UChar32 c) {
  constexpr UChar32 kSoftHyphen = 0xAD;
  const bool c0 = c < 0x20 || c == 0x7F;
  if (c < 0) {
    append_code_point(out, kReplacement);
  } else if (u_isUWhiteSpace(c)) {
    out += ' ';
  } else if (c0) {
    append_code_point(out, c == 0x7F ? U'\u2421' : static_cast<char32_t>(0x2400 + c));
  } else if (c == kSoftHyphen) {
    return;
  } else if (c < 0xA0 || acts_unseen(c)) {
    char name[16];
    std::snprintf(name, sizeof name, "<U+%04X>", static_cast<unsigned>(c));
    out += name;
  } else {
    append_code_point(out, static_cast<char32_t>(c));
  }
}

/// Of a code point behind another: one emoji of several code points takes two columns (UTS #51).
std::size_t width_after(UChar32 before, UChar32 c) {
  constexpr UChar32 kJoiner = 0x200D;
  constexpr UChar32 kAsEmoji = 0xFE0F;
  const auto is = [](UChar32 one, UProperty property) { return u_hasBinaryProperty(one, property) != 0; };
  if (c == kAsEmoji && is(before, UCHAR_EMOJI)) return 2 - display_width(static_cast<char32_t>(before));
  if (before == kJoiner && is(c, UCHAR_EXTENDED_PICTOGRAPHIC)) return 0;
  if (is(c, UCHAR_EMOJI_MODIFIER) && is(before, UCHAR_EMOJI_MODIFIER_BASE)) return 0;
  return display_width(static_cast<char32_t>(c));
}

}  // namespace

std::size_t display_width(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  if (c >= 0x20 && c < 0x7F) return 1;
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR: return 0;
    default: break;
  }
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // Hangul vowels and finals join the syllable before
  const std::int32_t width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t columns = 0;
  UChar32 before = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::int32_t c = next_code_point(utf8, at);
    columns += c < 0 ? 1 : width_after(before, c);
    before = c;
  }
  return columns;
}

std::string make_visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (byte > 0x1F &&
        byte < 0x7F) {  // char may be signed: bytes of other code points lie outside either way
      out += byte;
      ++at;
    } else {
      append_visible(out, next_code_point(text, at));
    }
  }
  return out;
}

struct LineBreaks::State {
  std::unique_ptr<icu::BreakIterator> breaks;
};

LineBreaks::LineBreaks() : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->breaks.reset(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status))
    throw std::runtime_error("ICU has no line rules: " + std::string(u_errorName(status)));
}

LineBreaks::~LineBreaks() = default;

std::vector<std::size_t> LineBreaks::operator()(std::string_view utf8) const {
  UErrorCode status = U_ZERO_ERROR;
  UText* text = utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
  state_->breaks->setText(text, status);
  std::vector<std::size_t> ends;
  if (U_SUCCESS(status)) {
    for (std::int32_t to = state_->breaks->next(); to != icu::BreakIterator::DONE;
         to = state_->breaks->next()) {
      ends.push_back(static_cast<std::size_t>(to));
    }
  }
  utext_close(text);
  if (ends.empty() && !utf8.empty()) ends.push_back(utf8.size());
  return ends;
}

}  // namespace rashomon
