#include "engine/reader/converter.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

#include "engine/text/code_points.h"

namespace rashomon {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& label) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(label.c_str(), &status), &ucnv_close);
  return U_SUCCESS(status) ? std::move(converter) : Converter(nullptr, &ucnv_close);
}

// ICU reads more out of a name than a label holds (options after a comma, paths), and takes "" for its
// default.
bool is_label(std::string_view label) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == ':' || c == '+';
  };
  return !label.empty() && label.size() <= 60 && std::all_of(label.begin(), label.end(), allowed);
}

// Formats for mail and databases, which no browser reads either; ICU lets half surrogate pairs through in
// them.
bool is_transport(const UConverter& converter) {
  switch (ucnv_getType(&converter)) {
    case UCNV_SCSU:
    case UCNV_UTF7:
    case UCNV_BOCU1:
    case UCNV_CESU8:
    case UCNV_IMAP_MAILBOX: return true;
    default: return false;
  }
}

// Empty where ICU does not know the label, or it is of no text file.
std::string canonical_name(const std::string& label) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter = open_converter(label);
  return converter && !is_transport(*converter) ? ucnv_getName(converter.get(), &status) : "";
}

std::string standard_name(const std::string& label) {
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* name = ucnv_getStandardName(label.c_str(), standard, &status);
    if (U_SUCCESS(status) && name != nullptr) return name;
  }
  return canonical_name(label);
}

// Pages and detectors say the left one and mean the right one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> supersets = {{
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"gb18030", "GB18030"},
    {"ISO-8859-1", "windows-1252"},
    {"ISO-8859-9", "windows-1254"},
    {"ISO-8859-11", "windows-874"},
    {"TIS-620", "windows-874"},
    {"EUC-KR", "windows-949"},
    {"Shift_JIS", "windows-31j"},
    {"windows-949", "windows-949"},
}};

std::string to_utf8(const std::u16string& utf16) {
  std::string utf8;
  utf8.reserve(utf16.size());
  for (std::size_t at = 0; at < utf16.size();) {
    char32_t code_point = 0;
    U16_NEXT(utf16.data(), at, utf16.size(), code_point);
    append_code_point(utf8, code_point);
  }
  return utf8;
}

std::string lower_alphanumeric(std::string_view label) {
  std::string plain;
  for (const char c : label) {
    if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
  }
  return plain;
}

// Levenshtein's distance: insertions, deletions and replacements that make the one the other.
std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i] == to[j] ? 0U : 1U);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

// The encodings that texts come in; the rest of ICU's two hundred would only mislead.
constexpr std::array<const char*, 32> usual_encodings = {
    "UTF-8",        "UTF-16",       "UTF-16LE",     "UTF-16BE",     "UTF-32",       "GB18030",
    "GBK",          "GB2312",       "Big5",         "Shift_JIS",    "EUC-JP",       "ISO-2022-JP",
    "EUC-KR",       "ISO-8859-1",   "ISO-8859-2",   "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7",
    "ISO-8859-15",  "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254",
    "windows-1255", "windows-1256", "windows-1258", "KOI8-R",       "KOI8-U",       "latin1",
    "macintosh",    "windows-949"};

}  // namespace

std::optional<std::string> encoding_name(std::string_view label) {
  if (!is_label(label)) return std::nullopt;
  if (lower_alphanumeric(label) == "uhc") label = "windows-949";  // as uchardet calls it; unknown to ICU
  const std::string canonical = canonical_name(std::string(label));
  if (canonical.empty()) return std::nullopt;
  for (const auto& [narrow, wide] : supersets) {
    if (canonical == canonical_name(std::string(narrow))) return std::string(wide);
  }
  return standard_name(std::string(label));
}

std::optional<std::string> nearest_encoding(std::string_view label) {
  const std::string wanted = lower_alphanumeric(label.substr(0, 60));
  const std::size_t far = std::max<std::size_t>(wanted.size() / 3, 1) + 1;
  std::size_t nearest = far;
  std::optional<std::string> found;
  for (const char* encoding : usual_encodings) {
    const std::size_t distance = edit_distance(wanted, lower_alphanumeric(encoding));
    if (distance < nearest) {
      nearest = distance;
      found = encoding;
    }
  }
  return found;
}

Conversion convert(std::string_view bytes, const std::string& encoding) {
  if (encoding == "UTF-8") {
    const std::size_t bad = first_invalid_byte(bytes);
    if (bad == std::string_view::npos) return {std::string(bytes), std::nullopt};
    return {std::string(bytes.substr(0, bad)), bad};
  }
  const Converter converter = open_converter(encoding);
  if (!converter) throw std::invalid_argument("encoding is '" + encoding + "', which ICU does not know");
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string utf16;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<char16_t, 8192> buffer{};
  do {
    status = U_ZERO_ERROR;
    char16_t* target = buffer.data();
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr, true,
                   &status);
    utf16.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_SUCCESS(status)) return {to_utf8(utf16), std::nullopt};

  std::array<char, 32> invalid{};
  auto length = static_cast<std::int8_t>(invalid.size());
  UErrorCode ignored = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter.get(), invalid.data(), &length, &ignored);
  const auto read = static_cast<std::size_t>(source - bytes.data());
  const std::size_t unread = U_SUCCESS(ignored) ? static_cast<std::size_t>(length) : 0;
  const std::size_t bad = read - std::min(read, unread);
  return {to_utf8(utf16), std::min(bad, bytes.size() - 1)};
}

}  // namespace rashomon
