#include "engine/scorer/points.h"

#include <algorithm>
#include <string_view>

namespace rashomon {
namespace {

constexpr double kNegligible = 0.02;  // links less likely than this answer nothing

using Stems = std::vector<std::string_view>;  // sorted, each once; views into the statements

Stems content_stems(const Statement& statement, std::size_t first, std::size_t last) {
  Stems stems;
  for (std::size_t k = first; k < last; ++k) {
    if (!statement.tokens[k].stop) stems.push_back(statement.tokens[k].stem);
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

double part_held(const Stems& stems, const Stems& others) {
  if (stems.empty()) return 0;
  const auto held = [&](std::string_view stem) {
    return std::binary_search(others.begin(), others.end(), stem);
  };
  return static_cast<double>(std::count_if(stems.begin(), stems.end(), held)) /
         static_cast<double>(stems.size());
}

}  // namespace

std::vector<std::vector<double>> points_answered(const std::vector<Statement>& statements,
                                                 const std::vector<Statement>& others,
                                                 const Matrix& probability) {
  std::vector<Stems> held;
  held.reserve(others.size());
  for (const Statement& other : others) held.push_back(content_stems(other, 0, other.tokens.size()));

  std::vector<std::vector<double>> out(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    for (const Point& point : statements[i].points) {
      const Stems stems = content_stems(statements[i], point.first, point.last);
      double unanswered = 1;
      for (std::size_t j = 0; j < others.size(); ++j) {
        const double linked = probability(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
        if (linked >= kNegligible) unanswered *= 1 - linked * part_held(stems, held[j]);
      }
      out[i].push_back(1 - unanswered);
    }
  }
  return out;
}

}  // namespace rashomon
