#include "engine/aligner/standing.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace rashomon {
namespace {

using Eigen::Index;

struct RowStanding {
  Matrix ratio;
  Matrix rank;
  Matrix margin;
};

RowStanding rank_rows(const Matrix& s) {
  RowStanding out{Matrix(s.rows(), s.cols()), Matrix(s.rows(), s.cols()), Matrix(s.rows(), s.cols())};
  if (s.cols() == 0) return out;
  const auto size = static_cast<double>(s.cols());
  std::vector<std::pair<double, Index>>
      sorted;  // value, column; most similarities are 0 and stand last alike
  for (Index i = 0; i < s.rows(); ++i) {
    sorted.clear();
    for (Index j = 0; j < s.cols(); ++j) {
      if (s(i, j) > 0) sorted.emplace_back(s(i, j), j);
    }
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const double best = sorted.empty() ? 0 : sorted[0].first;
    const double second = s.cols() < 2 ? best : sorted.size() < 2 ? 0 : sorted[1].first;
    out.ratio.row(i).setZero();
    out.rank.row(i).setConstant(static_cast<double>(sorted.size()) / size);
    out.margin.row(i).setConstant(0 - best);
    std::size_t greater = 0;
    for (std::size_t k = 0; k < sorted.size(); ++k) {
      const auto [value, j] = sorted[k];
      if (k > 0 && value < sorted[k - 1].first) greater = k;
      out.ratio(i, j) = value / best;
      out.rank(i, j) = static_cast<double>(greater) / size;
      out.margin(i, j) = value >= best ? value - second : value - best;
    }
  }
  return out;
}

double at_or_zero(const Matrix& s, Index i, Index j) {
  return i >= 0 && j >= 0 && i < s.rows() && j < s.cols() ? s(i, j) : 0;
}

}  // namespace

Standing standing(const Matrix& similarities) {
  RowStanding rows = rank_rows(similarities);
  const RowStanding columns = rank_rows(similarities.transpose());
  Standing out;
  out.row_ratio = std::move(rows.ratio);
  out.column_ratio = columns.ratio.transpose();
  out.competition = similarities.array() * (out.row_ratio.array() * out.column_ratio.array()).sqrt();
  out.row_rank = std::move(rows.rank);
  out.column_rank = columns.rank.transpose();
  out.row_margin = std::move(rows.margin);
  out.column_margin = columns.margin.transpose();
  return out;
}

Matrix diagonal_neighbours(const Matrix& s) {
  Matrix out(s.rows(), s.cols());
  for (Index i = 0; i < s.rows(); ++i) {
    for (Index j = 0; j < s.cols(); ++j)
      out(i, j) = (at_or_zero(s, i - 1, j - 1) + at_or_zero(s, i + 1, j + 1)) / 2;
  }
  return out;
}

Matrix cross_neighbours(const Matrix& s) {
  Matrix out(s.rows(), s.cols());
  for (Index i = 0; i < s.rows(); ++i) {
    for (Index j = 0; j < s.cols(); ++j) {
      const double rows = at_or_zero(s, i - 1, j) + at_or_zero(s, i + 1, j);
      const double columns = at_or_zero(s, i, j - 1) + at_or_zero(s, i, j + 1);
      out(i, j) = (rows + columns) / 4;
    }
  }
  return out;
}

}  // namespace rashomon
