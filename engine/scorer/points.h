// How far the other account answers each item of a list sentence.
#pragma once

#include <vector>

#include "engine/records/statement.h"
#include "engine/records/vectors.h"

namespace rashomon {

/// Of each point of a statement, 0 .. 1: that some statement of the other account answers it, each counting
/// by its probability of a link times the part of the point's content words that it holds. `probability`: of
/// a link with each of `others`.
std::vector<double> points_answered(const Statement& statement, const std::vector<Statement>& others,
                                    const Vector& probability);

}  // namespace rashomon
