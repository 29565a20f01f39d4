// Probabilities and scores of every pair -> silence, narrative, position, divergence (design: "The totals").
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "engine/records/alignment.h"
#include "engine/records/comparison.h"
#include "engine/records/vectors.h"
#include "engine/scorer/judgement.h"

namespace rashomon {

/// What every total is made of; i a left, j a right statement.
struct Ground {
  Vector left_answered;   // a_i = 1 - P0 - P1 / 2, 0 .. 1
  Vector right_answered;  // a_j
  Matrix left_share;      // m_i a_i w_ij / sum_j w_ij: what of i's mass the pair answers
  Matrix right_share;     // m_j a_j w_ij / sum_i w_ij
  Matrix shared;          // u_ij: half the sum of both
};

/// Masses: of each statement, adding up to 1 over an account.
Ground ground_of(const Alignment& alignment, const Vector& left_mass, const Vector& right_mass);

/// `divergence_error`: half the width of the interval. Relations are counted elsewhere.
Summary summarize(const Ground& ground, const Alignment& alignment, const Judgements& judgements,
                  double divergence_error);

}  // namespace rashomon
