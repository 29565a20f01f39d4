// Bytes in any encoding -> UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rashomon {

struct Decoded {
  std::string text;      // valid UTF-8 without byte-order mark; line ends as they are
  std::string encoding;  // of the bytes, by its standard name
};

/// Decodes an input. The encoding is, in this order: `wanted` (the user's word), the byte-order mark, what an
/// HTML page declares (but not against text that is valid UTF-8), UTF-8 where all bytes are, UTF-16 by its
/// patterns, GB18030, windows-1252, uchardet's guess. `html`: look for a declared charset. Throws InputError:
/// `wanted` is unknown; bytes that the encoding does not allow, with line and offset; bytes that are no text
/// in any encoding.
Decoded decode(std::string_view bytes, const std::string& name, const std::optional<std::string>& wanted,
               bool html);

}  // namespace rashomon
