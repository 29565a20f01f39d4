#include "engine/text/offsets.h"

#include <algorithm>

namespace rashomon {
namespace {

constexpr char32_t kLastOfOneUnit = 0xFFFF;  // beyond it UTF-16 takes two units (Unicode, section 3.9)

}  // namespace

Offsets::Offsets(std::string_view utf8, OffsetUnit unit) : text_(utf8) {
  starts_.reserve(text_.size() + 1);
  std::size_t units = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    starts_.push_back(units);
    switch (unit) {
      case OffsetUnit::codepoints: ++units; break;
      case OffsetUnit::utf16: units += text_[i] > kLastOfOneUnit ? 2 : 1; break;
      case OffsetUnit::utf8: units += text_.byte(i + 1) - text_.byte(i); break;
    }
  }
  starts_.push_back(units);
}

std::size_t Offsets::code_point(std::size_t offset) const {
  const auto beyond = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(beyond - starts_.begin()) - 1;
}

std::string_view Offsets::slice(Span span) const {
  return text_.slice({code_point(span.begin), code_point(span.end)});
}

std::string_view Offsets::before(Span span, std::size_t length) const {
  const std::size_t end = code_point(span.begin);
  return text_.slice({end - std::min(end, length), end});
}

std::string_view Offsets::after(Span span, std::size_t length) const {
  const std::size_t begin = code_point(span.end);
  return text_.slice({begin, std::min(begin + length, text_.size())});
}

}  // namespace rashomon
