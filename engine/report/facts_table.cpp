#include "engine/report/facts_table.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/report/findings_words.h"

namespace rashomon {
namespace {

constexpr std::size_t kName = 21;  // "!  who asked for it  "
constexpr std::size_t kNarrow = 60;

Tone tone_of(FactVerdict verdict) {
  switch (verdict) {
    case FactVerdict::same: return Tone::agree;
    case FactVerdict::differs: return Tone::contradict;
    case FactVerdict::silent: break;
  }
  return Tone::silent;
}

class FactsTable {
 public:
  FactsTable(Page& page, const Comparison& comparison, const PairComparison& pair)
      : page_(page), comparison_(comparison), pair_(pair), column_((page.width() - kName - 1) / 2) {}

  void write() {
    for (const PanelFact& fact : pair_.facts) {
      if (!fact.values[0] && !fact.values[1]) continue;
      const std::string name = std::string{sign_of(fact.verdict)} + "  " + std::string(fact_words(fact.kind));
      page_.width() < kNarrow ? block(name, fact) : row(name, fact);
    }
    if (const std::string untold = untold_facts(pair_); !untold.empty())
      page_.paragraph("   ", "neither tells: " + untold, Tone::faint);
  }

 private:
  std::string value(const PanelFact& fact, std::size_t side) const {
    const auto& value = fact.values[side];
    if (!value) return "\u00b7";
    const Account& account = comparison_.accounts[side == 0 ? pair_.left : pair_.right].account;
    return account.statements[value->statement].id + "  " + make_visible(value->text);
  }

  void row(const std::string& name, const PanelFact& fact) {
    const std::vector<std::string> left = page_.wrap()(value(fact, 0), column_ - 1);
    const std::vector<std::string> right = page_.wrap()(value(fact, 1), column_ - 1);
    for (std::size_t k = 0; k < std::max(left.size(), right.size()); ++k) {
      const auto cell = [&](const std::vector<std::string>& lines) {
        return k < lines.size() ? lines[k] : "";
      };
      std::string line = padded(cell(left), column_) + cell(right);
      while (!line.empty() && line.back() == ' ') line.pop_back();
      page_.line(page_.painted(padded(k == 0 ? name : "", kName), tone_of(fact.verdict)) + line);
    }
  }

  void block(const std::string& name, const PanelFact& fact) {
    page_.line(name, tone_of(fact.verdict));
    for (const std::size_t side : {0U, 1U}) page_.paragraph("   ", value(fact, side));
  }

  Page& page_;
  const Comparison& comparison_;
  const PairComparison& pair_;
  std::size_t column_;  // of one account
};

}  // namespace

void facts_table(Page& page, const Comparison& comparison, const PairComparison& pair) {
  FactsTable(page, comparison, pair).write();
}

}  // namespace rashomon
