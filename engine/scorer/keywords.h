// Words that set two accounts apart.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/records/comparison.h"
#include "engine/records/statement.h"

namespace rashomon {

/// Keywords of one side that are kept.
inline constexpr std::size_t kMostKeywords = 50;

/// The weighted log-odds of every content word (of Chinese, of every two characters in a row) by Monroe,
/// Colaresi & Quinn, "Fightin' Words", Political Analysis 16 (2008): the difference of the two accounts'
/// log-odds under an informative Dirichlet prior (eq. 16) over its standard deviation (eqs. 20 and 22). The
/// prior has the proportions of both accounts together (eq. 23) and weighs as much as an account of their
/// mean length. Words of one stem are one. By z: the left account's first, at most kMostKeywords of each
/// side, those of z = 0 left out; equal ones by their stem.
std::vector<Keyword> keywords_of(const std::vector<Statement>& left, const std::vector<Statement>& right);

}  // namespace rashomon
