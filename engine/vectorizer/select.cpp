#include "engine/vectorizer/select.h"

namespace rashomon {
namespace {

using Eigen::Index;
using Rows = std::vector<std::size_t>;

SparseRows select(const SparseRows& all, const Rows& rows) {
  SparseRows out(static_cast<Index>(rows.size()), all.cols());
  Index to = 0;
  for (const std::size_t from : rows) {
    out.startVec(to);
    for (SparseRows::InnerIterator at(all, static_cast<Index>(from)); at; ++at)
      out.insertBack(to, at.col()) = at.value();
    ++to;
  }
  out.finalize();
  return out;
}

Matrix select(const Matrix& all, const Rows& rows) {
  Matrix out(static_cast<Index>(rows.size()), all.cols());
  Index to = 0;
  for (const std::size_t from : rows) out.row(to++) = all.row(static_cast<Index>(from));
  return out;
}

PairVectors select(const PairVectors& all, const Rows& left, const Rows& right) {
  return {select(all.left, left), select(all.right, right), all.terms, all.idf};
}

}  // namespace

PairSpaces select_statements(const PairSpaces& spaces, const std::vector<std::size_t>& left,
                             const std::vector<std::size_t>& right) {
  PairSpaces out;
  out.stems = select(spaces.stems, left, right);
  out.runs = select(spaces.runs, left, right);
  out.characters = select(spaces.characters, left, right);
  out.issues = select(spaces.issues, left, right);
  out.formulas = select(spaces.formulas, left, right);
  out.names = select(spaces.names, left, right);
  out.likeness = spaces.likeness;
  out.left_meaning = select(spaces.left_meaning, left);
  out.right_meaning = select(spaces.right_meaning, right);
  out.left_rarity = select(spaces.left_rarity, left);
  out.right_rarity = select(spaces.right_rarity, right);
  return out;
}

}  // namespace rashomon
