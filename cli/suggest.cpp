#include "cli/suggest.h"

#include <algorithm>
#include <cstddef>

namespace rashomon::cli {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::size_t columns = b.size() + 1;
  std::vector<std::size_t> cost((a.size() + 1) * columns);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return cost[i * columns + j]; };
  for (std::size_t i = 0; i <= a.size(); ++i) at(i, 0) = i;
  for (std::size_t j = 0; j <= b.size(); ++j) at(0, j) = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
      at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, substitution});
      const bool swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swap) at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
    }
  }
  return at(a.size(), b.size());
}

std::string did_you_mean(std::string_view given, const std::vector<std::string>& words,
                         const std::string& otherwise) {
  constexpr std::size_t kLongest = 64;  // nobody mistypes more
  if (given.empty() || given.size() > kLongest) return otherwise;
  const std::string* nearest = nullptr;
  std::size_t least = 0;
  for (const std::string& word : words) {
    const bool begins = given.size() > 1 && word.starts_with(given);
    const std::size_t distance = begins ? 1 : edit_distance(given, word);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(given.size(), word.size()) / 3);
    if (distance <= allowed && (nearest == nullptr || distance < least)) {
      nearest = &word;
      least = distance;
    }
  }
  return nearest != nullptr ? "did you mean \"" + *nearest + "\"?" : otherwise;
}

}  // namespace rashomon::cli
