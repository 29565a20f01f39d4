#include "engine/extractor/cited_mode.h"

#include <algorithm>
#include <string_view>

#include "engine/extractor/grammar.h"
#include "engine/extractor/quoted.h"

namespace rashomon {
namespace {

constexpr std::size_t kFewestQuoted = 3;  // quoted words of a full quotation
constexpr double kMostlyQuoted = 0.5;     // share of quoted words of one that more stands beside

// "..., Roe said", "..., said Roe" right behind the closing mark
bool names_source_next(const std::vector<Citation>& citations, std::size_t at) {
  return std::any_of(citations.begin(), citations.end(), [&](const Citation& citation) {
    const std::size_t begin = std::min(citation.source.first, citation.verb);
    return citation.closing && (begin == at || begin == at + 1);
  });
}

// A quotation that is a sentence of its own: beside it stands only who says it.
bool is_full_quotation(const Statement& statement, const std::vector<bool>& quoted, double share,
                       const std::vector<Citation>& citations) {
  const std::vector<Token>& tokens = statement.tokens;
  const std::size_t count = quoted.size();
  std::size_t first = 0;
  while (first < count && !quoted[first]) ++first;
  std::size_t last = first;
  std::size_t words = 0;
  for (; last < count && quoted[last]; ++last) words += tokens[last].kind == TokenKind::mark ? 0U : 1U;
  const auto is_end = [&](std::size_t at) {
    constexpr std::string_view kEnds = ",.?!-";
    return tokens[at].form.size() == 1 && kEnds.find(tokens[at].form.front()) != std::string_view::npos;
  };
  const auto is_form = [&](std::size_t at, std::string_view form) {
    return at < count && tokens[at].form == form;
  };
  if (first == 0) {
    const bool closed = (last >= 2 && is_end(last - 2)) || is_form(last, ",") || is_form(last, ":");
    return closed && words >= kFewestQuoted && (share >= kMostlyQuoted || names_source_next(citations, last));
  }
  const bool begins = first + 1 < count && is_capitalised(tokens[first + 1]);
  const bool ends = last >= 2 && last == count && is_end(last - 2) && is_form(first - 1, ":");
  const bool led = is_form(first - 1, ",") || is_form(first - 1, ":");
  return begins && (ends || (led && share >= kMostlyQuoted));
}

}  // namespace

Mode cited_mode(const Statement& statement, const std::vector<bool>& quoted,
                const std::vector<Citation>& citations) {
  const double share = quoted_share(statement, quoted);
  if (share == 0) return Mode::indirect;
  if (share == 1.0 || is_full_quotation(statement, quoted, share, citations)) return Mode::direct;
  return Mode::partial;
}

}  // namespace rashomon
