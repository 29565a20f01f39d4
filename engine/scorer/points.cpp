#include "engine/scorer/points.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace rashomon {
namespace {

constexpr double kNegligible = 0.02;  // links less likely than this answer nothing

std::unordered_set<std::string> content_stems(const Statement& statement, std::size_t first,
                                              std::size_t last) {
  std::unordered_set<std::string> stems;
  for (std::size_t k = first; k < last; ++k) {
    if (!statement.tokens[k].stop) stems.insert(statement.tokens[k].stem);
  }
  return stems;
}

double part_held(const std::unordered_set<std::string>& stems, const Statement& other) {
  if (stems.empty()) return 0;
  const auto held = content_stems(other, 0, other.tokens.size());
  const auto both =
      std::count_if(stems.begin(), stems.end(), [&](const std::string& stem) { return held.contains(stem); });
  return static_cast<double>(both) / static_cast<double>(stems.size());
}

}  // namespace

std::vector<double> points_answered(const Statement& statement, const std::vector<Statement>& others,
                                    const Vector& probability) {
  std::vector<double> out;
  for (const Point& point : statement.points) {
    const auto stems = content_stems(statement, point.first, point.last);
    double unanswered = 1;
    for (std::size_t j = 0; j < others.size(); ++j) {
      const double linked = probability[static_cast<Eigen::Index>(j)];
      if (linked >= kNegligible) unanswered *= 1 - linked * part_held(stems, others[j]);
    }
    out.push_back(1 - unanswered);
  }
  return out;
}

}  // namespace rashomon
