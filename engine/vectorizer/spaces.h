// Two accounts -> all the vector spaces that they are compared in.
#pragma once

#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/statement.h"
#include "engine/records/vectors.h"
#include "engine/vectorizer/frequencies.h"
#include "engine/vectorizer/word_vectors.h"

namespace rashomon {

/// Arrives: the read statements of both accounts. Leaves: their TF-IDF rows in each space.
PairSpaces vector_spaces(const std::vector<Statement>& left, const std::vector<Statement>& right,
                         const Lexicons& lexicons, const Frequencies& background, const WordVectors& vectors);

}  // namespace rashomon
