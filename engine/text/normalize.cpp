#include "engine/text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

#include "engine/text/code_points.h"

namespace rashomon {
namespace {

bool is_ascii(std::string_view utf8) {
  return std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

// NFKC keeps these apart; for matching they are the same mark.
char32_t plain_mark(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x2032: return U'\'';
    case 0x201C:
    case 0x201D:
    case 0x201F:
    case 0x00AB:
    case 0x00BB: return U'"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return U'-';
    default: return static_cast<char32_t>(c);
  }
}

std::string fold_unicode(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  if (U_SUCCESS(status)) {
    nfkc->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())), sink,
                        nullptr, status);
  }
  if (U_FAILURE(status))
    throw std::runtime_error("ICU cannot normalise: " + std::string(u_errorName(status)));
  std::string plain;
  plain.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const UChar32 c = next_code_point(folded, at);
    if (u_charType(c) != U_FORMAT_CHAR) append_code_point(plain, plain_mark(c));
  }
  return plain;
}

}  // namespace

std::string fold(std::string_view utf8) {
  if (!is_ascii(utf8)) return fold_unicode(utf8);
  std::string folded(utf8);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

std::string fold_text(std::string_view utf8) {
  const std::string folded = fold(utf8);
  std::string out;
  out.reserve(folded.size());
  bool blank = false;
  for (std::size_t at = 0; at < folded.size();) {
    const UChar32 c = next_code_point(folded, at);
    if (u_isUWhiteSpace(c)) {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    append_code_point(out, static_cast<char32_t>(c));
  }
  return out;
}

}  // namespace rashomon
