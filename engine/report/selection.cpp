#include "engine/report/selection.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/report/numbers.h"

namespace rashomon {
namespace {

std::string links(std::size_t n) { return std::to_string(n) + (n == 1 ? " link" : " links"); }

std::string are_left_out(std::size_t n) { return n == 1 ? " is left out" : " are left out"; }

/// Links at the threshold that are not among the comparison's for their small probability.
std::size_t unlisted(const PairComparison& pair, const Findings& found) {
  const auto& relations = pair.summary.relations;
  const std::size_t all = std::accumulate(relations.begin(), relations.end(), std::size_t{0});
  const std::size_t listed = all_links(found).size();
  return all > listed ? all - listed : 0;
}

/// Takes the links out that are not wanted; how many.
template <typename Wanted>
std::size_t keep(Findings& found, const Wanted& wanted) {
  std::size_t gone = 0;
  for (auto* const part : {&found.opposed, &found.reframed, &found.agreed})
    gone += std::erase_if(*part, [&](const Link* link) { return !wanted(link); });
  return gone;
}

/// The links of the greatest |score|, among equals the surest.
std::vector<const Link*> strongest(const Findings& found, std::size_t count) {
  std::vector<const Link*> links = all_links(found);
  std::stable_sort(links.begin(), links.end(), [](const Link* a, const Link* b) {
    const double x = std::abs(a->score);
    const double y = std::abs(b->score);
    return x != y ? x > y : a->confidence > b->confidence;
  });
  links.resize(std::min(links.size(), count));
  return links;
}

void keep_top(SelectedFindings& out, std::size_t count) {
  const std::vector<const Link*> kept = strongest(out.found, count);
  const std::size_t gone = keep(
      out.found, [&](const Link* link) { return std::find(kept.begin(), kept.end(), link) != kept.end(); });
  std::size_t omissions = 0;
  for (auto& partly : out.found.partly) partly.clear();
  for (auto& omitted : out.found.omitted) {
    if (omitted.size() <= count) continue;
    omissions += omitted.size() - count;
    omitted.resize(count);
  }
  if (gone > 0) out.left_out.push_back(links(gone) + " of a smaller |score|" + are_left_out(gone));
  if (omissions > 0) {
    out.left_out.push_back(std::to_string(omissions) + (omissions == 1 ? " omission" : " omissions") +
                           " of less weight" + are_left_out(omissions));
  }
}

}  // namespace

bool Selection::takes(Relation relation) const {
  return only.empty() || std::find(only.begin(), only.end(), relation) != only.end();
}

std::vector<const Link*> all_links(const Findings& found) {
  std::vector<const Link*> links = found.opposed;
  links.insert(links.end(), found.reframed.begin(), found.reframed.end());
  links.insert(links.end(), found.agreed.begin(), found.agreed.end());
  return links;
}

SelectedFindings select(const Comparison& comparison, const PairComparison& pair,
                        const Selection& selection) {
  SelectedFindings out{findings(comparison, pair), {}};
  if (const std::size_t below = unlisted(pair, out.found); below > 0) {
    out.left_out.push_back(links(below) + " below probability " + fixed(comparison.engine.min_probability) +
                           are_left_out(below));
  }
  const std::size_t others =
      keep(out.found, [&](const Link* link) { return selection.takes(link->relation); });
  if (others > 0) out.left_out.push_back(links(others) + " of other relations" + are_left_out(others));
  if (!selection.takes_all()) {
    for (const std::size_t side : {0U, 1U}) {
      out.found.omitted[side].clear();
      out.found.partly[side].clear();
    }
  }
  if (selection.top) keep_top(out, *selection.top);
  return out;
}

}  // namespace rashomon
