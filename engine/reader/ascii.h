// ASCII letters of names and markup; text in human languages goes through engine/text/normalize.h.
#pragma once

#include <string>
#include <string_view>

namespace rashomon {

/// A to Z made a to z; all other bytes as they are.
inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace rashomon
