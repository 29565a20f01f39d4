#include "engine/reader/encoding.h"

#include <algorithm>
#include <utility>

#include "engine/reader/binary.h"
#include "engine/reader/converter.h"
#include "engine/reader/detect.h"
#include "engine/reader/place.h"
#include "engine/records/error.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

Decoded without_mark(Conversion conversion, std::string encoding) {
  if (conversion.text.starts_with(utf8_mark)) conversion.text.erase(0, utf8_mark.size());
  return {std::move(conversion.text), std::move(encoding)};
}

// For an encoding that is certain: what does not fit is the input's fault.
Decoded decode_or_refuse(std::string_view bytes, const std::string& name, const std::string& encoding,
                         const std::string& cure) {
  Conversion conversion = convert(bytes, encoding);
  if (conversion.bad_byte) {
    throw InputError(line_place(name, conversion.text, conversion.text.size()),
                     byte_at(bytes, *conversion.bad_byte) + " is not valid " + encoding, cure);
  }
  return without_mark(std::move(conversion), encoding);
}

// For an encoding that is only likely: none where bytes do not fit or become C1 controls, which no text has.
std::optional<Decoded> decode_if_plausible(std::string_view bytes, const std::string& encoding) {
  Conversion conversion = convert(bytes, encoding);
  if (conversion.bad_byte) return std::nullopt;
  const std::string& text = conversion.text;
  for (std::size_t at = text.find('\xC2'); at != std::string::npos; at = text.find('\xC2', at + 1)) {
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if (next < 0xA0 && next != 0x85) return std::nullopt;
  }
  return without_mark(std::move(conversion), encoding);
}

Decoded decode_as_wanted(std::string_view bytes, const std::string& name, const std::string& wanted) {
  auto encoding = encoding_name(wanted);
  if (!encoding) {
    const auto nearest = nearest_encoding(wanted);
    throw InputError(
        "--encoding", "'" + wanted + "' is no known encoding",
        nearest ? "did you mean " + *nearest + "?" : "name one such as UTF-8, GB18030 or windows-1252");
  }
  if (*encoding == "UTF-16" && !byte_order_mark(bytes))
    encoding = utf16_without_mark(bytes).value_or("UTF-16LE");
  return decode_or_refuse(bytes, name, *encoding,
                          "name its real encoding with --encoding, or leave that out to have it detected");
}

}  // namespace

Decoded decode(std::string_view bytes, const std::string& name, const std::optional<std::string>& wanted,
               bool html) {
  if (wanted) return decode_as_wanted(bytes, name, *wanted);
  if (const auto mark = byte_order_mark(bytes)) {
    return decode_or_refuse(bytes, name, mark->encoding,
                            "its byte-order mark says " + mark->encoding +
                                ": repair the file, or name its encoding with --encoding");
  }
  const bool utf8 = first_invalid_byte(bytes) == std::string_view::npos;
  const bool ascii =
      std::none_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  // A browser that saves a page as UTF-8 leaves its old declaration in; text in another encoding is hardly
  // ever valid UTF-8.
  if (html && (!utf8 || ascii)) {
    if (const auto declared = declared_charset(bytes)) {
      if (auto decoded = decode_if_plausible(bytes, *declared)) return *std::move(decoded);
    }
  }
  const bool nul = bytes.find('\0') != std::string_view::npos;
  const bool controls = std::any_of(bytes.begin(), bytes.end(),
                                    [](char c) { return is_odd_control(static_cast<unsigned char>(c)); });
  if (utf8 && !controls) return {std::string(bytes), "UTF-8"};
  if (!nul && reads_as_gb18030(bytes)) {
    if (auto decoded = decode_if_plausible(bytes, "GB18030")) return *std::move(decoded);
  }
  if (const auto utf16 = utf16_without_mark(bytes)) {
    return decode_or_refuse(bytes, name, *utf16, "repair the file, or name its encoding with --encoding");
  }
  if (utf8)
    return {std::string(bytes), "UTF-8"};  // with NULs: the caller refuses them, and can name their line
  if (nul) {
    throw InputError(name, "is binary: " + byte_at(bytes, bytes.find('\0')) + " is no part of a text",
                     "convert it to text first, or name its encoding with --encoding");
  }
  std::optional<std::string> likely = uchardet_guess(bytes);
  if (reads_as_windows_1252(bytes)) likely = "windows-1252";
  for (const std::string& encoding : {likely.value_or("windows-1252"), std::string("windows-1252")}) {
    if (auto decoded = decode_if_plausible(bytes, encoding)) return *std::move(decoded);
  }
  const std::size_t bad = first_invalid_byte(bytes);
  throw InputError(line_place(name, bytes, bad),
                   byte_at(bytes, bad) + " is not valid UTF-8, and no other encoding fits",
                   "name its encoding with --encoding");
}

}  // namespace rashomon
