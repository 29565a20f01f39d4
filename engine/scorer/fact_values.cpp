#include "engine/scorer/fact_values.h"

#include <string>

#include "engine/text/code_points.h"

namespace rashomon {

FactValue value_of(const Account& account, std::size_t index, TokenRange words) {
  const Statement& statement = account.statements[index];
  const auto is_mark = [&](std::size_t at) { return statement.tokens[at].kind == TokenKind::mark; };
  while (words.last > words.first + 1 && is_mark(words.last - 1)) --words.last;
  while (words.first + 1 < words.last && is_mark(words.first)) ++words.first;
  const Span span{statement.tokens[words.first].span.begin, statement.tokens[words.last - 1].span.end};
  const std::size_t from = statement.span.begin;
  return {index, span, std::string(CodePoints(statement.text).slice({span.begin - from, span.end - from}))};
}

FactValue value_of(const Account& account, std::size_t index) {
  const Statement& statement = account.statements[index];
  return {index, statement.span, statement.text};
}

}  // namespace rashomon
