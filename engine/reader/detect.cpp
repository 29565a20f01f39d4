#include "engine/reader/detect.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include "engine/reader/ascii.h"
#include "engine/reader/binary.h"
#include "engine/reader/converter.h"
#include "engine/reader/language.h"

namespace rashomon {
namespace {

using namespace std::string_view_literals;

// Enough to tell an encoding; the rest of a large file would only cost time.
constexpr std::size_t sample_bytes = std::size_t{1} << 20U;

std::uint8_t byte(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }
bool is_high(char c) { return static_cast<std::uint8_t>(c) >= 0x80U; }

// Which characters make up texts of any language, without those that misread bytes give: `hangul` only where
// NULs speak for UTF-16, since GB 2312 and EUC-KR taken for UTF-16BE look Korean.
bool is_usual(unsigned unit, bool hangul) {
  return (unit >= 0x20 && unit < 0x7F) || (unit >= 0x09 && unit <= 0x0D) || (unit >= 0xA0 && unit < 0x180) ||
         (unit >= 0x370 && unit < 0x700) || (unit >= 0x2010 && unit <= 0x2027) ||
         (unit >= 0x3000 && unit < 0x3100) || (unit >= 0x4E00 && unit < 0xA000) ||
         (unit >= 0xFF00 && unit <= 0xFF5E) || (hangul && unit >= 0xAC00 && unit < 0xD7A4);
}

struct UnitShares {
  double usual = 0;  // of all units
  double early_han =
      0;  // U+4E00 .. U+7FFF: its high bytes are ASCII letters, which no lead byte of Shift_JIS or Big5 is
};

UnitShares unit_shares(std::string_view bytes, bool big_endian, bool hangul) {
  std::size_t usual = 0;
  std::size_t early_han = 0;
  const std::size_t units = bytes.size() / 2;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const unsigned first = byte(bytes, at);
    const unsigned second = byte(bytes, at + 1);
    const unsigned unit = big_endian ? first * 256 + second : second * 256 + first;
    if (is_usual(unit, hangul)) ++usual;
    if (unit >= 0x4E00 && unit < 0x8000) ++early_han;
  }
  const auto all = static_cast<double>(units);
  return {static_cast<double>(usual) / all, static_cast<double>(early_han) / all};
}

// Marks that all of windows-1250 .. windows-1258 put in the same place.
bool is_shared_mark(std::uint8_t c) {
  constexpr std::string_view marks =
      "\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA7\xA9\xAB\xAE\xB0\xB1\xB6\xB7\xBB"sv;
  return marks.find(static_cast<char>(c)) != std::string_view::npos;
}

std::string_view sample_of(std::string_view bytes) {
  const auto high = std::find_if(bytes.begin(), bytes.end(), is_high);
  const auto first = static_cast<std::size_t>(high - bytes.begin());
  return bytes.substr(first - std::min<std::size_t>(first, 256), sample_bytes);
}

// The value of an attribute-like `charset = "x"` or `encoding='x'` that starts at `at`, after its name.
std::string_view value_after(std::string_view text, std::size_t at) {
  at = text.find_first_not_of(" \t\r\n", at);
  if (at == std::string_view::npos || text[at] != '=') return {};
  at = text.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string_view::npos) return {};
  return text.substr(at, text.find_first_of(" \t\r\n\"';/>?", at) - at);
}

}  // namespace

std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes) {
  // UTF-32LE starts like UTF-16LE: the longer mark is asked first.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> marks = {{
      {"\xFF\xFE\x00\x00"sv, "UTF-32LE"},
      {"\x00\x00\xFE\xFF"sv, "UTF-32BE"},
      {"\xEF\xBB\xBF"sv, "UTF-8"},
      {"\xFF\xFE"sv, "UTF-16LE"},
      {"\xFE\xFF"sv, "UTF-16BE"},
      {"\x84\x31\x95\x33"sv, "GB18030"},
  }};
  for (const auto& [mark, encoding] : marks) {
    if (bytes.starts_with(mark)) return ByteOrderMark{std::string(encoding), mark.size()};
  }
  return std::nullopt;
}

