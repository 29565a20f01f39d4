#include "engine/text/characters.h"

#include <unicode/uchar.h>

#include "engine/text/code_points.h"

namespace rashomon {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

}  // namespace

bool is_white_space(char32_t c) {
  return c < 0x80 ? c == U' ' || (c >= U'\t' && c <= U'\r') : u_isUWhiteSpace(icu(c)) != 0;
}
bool is_upper(char32_t c) {
  return c < 0x80 ? c >= U'A' && c <= U'Z' : u_isUUppercase(icu(c)) != 0 || u_istitle(icu(c)) != 0;
}
bool is_lower(char32_t c) { return c < 0x80 ? c >= U'a' && c <= U'z' : u_isULowercase(icu(c)) != 0; }
bool is_digit(char32_t c) { return c < 0x80 ? c >= U'0' && c <= U'9' : u_isdigit(icu(c)) != 0; }
bool is_alphabetic(char32_t c) {
  return c < 0x80 ? is_upper(c) || is_lower(c) : u_isUAlphabetic(icu(c)) != 0;
}

bool is_opening_quote(char32_t c) {
  return c == 0x201C || c == 0x2018 || c == 0x00AB || c == 0x300C || c == 0x300E;
}
bool is_closing_quote(char32_t c) {
  return c == 0x201D || c == 0x2019 || c == 0x00BB || c == 0x300D || c == 0x300F;
}

std::u32string to_code_points(std::string_view utf8) {
  std::u32string code_points;
  code_points.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    code_points += static_cast<char32_t>(next_code_point(utf8, at));
  }
  return code_points;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string utf8;
  utf8.reserve(code_points.size());
  for (const char32_t c : code_points) append_code_point(utf8, c);
  return utf8;
}

}  // namespace rashomon
