// How far the other account answers each item of a list sentence.
#pragma once

#include <vector>

#include "engine/records/statement.h"
#include "engine/records/vectors.h"

namespace rashomon {

/// Of each statement's points, 0 .. 1: that some statement of the other account answers it, each counting by
/// its probability of a link times the part of the point's content words that it holds, in the same stem or
/// in words of the same concept. `probability`: of a link; rows = statements, columns = others.
std::vector<std::vector<double>> points_answered(const std::vector<Statement>& statements,
                                                 const std::vector<Statement>& others,
                                                 const Matrix& probability);

}  // namespace rashomon