std::optional<std::string> declared_charset(std::string_view html) {
  const std::string head = lower_ascii(html.substr(0, 4096));
  std::string_view label;
  if (head.starts_with("<?xml")) {
    const std::string_view declaration = std::string_view(head).substr(0, head.find('>'));
    if (const auto at = declaration.find("encoding"); at != std::string_view::npos)
      label = value_after(declaration, at + 8);
  }
  for (std::size_t at = head.find("<meta"); label.empty() && at != std::string::npos;
       at = head.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    if (const auto key = tag.find("charset"); key != std::string_view::npos)
      label = value_after(tag, key + 7);
  }
  auto name = encoding_name(label);
  if (name && (name->starts_with("UTF-16") || name->starts_with("UTF-32"))) name = "UTF-8";
  return name;
}

std::optional<std::string> utf16_without_mark(std::string_view bytes) {
  bytes = bytes.substr(0, sample_bytes);
  if (bytes.size() < 2) return std::nullopt;
  const bool nuls = bytes.find('\0') != std::string_view::npos;
  const auto is_control = [](char c) { return is_odd_control(static_cast<std::uint8_t>(c)); };
  const auto controls = std::count_if(bytes.begin(), bytes.end(), is_control);
  const auto high = std::count_if(bytes.begin(), bytes.end(), is_high);
  // ASCII with a stray NUL is no UTF-16: that has a NUL to each ASCII character, or the bytes of other
  // scripts.
  if (static_cast<std::size_t>(controls + high) * 8 < bytes.size()) return std::nullopt;
  const UnitShares little = unit_shares(bytes, false, nuls);
  const UnitShares big = unit_shares(bytes, true, nuls);
  const UnitShares& better = big.usual > little.usual ? big : little;
  const UnitShares& other = big.usual > little.usual ? little : big;
  if (better.usual < 0.9 || better.usual < other.usual + 0.1) return std::nullopt;
  if (controls == 0 && (better.early_han < 0.4 || bytes.size() % 2 == 1)) return std::nullopt;
  return &better == &big ? "UTF-16BE" : "UTF-16LE";
}

bool reads_as_gb18030(std::string_view bytes) {
  bytes = sample_of(bytes);
  std::size_t pairs = 0;
  std::size_t usual = 0;   // level 1 and punctuation
  std::size_t hanzi = 0;   // level 1
  std::size_t beyond = 0;  // level 1 past the rows that EUC-KR gives to hangul (0xB0 .. 0xC8)
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const unsigned lead = byte(bytes, at);
    if (lead < 0x80) continue;
    if (lead == 0x80 || lead == 0xFF) return false;
    if (at + 1 == bytes.size()) break;  // the sample may end within a pair
    const unsigned trail = byte(bytes, ++at);
    if (trail >= 0x30 && trail <= 0x39) {  // one of four bytes: rare in texts
      at += 2;
      ++pairs;
      continue;
    }
    if (trail < 0x40 || trail == 0x7F || trail == 0xFF) return false;
    ++pairs;
    if (trail < 0xA1) continue;
    const bool level_1 = lead >= 0xB0 && lead <= 0xD7;
    if (level_1) ++hanzi;
    if (level_1 && lead > 0xC8) ++beyond;
    if (level_1 || lead == 0xA1 || lead == 0xA3) ++usual;
  }
  // Two thirds: of the few characters of a short text one or two may be rare.
  if (hanzi == 0 || usual * 3 < pairs * 2) return false;
  return beyond > 0 || uchardet_guess(bytes) != "windows-949";
}

bool reads_as_windows_1252(std::string_view bytes) {
  bytes = sample_of(bytes);
  const auto high = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_high));
  if (high * 4 > bytes.size()) return false;
  const auto is_mark = [](char c) { return !is_high(c) || is_shared_mark(static_cast<std::uint8_t>(c)); };
  if (std::all_of(bytes.begin(), bytes.end(), is_mark)) return true;
  constexpr std::string_view undefined = "\x81\x8D\x8F\x90\x9D"sv;
  if (bytes.find_first_of(undefined) != std::string_view::npos) return false;
  return latin_language(convert(bytes, "windows-1252").text) != "und";
}

std::optional<std::string> uchardet_guess(std::string_view bytes) {
  bytes = sample_of(bytes);
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return std::nullopt;
  uchardet_data_end(detector.get());
  auto guess = encoding_name(uchardet_get_charset(detector.get()));
  // Nearly unused, but uchardet's usual mistake for a Western text with a name or two in it ("Nu\u00f1ez").
  for (const std::string_view rare :
       {"ISO-8859-3", "ISO-8859-4", "ISO-8859-10", "ISO-8859-14", "ISO-8859-16"}) {
    if (guess == rare) return std::nullopt;
  }
  return guess;
}

}  // namespace rashomon
