// Of three and more accounts: which point stands in which of them.
#include <algorithm>

#include "engine/report/common_points.h"
#include "engine/report/csv_table.h"
#include "engine/report/plot_kinds.h"

namespace rashomon {
namespace {

constexpr std::string_view kName = "points";
constexpr std::string_view kTitle = "Points by account";
constexpr double kTop = 36;
constexpr double kRow = 24;
constexpr std::size_t kMost = 30;  // points that fit a page of a paper

const Statement& statement_of(const Comparison& comparison, const CommonPoint& point) {
  return comparison.accounts[point.account].account.statements[point.statement];
}

std::string numbers_of(const std::vector<std::size_t>& statements) {
  std::string out;
  for (const std::size_t s : statements) out += (out.empty() ? "" : ", ") + std::to_string(s + 1);
  return out;
}

class PointsDrawing {
 public:
  explicit PointsDrawing(const Comparison& comparison)
      : comparison_(comparison),
        column_(std::clamp(kPlotWidth * 0.5 / static_cast<double>(comparison.accounts.size()), 48.0, 100.0)),
        words_(std::max(kPlotWidth / 3, kPlotWidth - 3 * kMargin -
                                            column_ * static_cast<double>(comparison.accounts.size()))) {}

  std::string draw(const std::vector<CommonPoint>& points) {
    const std::size_t shown = std::min(points.size(), kMost);
    for (std::size_t a = 0; a < comparison_.accounts.size(); ++a)
      drawing_.text(middle(a), kTop - 12, Anchor::middle,
                    shortened(account_label(comparison_, a), column_ - 4),
                    "strong " + std::string(account_class(a)));
    for (std::size_t p = 0; p < shown; ++p) row(points[p], kTop + kRow * static_cast<double>(p));
    const double bottom = kTop + kRow * static_cast<double>(shown);
    const std::string note = shown == points.size()
                                 ? ""
                                 : "Shown are " + std::to_string(shown) + " of " +
                                       std::to_string(points.size()) + " points, those in most accounts.";
    const double end =
        notes(drawing_, bottom, {"With the numbers of the statements that tell the point.", note});
    return drawing_.finish(
        kName, kTitle,
        std::to_string(points.size()) + " points stand in two accounts or more; one row a point.",
        std::max(kPlotWidth, middle(comparison_.accounts.size())), end);
  }

 private:
  double middle(std::size_t account) const {
    return 2 * kMargin + words_ + column_ * (static_cast<double>(account) + 0.5);
  }

  void row(const CommonPoint& point, double y) {
    const std::string& text = statement_of(comparison_, point).text;
    drawing_.open(text);
    drawing_.line(kMargin, y, middle(point.told.size()) - column_ / 2, y, "grid");
    drawing_.text(kMargin, y + kRow / 2 + 4, Anchor::start, shortened(text, words_, kSmallSize), "small");
    for (std::size_t a = 0; a < point.told.size(); ++a) {
      if (point.told[a].empty()) {
        drawing_.text(middle(a), y + kRow / 2 + 4, Anchor::middle, "·", "faint");
        continue;
      }
      drawing_.mark(a, middle(a) - 14, y + kRow / 2, 4.5, account_class(a));
      drawing_.text(middle(a) - 4, y + kRow / 2 + 4, Anchor::start,
                    shortened(numbers_of(point.told[a]), column_ / 2, kSmallSize), "small");
    }
    drawing_.close();
  }

  const Comparison& comparison_;
  double column_;  // of an account
  double words_;   // of a point's text
  Drawing drawing_;
};

std::string table(const Comparison& comparison, const std::vector<CommonPoint>& points) {
  Csv csv("point,reach,account,statement,text");
  for (std::size_t p = 0; p < points.size(); ++p) {
    for (std::size_t a = 0; a < points[p].told.size(); ++a) {
      const Account& account = comparison.accounts[a].account;
      for (const std::size_t s : points[p].told[a]) {
        csv.count(p + 1).word(reach_of(points[p])).word(account.id).word(account.statements[s].id);
        csv.text(account.statements[s].text).end_row();
      }
    }
  }
  return std::move(csv).finish();
}

}  // namespace

Plot points_plot(const Comparison& comparison) {
  const std::vector<CommonPoint> points = common_points(comparison);
  std::vector<CommonPoint> shared;
  std::copy_if(points.begin(), points.end(), std::back_inserter(shared),
               [](const CommonPoint& point) { return point.accounts() > 1; });
  return {std::string(kName), std::string(kTitle),
          shared.empty() ? empty_drawing(kName, kTitle, "No point stands in two accounts.")
                         : PointsDrawing(comparison).draw(shared),
          table(comparison, points)};
}

}  // namespace rashomon
