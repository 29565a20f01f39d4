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
  std::vector<std::pair<double, Index>> sorted(static_cast<std::size_t>(s.cols()));  // value, column
  for (Index i = 0; i < s.rows(); ++i) {
    for (Index j = 0; j < s.cols(); ++j) sorted[static_cast<std::size_t>(j)] = {s(i, j), j};
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const double best = sorted.front().first;
    const double second = sorted.size() < 2 ? best : sorted[1].first;
    std::size_t greater = 0;
    for (std::size_t k = 0; k < sorted.size(); ++k) {
      const auto [value, j] = sorted[k];
      if (k > 0 && value < sorted[k - 1].first) greater = k;
      out.ratio(i, j) = best > 0 ? value / best : 0;
      out.rank(i, j) = static_cast<double>(greater) / static_cast<double>(s.cols());
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
