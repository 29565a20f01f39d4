// A similarity that comes from outside (a user's embeddings, a user's scorer) joins the pair model.
#pragma once

#include "engine/model/model.h"
#include "engine/records/vectors.h"

namespace rashomon {

/// Scores of every pair on any scale, greater = more alike -> where each stands: what the score has beyond
/// the means of its row and of its column, its competition there (standing.h), with mean 0 and standard
/// deviation 1 over all pairs; 0 where no score stands out. So no model's scale matters. Symmetric to the
/// last bit.
Matrix outside_standing(const Matrix& scores);

/// Log-odds = slope x own log-odds + weight x standing + offset; to probabilities.
Matrix join_outside(const Matrix& probabilities, const Matrix& standing, const OutsideModel& model);

}  // namespace rashomon
