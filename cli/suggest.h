// "Did you mean": the nearest of the words that would have been right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rashomon::cli {

/// `did you mean "compare"?` where one word is near (a few letters off, or one begins with the other); else
/// `otherwise`.
std::string did_you_mean(std::string_view given, const std::vector<std::string>& words,
                         const std::string& otherwise);

/// Insertions, deletions, substitutions and swaps of neighbours that turn a into b (optimal string
/// alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace rashomon::cli
