#include "engine/report/findings.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace rashomon {
namespace {

/// Sorts by a key, equal keys in the order of the comparison.
void sort_by(std::vector<const Link*>& links, const std::function<double(const Link&)>& key) {
  std::stable_sort(links.begin(), links.end(),
                   [&](const Link* a, const Link* b) { return key(*a) < key(*b); });
}

std::vector<PartlyAnswered> partly_answered(const Account& account,
                                            const std::vector<std::vector<double>>& answered,
                                            const std::set<std::size_t>& omitted) {
  std::vector<PartlyAnswered> out;
  for (std::size_t i = 0; i < account.statements.size(); ++i) {
    if (omitted.contains(i)) continue;
    PartlyAnswered one{i, {}};
    for (std::size_t point = 0; point < account.statements[i].points.size(); ++point) {
      if (answered[i][point] < kAnsweredPoint) one.points.push_back(point);
    }
    if (!one.points.empty()) out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

Findings findings(const Comparison& comparison, const PairComparison& pair) {
  Findings found;
  for (const Link& link : pair.links) {
    if (link.probability < comparison.engine.threshold) continue;  // listed only because it was asked for
    switch (link.relation) {
      case Relation::agree: found.agreed.push_back(&link); break;
      case Relation::reframe: found.reframed.push_back(&link); break;
      case Relation::diverge:
      case Relation::contradict: found.opposed.push_back(&link); break;
    }
  }
  sort_by(found.opposed,
          [](const Link& link) { return link.score - (link.relation == Relation::contradict ? 2 : 0); });
  sort_by(found.reframed, [](const Link& link) { return link.score; });
  sort_by(found.agreed, [](const Link& link) { return -link.probability; });

  std::array<std::set<std::size_t>, 2> omitted;
  for (const Omission& omission : pair.omissions) {
    const std::size_t side = omission.account == pair.left ? 0 : 1;
    found.omitted[side].push_back(&omission);
    omitted[side].insert(omission.statement);
  }
  for (const std::size_t side : {0U, 1U}) {
    const Account& account = comparison.accounts[side == 0 ? pair.left : pair.right].account;
    found.partly[side] = partly_answered(account, pair.points_answered[side], omitted[side]);
  }
  return found;
}

std::vector<const Evidence*> strongest_reasons(const Link& link) {
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kMost = 4;
  constexpr double kWorthTelling = 0.15;  // of the strongest
  std::vector<const Evidence*> rows;
  for (const Evidence& row : link.evidence) {
    if (row.kind != "intercept" && row.contribution != 0) rows.push_back(&row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Evidence* a, const Evidence* b) {
    return std::abs(a->contribution) > std::abs(b->contribution);
  });
  while (rows.size() > kMost ||
         (rows.size() > kFewest &&
          std::abs(rows.back()->contribution) < kWorthTelling * std::abs(rows.front()->contribution))) {
    rows.pop_back();
  }
  return rows;
}

}  // namespace rashomon
