// Bytes -> the encoding they are most likely in. Each test answers for one kind of evidence; encoding.cpp
// puts them in order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rashomon {

/// A byte-order mark and what it says.
struct ByteOrderMark {
  std::string encoding;
  std::size_t length = 0;  // bytes
};

/// The byte-order mark at the start of the bytes: UTF-8, UTF-16, UTF-32 or GB18030.
std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes);

/// The encoding an HTML page declares in its first 4096 bytes (<meta charset>, http-equiv, XML declaration),
/// where ICU knows it. A declared UTF-16 is taken for UTF-8: the declaration itself was readable as ASCII.
std::optional<std::string> declared_charset(std::string_view html);

/// "UTF-16LE" or "UTF-16BE" for UTF-16 without byte-order mark: told by NULs and other controls, which every
/// ASCII character, line end or Chinese full stop leaves at one side, and by the characters that each byte
/// order gives.
std::optional<std::string> utf16_without_mark(std::string_view bytes);

/// Whether the bytes outside ASCII are Chinese in GB 2312 or its supersets: pairs that mostly lie among
/// the 3755 frequent characters (level 1) and the punctuation. Holds for texts of a few characters, where
/// detectors fail.
bool reads_as_gb18030(std::string_view bytes);

/// Whether the bytes are a Western text in windows-1252: ASCII with typographic marks, or words of a language
/// we know.
bool reads_as_windows_1252(std::string_view bytes);

/// What uchardet takes the bytes for, where ICU knows it.
std::optional<std::string> uchardet_guess(std::string_view bytes);

}  // namespace rashomon
