// Of three and more accounts: how far every two diverge.
#include <algorithm>

#include "engine/report/csv_table.h"
#include "engine/report/plot_kinds.h"
#include "engine/report/words.h"

namespace rashomon {
namespace {

constexpr std::string_view kName = "divergence";
constexpr std::string_view kTitle = "Divergence of every two accounts";
constexpr double kTop = 36;
constexpr double kRow = 34;
constexpr double kDarkest = 0.55;  // so that the figures stay readable on it

double names_width(const Comparison& comparison) {
  double width = 0;
  for (std::size_t a = 0; a < comparison.accounts.size(); ++a)
    width = std::max(width, set_width(account_label(comparison, a)));
  return std::min(width, kPlotWidth / 4);
}

class DivergenceDrawing {
 public:
  explicit DivergenceDrawing(const Comparison& comparison)
      : comparison_(comparison),
        names_(names_width(comparison)),
        cell_(
            std::clamp((kPlotWidth - names_ - 3 * kMargin) / static_cast<double>(comparison.accounts.size()),
                       44.0, 100.0)) {}

  std::string draw() {
    for (std::size_t a = 0; a < comparison_.accounts.size(); ++a) {
      const std::string label = account_label(comparison_, a);
      drawing_.text(kMargin, top(a) + kRow / 2 + 4, Anchor::start, shortened(label, names_));
      drawing_.text(left(a) + cell_ / 2, kTop - 10, Anchor::middle, shortened(label, cell_ - 4));
      drawing_.text(left(a) + cell_ / 2, top(a) + kRow / 2 + 4, Anchor::middle, "·", "faint");
    }
    for (const PairComparison& pair : comparison_.pairs) {
      cell(pair, pair.left, pair.right);
      cell(pair, pair.right, pair.left);
    }
    const std::size_t count = comparison_.accounts.size();
    return drawing_.finish(kName, kTitle, overall_sentence(comparison_),
                           std::max(kPlotWidth, left(count) + kMargin), top(count) + kMargin);
  }

 private:
  double left(std::size_t account) const {
    return 2 * kMargin + names_ + cell_ * static_cast<double>(account);
  }
  static double top(std::size_t account) { return kTop + kRow * static_cast<double>(account); }

  void cell(const PairComparison& pair, std::size_t row, std::size_t column) {
    const double divergence = printed_divergence(pair.summary);
    drawing_.open(account_label(comparison_, row) + " and " + account_label(comparison_, column) + ": " +
                  fixed(divergence));
    drawing_.bar(left(column) + 1, top(row) + 1, cell_ - 2, kRow - 2, "left",
                 kDarkest * pair.summary.divergence);
    drawing_.text(left(column) + cell_ / 2, top(row) + kRow / 2 + 4, Anchor::middle, fixed(divergence));
    drawing_.close();
  }

  const Comparison& comparison_;
  double names_;
  double cell_;  // width of a cell
  Drawing drawing_;
};

std::string table(const Comparison& comparison) {
  Csv csv("left,right,divergence,low,high,silence,narrative,position,tension");
  for (const PairComparison& pair : comparison.pairs) {
    const Summary& sums = pair.summary;
    csv.word(comparison.accounts[pair.left].account.id).word(comparison.accounts[pair.right].account.id);
    csv.number(sums.divergence).number(sums.divergence_interval[0]).number(sums.divergence_interval[1]);
    csv.number(sums.silence).number(sums.narrative).number(sums.position).number(sums.tension).end_row();
  }
  return std::move(csv).finish();
}

}  // namespace

Plot divergence_plot(const Comparison& comparison) {
  return {std::string(kName), std::string(kTitle), DivergenceDrawing(comparison).draw(), table(comparison)};
}

}  // namespace rashomon
