// Where in an input something stands, as messages write it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rashomon {

/// "NAME:LINE" of byte `at` in `text`; lines count from 1. `at` past the end means the last line.
std::string line_place(const std::string& name, std::string_view text, std::size_t at);

/// "NAME:LINE:COLUMN"; columns count code points from 1. `text` must be valid UTF-8.
std::string column_place(const std::string& name, std::string_view text, std::size_t at);

/// "byte 0xFF at offset 57": `at` (< size) counts from 0.
std::string byte_at(std::string_view bytes, std::size_t at);

}  // namespace rashomon
