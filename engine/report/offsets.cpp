#include "engine/report/offsets.h"

#include <optional>
#include <stdexcept>
#include <vector>

#include "engine/report/names.h"
#include "engine/text/offsets.h"

namespace rashomon {
namespace {

template <typename Place>
void convert(std::optional<Place>& place, const Offsets& text) {
  if (place) place->span = text.of(place->span);
}
void convert(std::optional<Span>& span, const Offsets& text) {
  if (span) span = text.of(*span);
}

void convert(Account& account, const Offsets& text) {
  for (Statement& statement : account.statements) {
    statement.span = text.of(statement.span);
    for (Point& point : statement.points) point.span = text.of(point.span);
    for (Token& token : statement.tokens) token.span = text.of(token.span);
  }
}

void convert(PairComparison& pair, const Offsets& left, const Offsets& right) {
  for (Link& link : pair.links) {
    for (Evidence& row : link.evidence) {
      convert(row.left_span, left);
      convert(row.right_span, right);
    }
  }
  for (const std::size_t side : {0U, 1U}) {
    const Offsets& text = side == 0 ? left : right;
    convert(pair.highlights[side].tone, text);
    convert(pair.highlights[side].sharpest, text);
    for (PanelFact& fact : pair.facts) convert(fact.values[side], text);
  }
}

}  // namespace

Comparison with_offsets(Comparison comparison, OffsetUnit unit) {
  if (comparison.offsets != OffsetUnit::codepoints)
    throw std::invalid_argument("with_offsets: the comparison's offsets must count code points");
  if (unit == OffsetUnit::codepoints) return comparison;
  std::vector<Offsets> texts;
  for (const ComparedAccount& one : comparison.accounts) texts.emplace_back(one.account.document.text, unit);
  for (std::size_t a = 0; a < texts.size(); ++a) convert(comparison.accounts[a].account, texts[a]);
  for (PairComparison& pair : comparison.pairs) convert(pair, texts[pair.left], texts[pair.right]);
  comparison.offsets = unit;
  comparison.engine.options.emplace_back("offsets", name_of(unit));
  return comparison;
}

}  // namespace rashomon
