#include "engine/reader/place.h"

#include <algorithm>
#include <cstdint>

#include "engine/text/code_points.h"

namespace rashomon {

std::string line_place(const std::string& name, std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  return name + ":" + std::to_string(std::count(before.begin(), before.end(), '\n') + 1);
}

std::string column_place(const std::string& name, std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t newline = before.rfind('\n');
  const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
  return line_place(name, text, at) + ":" + std::to_string(count_code_points(line) + 1);
}

std::string byte_at(std::string_view bytes, std::size_t at) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<std::uint8_t>(bytes[at]);
  return std::string("byte 0x") + digits[byte >> 4U] + digits[byte & 15U] + " at offset " +
         std::to_string(at);
}

}  // namespace rashomon
