#include "engine/report/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace rashomon {

std::string fixed(double value, int decimals, bool sign) {
  char buffer[400];  // the largest double has 309 digits before the point
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals).ptr;
  std::string text(buffer, end);
  if (text[0] == '-' && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
  return sign && value > 0 ? "+" + text : text;
}

std::string shortest(double value) {
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value == 0 ? 0.0 : value).ptr;
  return {buffer, end};
}

std::string grouped(std::size_t value) {
  std::string text = std::to_string(value);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ',');
  return text;
}

std::vector<double> rounded_parts(const std::vector<double>& parts) {
  const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
  std::vector<double> cents(parts.size());
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::transform(parts.begin(), parts.end(), cents.begin(),
                 [](double part) { return std::floor(part * 100); });
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return parts[a] * 100 - cents[a] > parts[b] * 100 - cents[b];
  });
  const double missing = std::round(sum * 100) - std::accumulate(cents.begin(), cents.end(), 0.0);
  for (std::size_t i = 0; i < order.size() && static_cast<double>(i) < missing; ++i) cents[order[i]] += 1;
  for (double& part : cents) part /= 100;
  return cents;
}

}  // namespace rashomon
