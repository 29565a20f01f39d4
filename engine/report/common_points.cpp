#include "engine/report/common_points.h"

#include <algorithm>

namespace rashomon {
namespace {

struct Partner {
  std::size_t statement = 0;
  double probability = 0;
};

// By account, statement and other account: what it is linked to.
using Partners = std::vector<std::vector<std::vector<std::vector<Partner>>>>;

Partners partners_of(const Comparison& comparison) {
  const std::size_t count = comparison.accounts.size();
  Partners partners(count);
  for (std::size_t a = 0; a < count; ++a) {
    partners[a].assign(comparison.accounts[a].account.statements.size(),
                       std::vector<std::vector<Partner>>(count));
  }
  for (const PairComparison& pair : comparison.pairs) {
    for (const Link& link : pair.links) {
      if (link.probability < comparison.engine.threshold) continue;
      partners[pair.left][link.left][pair.right].push_back({link.right, link.probability});
      partners[pair.right][link.right][pair.left].push_back({link.left, link.probability});
    }
  }
  return partners;
}

}  // namespace

std::size_t CommonPoint::accounts() const {
  return static_cast<std::size_t>(
      std::count_if(told.begin(), told.end(), [](const auto& statements) { return !statements.empty(); }));
}

std::vector<CommonPoint> common_points(const Comparison& comparison) {
  Partners partners = partners_of(comparison);
  std::vector<CommonPoint> all;
  for (std::size_t a = 0; a < partners.size(); ++a) {
    for (std::size_t s = 0; s < partners[a].size(); ++s) {
      CommonPoint point{a, s, std::vector<std::vector<std::size_t>>(partners.size())};
      point.told[a] = {s};
      for (std::size_t other = 0; other < partners.size(); ++other) {
        std::vector<Partner>& found = partners[a][s][other];
        std::stable_sort(found.begin(), found.end(),
                         [](const Partner& x, const Partner& y) { return x.probability > y.probability; });
        for (const Partner& partner : found) point.told[other].push_back(partner.statement);
      }
      all.push_back(std::move(point));
    }
  }
  const auto salience = [&](const CommonPoint& p) {
    return comparison.accounts[p.account].figures[p.statement].salience;
  };
  std::stable_sort(all.begin(), all.end(), [&](const CommonPoint& x, const CommonPoint& y) {
    return x.accounts() != y.accounts() ? x.accounts() > y.accounts() : salience(x) > salience(y);
  });
  std::vector<std::vector<bool>> held(partners.size());
  for (std::size_t a = 0; a < partners.size(); ++a) held[a].assign(partners[a].size(), false);
  std::vector<CommonPoint> points;
  for (CommonPoint& point : all) {
    if (held[point.account][point.statement]) continue;
    for (std::size_t a = 0; a < point.told.size(); ++a) {
      for (const std::size_t s : point.told[a]) held[a][s] = true;
    }
    points.push_back(std::move(point));
  }
  return points;
}

std::string reach_of(const CommonPoint& point) {
  const std::size_t count = point.accounts();
  return count == point.told.size() ? "all" : count > 1 ? "some" : "one";
}

}  // namespace rashomon
