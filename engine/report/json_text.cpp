#include "engine/report/json_text.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/text/code_points.h"

namespace rashomon {
namespace {

bool needs_no_escape(std::string_view text) {
  const auto is_plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x20U && c != '"' && c != '\\';
  };
  return std::all_of(text.begin(), text.end(), is_plain) &&
         first_invalid_byte(text) == std::string_view::npos;
}

}  // namespace

void write(std::string& out, double value) {
  char buffer[64];
  if (std::isfinite(value)) {
    out.append(buffer, nlohmann::detail::to_chars(buffer, buffer + sizeof buffer, value == 0 ? 0.0 : value));
  } else {
    out += "null";
  }
}

void write(std::string& out, std::string_view text) {
  if (needs_no_escape(text)) {
    ((out += '"') += text) += '"';
  } else {
    using nlohmann::json;
    out += json(text).dump(-1, ' ', false, json::error_handler_t::replace);
  }
}

}  // namespace rashomon
