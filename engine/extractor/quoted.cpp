#include "engine/extractor/quoted.h"

#include <algorithm>

namespace rashomon {

std::vector<bool> quoted_tokens(const Statement& statement, const std::vector<Span>& quotations) {
  std::vector<bool> quoted;
  quoted.reserve(statement.tokens.size());
  auto next = std::lower_bound(quotations.begin(), quotations.end(), statement.span.begin,
                               [](const Span& quotation, std::size_t at) { return quotation.end <= at; });
  for (const Token& token : statement.tokens) {
    while (next != quotations.end() && next->end <= token.span.begin) ++next;
    quoted.push_back(next != quotations.end() && next->begin <= token.span.begin);
  }
  return quoted;
}

double quoted_share(const Statement& statement, const std::vector<bool>& quoted, std::size_t first) {
  std::size_t words = 0;
  std::size_t inside = 0;
  for (std::size_t at = first; at < statement.tokens.size(); ++at) {
    if (statement.tokens[at].kind == TokenKind::mark) continue;
    ++words;
    inside += quoted[at] ? 1U : 0U;
  }
  return words == 0 ? 0.0 : static_cast<double>(inside) / static_cast<double>(words);
}

}  // namespace rashomon
