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

std::size_t first_invalid_byte(std::string_view bytes) {
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < size;) {
    if (static_cast<unsigned char>(bytes[static_cast<std::size_t>(at)]) < 0x80U) {
      ++at;
      continue;
    }
    const std::int64_t start = at;
    UChar32 code_point = 0;
    U8_NEXT(bytes.data(), at, size, code_point);
    if (code_point < 0) return static_cast<std::size_t>(start);
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
  std::int32_t at = 0;
  const auto size = static_cast<std::int32_t>(starts_[index + 1] - starts_[index]);
  const char* start = utf8_.data() + starts_[index];
  UChar32 code_point = 0;
  U8_NEXT(start, at, size, code_point);
  return static_cast<char32_t>(code_point);
}

std::string_view CodePoints::slice(Span span) const {
  return utf8_.substr(starts_[span.begin], starts_[span.end] - starts_[span.begin]);
}

}  // namespace rashomon
