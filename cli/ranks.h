// Rank correlation.
#pragma once

#include <vector>

namespace rashomon::cli {

/// Spearman's rho, equal values sharing their mean rank; NaN for fewer than three pairs, or where one side is
/// constant. Throws std::invalid_argument where the sizes differ.
double spearman(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace rashomon::cli
