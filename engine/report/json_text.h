// JSON text, written value by value without a tree in between.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "engine/report/names.h"

namespace rashomon {

/// JSON text of a whole value.
struct Json {
  std::string text;
};

/// Each appends a value; a number that is not finite and an empty optional are null. Bytes that are no UTF-8
/// are replaced.
inline void write(std::string& out, const Json& value) { out += value.text; }
inline void write(std::string& out, bool value) { out += value ? "true" : "false"; }
inline void write(std::string& out, std::size_t value) { out += std::to_string(value); }
void write(std::string& out, double value);  // -0 as 0.0
void write(std::string& out, std::string_view text);
inline void write(std::string& out, const std::string& text) { write(out, std::string_view(text)); }
inline void write(std::string& out, const char* text) { write(out, std::string_view(text)); }

template <typename Enum>
requires std::is_enum_v<Enum>
void write(std::string& out, Enum value) { write(out, name_of(value)); }

template <typename T>
void write(std::string& out, const std::optional<T>& value) {
  if (value) {
    write(out, *value);
  } else {
    out += "null";
  }
}

template <typename List>
requires requires(const List& list) { list[list.size()]; }
void write(std::string& out, const List& values) {
  out += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ',';
    write(out, values[i]);
  }
  out += ']';
}

/// An object on one line, its keys in the order they are added; each key once.
class Object {
 public:
  template <typename T>
  Object& add(std::string_view key, const T& value) {
    if (out_.size() > 1) out_ += ',';
    write(out_, key);
    out_ += ':';
    write(out_, value);
    return *this;
  }
  Json done() { return {std::move(out_) + '}'}; }

 private:
  std::string out_ = "{";
};

}  // namespace rashomon
