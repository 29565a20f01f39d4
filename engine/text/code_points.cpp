#include "engine/text/code_points.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace rashomon {
namespace {

bool is_lead(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), is_lead));
}

void append_code_point(std::string& utf8, char32_t code_point) {
  char buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(code_point));
  utf8.append(buffer, static_cast<std::size_t>(length));
}

std::int32_t next_code_point(std::string_view utf8, std::size_t& at) {
  UChar32 code_point = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT(utf8.data(), at, utf8.size(), code_point);
#pragma GCC diagnostic pop
  return code_point;
}

std::size_t first_invalid_byte(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80U) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    if (next_code_point(bytes, at) < 0) return start;
  }
  return std::string_view::npos;
}

CodePoints::CodePoints(std::string_view utf8) : utf8_(utf8) {
  starts_.reserve(utf8.size() + 1);
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    if (is_lead(utf8[at])) starts_.push_back(static_cast<std::uint32_t>(at));
  }
  starts_.push_back(static_cast<std::uint32_t>(utf8.size()));
}

char32_t CodePoints::operator[](std::size_t index) const {
  std::size_t at = starts_[index];
  return static_cast<char32_t>(next_code_point(utf8_, at));
}

std::string_view CodePoints::slice(Span span) const {
  return utf8_.substr(starts_[span.begin], starts_[span.end] - starts_[span.begin]);
}

}  // namespace rashomon
