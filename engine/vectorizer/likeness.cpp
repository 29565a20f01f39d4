#include "engine/vectorizer/likeness.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/model/wide.h"

namespace rashomon {
namespace {

using Eigen::Index;

constexpr std::size_t kLane = 16;  // components that are multiplied at once: rows are filled up to a multiple

// The terms that an account holds, with their vectors, 16 bits a component.
struct Held {
  std::vector<Index> columns;            // ascending
  std::vector<double> scales;            // one a column; 0 without a vector
  std::vector<std::int16_t> components;  // `width` a column
};

Held held_by(const SparseRows& rows, const std::vector<std::string>& terms, const WordVectors& vectors,
             std::size_t width) {
  std::vector<bool> holds(terms.size(), false);
  for (Index s = 0; s < rows.rows(); ++s) {
    for (SparseRows::InnerIterator at(rows, s); at; ++at) holds[static_cast<std::size_t>(at.col())] = true;
  }
  Held out;
  for (std::size_t column = 0; column < terms.size(); ++column) {
    if (!holds[column]) continue;
    out.columns.push_back(static_cast<Index>(column));
    const auto at = vectors.find(terms[column]);
    out.scales.push_back(at ? static_cast<double>(vectors.scale(*at)) : 0);
    out.components.resize(out.columns.size() * width, 0);
    if (!at) continue;
    const auto components = vectors.components(*at);
    std::copy(components.begin(), components.end(),
              out.components.end() - static_cast<std::ptrdiff_t>(width));
  }
  return out;
}

// Products of one row with each of `rows`, `width` components each.
RASHOMON_WIDE void multiply(const std::int16_t* row, const std::vector<std::int16_t>& rows, std::size_t width,
                            std::vector<std::int32_t>& products) {
  const std::int16_t* other = rows.data();
  for (std::int32_t& out : products) {
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < width; ++k) sum += std::int32_t{row[k]} * other[k];
    out = sum;
    other += width;
  }
}

void centroids(const SparseRows& rows, const PairVectors& stems, const WordVectors& vectors,
               const std::vector<std::optional<std::size_t>>& places, Matrix& out) {
  out = Matrix::Zero(rows.rows(), static_cast<Index>(vectors.dimensions()));
  for (Index s = 0; s < rows.rows(); ++s) {
    for (SparseRows::InnerIterator at(rows, s); at; ++at) {
      const auto& place = places[static_cast<std::size_t>(at.col())];
      if (!place) continue;
      const double weight = stems.idf[at.col()] * static_cast<double>(vectors.scale(*place));
      Index d = 0;
      for (const std::int8_t component : vectors.components(*place)) out(s, d++) += weight * component;
    }
  }
}

void unit_rows(Matrix& rows) {
  for (Index s = 0; s < rows.rows(); ++s) {
    double squares = 0;
    for (const double value : rows.row(s)) squares += value * value;
    if (squares > 0) rows.row(s) /= std::sqrt(squares);
  }
}

// Plain sums in one order: the same bits for either account.
Eigen::RowVectorXd column_sums(const Matrix& rows) {
  Eigen::RowVectorXd sums = Eigen::RowVectorXd::Zero(rows.cols());
  for (Index s = 0; s < rows.rows(); ++s) sums += rows.row(s);
  return sums;
}

}  // namespace

SparseRows likeness(const PairVectors& stems, const WordVectors& vectors, double least) {
  const std::size_t width = (vectors.dimensions() + kLane - 1) / kLane * kLane;
  const Held left = held_by(stems.left, stems.terms, vectors, width);
  const Held right = held_by(stems.right, stems.terms, vectors, width);
  const auto size = static_cast<Index>(stems.terms.size());
  SparseRows out(size, size);
  std::vector<std::int32_t> products(right.columns.size());
  std::size_t a = 0;
  for (Index row = 0; row < size; ++row) {
    out.startVec(row);
    if (a == left.columns.size() || left.columns[a] != row) continue;
    multiply(left.components.data() + a * width, right.components, width, products);
    for (std::size_t b = 0; b < products.size(); ++b) {
      const double cosine = std::min(products[b] * (left.scales[a] * right.scales[b]), 1.0);
      if (right.columns[b] == row) {
        out.insertBack(row, row) = 1;
      } else if (cosine >= least && cosine > 0) {
        out.insertBack(row, right.columns[b]) = cosine;
      }
    }
    ++a;
  }
  out.finalize();
  return out;
}

Meanings meanings(const PairVectors& stems, const WordVectors& vectors) {
  std::vector<std::optional<std::size_t>> places;
  for (const std::string& term : stems.terms) places.push_back(vectors.find(term));
  Meanings out;
  centroids(stems.left, stems, vectors, places, out.left);
  centroids(stems.right, stems, vectors, places, out.right);
  unit_rows(out.left);
  unit_rows(out.right);
  const auto statements = static_cast<double>(std::max<Index>(1, out.left.rows() + out.right.rows()));
  const Eigen::RowVectorXd mean = (column_sums(out.left) + column_sums(out.right)) / statements;
  for (Matrix* rows : {&out.left, &out.right}) {
    for (Index s = 0; s < rows->rows(); ++s) {
      if (!rows->row(s).isZero(0)) rows->row(s) -= mean;
    }
    unit_rows(*rows);
  }
  return out;
}

}  // namespace rashomon
