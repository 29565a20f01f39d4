// Named figures of every pair of statements, as the models read them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/records/vectors.h"

namespace rashomon {

/// One matrix a feature: rows = statements of the left account, columns = statements of the right one.
/// Every feature is symmetric: with the accounts swapped its matrix is transposed, to the last bit.
struct PairFeatures {
  std::vector<std::string> names;
  std::vector<Matrix> values;  // one a name, all of one shape

  Eigen::Index rows() const { return values.empty() ? 0 : values.front().rows(); }
  Eigen::Index cols() const { return values.empty() ? 0 : values.front().cols(); }
  void add(std::string name, Matrix value) {
    names.push_back(std::move(name));
    values.push_back(std::move(value));
  }
};

}  // namespace rashomon
