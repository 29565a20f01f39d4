#include "engine/text/sentence_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace rashomon {

std::vector<Span> icu_sentences(std::string_view utf8, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale =
      language == "und" ? icu::Locale::getRoot() : icu::Locale(std::string(language).c_str());
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(locale, status));
  if (U_FAILURE(status))
    throw std::runtime_error("ICU has no sentence rules: " + std::string(u_errorName(status)));
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  breaks->setText(text);

  std::vector<Span> sentences;
  std::size_t begin = 0;  // in code points
  std::int32_t from = breaks->first();
  for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; to = breaks->next()) {
    const std::size_t end = begin + static_cast<std::size_t>(text.countChar32(from, to - from));
    sentences.push_back({begin, end});
    begin = end;
    from = to;
  }
  return sentences;
}

}  // namespace rashomon
