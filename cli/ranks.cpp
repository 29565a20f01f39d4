#include "cli/ranks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace rashomon::cli {
namespace {

std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
  std::vector<double> out(values.size());
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    for (std::size_t k = first; k < last; ++k) out[order[k]] = static_cast<double>(first + last - 1) / 2;
  }
  return out;
}

}  // namespace

double spearman(const std::vector<double>& a, const std::vector<double>& b) {
  constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
  if (a.size() != b.size()) throw std::invalid_argument("a rank correlation needs two values of each");
  if (a.size() < 3) return kNothing;
  const std::vector<double> left = ranks(a);
  const std::vector<double> right = ranks(b);
  const double mean = static_cast<double>(a.size() - 1) / 2;  // of the ranks, ties or not
  double both = 0;
  double left_square = 0;
  double right_square = 0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    both += (left[k] - mean) * (right[k] - mean);
    left_square += (left[k] - mean) * (left[k] - mean);
    right_square += (right[k] - mean) * (right[k] - mean);
  }
  const double square = left_square * right_square;
  return square > 0 ? both / std::sqrt(square) : kNothing;
}

}  // namespace rashomon::cli
