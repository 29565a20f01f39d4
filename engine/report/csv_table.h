// A table of RFC 4180.
//
// Free text that a spreadsheet would run as a formula (it begins with = + - @, tab or carriage return) gets
// one apostrophe before it; so does text that begins with apostrophes and then one of these, so that the way
// back is sure: take one apostrophe off wherever apostrophes are followed by one of these. Offsets count the
// text without it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/report/numbers.h"

namespace rashomon {

/// Rows of cells; each cell states what it holds.
class Csv {
 public:
  explicit Csv(std::string_view header) : out_(header) { out_ += "\r\n"; }

  Csv& word(std::string_view value) { return cell(value); }  // ids and names: never quoted text
  Csv& number(double value) { return cell(shortest(value)); }
  Csv& count(std::size_t value) { return cell(std::to_string(value)); }
  template <typename T>
  Csv& number(const std::optional<T>& value) {
    return value ? number(static_cast<double>(*value)) : cell("");
  }
  Csv& text(std::string_view value) {
    const std::size_t first = value.find_first_not_of('\'');
    const bool formula = first != std::string_view::npos &&
                         std::string_view("=+-@\t\r").find(value[first]) != std::string_view::npos;
    return formula ? cell(std::string("'").append(value)) : cell(value);
  }
  void end_row() {
    out_ += "\r\n";
    fresh_ = true;
  }
  std::string finish() && { return std::move(out_); }

 private:
  Csv& cell(std::string_view value) {
    if (!fresh_) out_ += ',';
    fresh_ = false;
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += value;
      return *this;
    }
    out_ += '"';
    for (const char byte : value) {
      if (byte == '"') out_ += '"';
      out_ += byte;
    }
    out_ += '"';
    return *this;
  }

  std::string out_;
  bool fresh_ = true;
};

}  // namespace rashomon
