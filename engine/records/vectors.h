// The Eigen types of the engine, and what the vectorizer hands on.
#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>

#include <string>
#include <vector>

namespace rashomon {

/// Rows = statements or pairs, columns = whatever the place says.
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXd;
/// Rows = statements, columns = terms; row-major, so that a row is a statement's vector.
using SparseRows = Eigen::SparseMatrix<double, Eigen::RowMajor>;

/// Two accounts in one vector space.
struct PairVectors {
  SparseRows left;                 // left statements x terms, L2 rows
  SparseRows right;                // right statements x terms, the same columns
  std::vector<std::string> terms;  // of the columns, sorted by bytes
  Vector idf;                      // of the columns; >= 1
};

/// Two accounts in all the vector spaces that they are compared in.
struct PairSpaces {
  PairVectors stems;       // stems, idf blended with the background's
  PairVectors runs;        // stems and runs of two, idf of the pair
  PairVectors characters;  // runs of 3 to 5 characters, idf of the pair
  PairVectors issues;      // concepts that are issues, and their parents
  PairVectors formulas;    // concepts that are formulas
  PairVectors names;       // concepts that are places, persons or organisations
  SparseRows likeness;   // columns x columns of `stems`, left terms in rows: word-vector cosines, 1 on itself
  Matrix left_meaning;   // left statements x dimensions of the word vectors: their mean; L2 rows
  Matrix right_meaning;  // right statements x dimensions
  Matrix left_rarity;    // left statements x 2: mean background idf of the stems, and of the three rarest
  Matrix right_rarity;   // right statements x 2
};

}  // namespace rashomon
