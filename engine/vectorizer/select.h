// Some statements of two accounts, in the vector spaces of all of them.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/records/vectors.h"

namespace rashomon {

/// The rows of these left and right statements, in that order; terms, idf and likeness stay those of all.
/// Throws nothing; every index is below the number of rows.
PairSpaces select_statements(const PairSpaces& spaces, const std::vector<std::size_t>& left,
                             const std::vector<std::size_t>& right);

}  // namespace rashomon
