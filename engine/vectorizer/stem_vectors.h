// Vectors of stems in the making: from counts, from word2vec text, or from both.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/vectorizer/cooccurrence.h"

namespace rashomon {

/// One vector a stem.
struct StemVectors {
  std::vector<std::string> stems;  // sorted by bytes
  Eigen::MatrixXf rows;            // stems x dimensions
};

/// U S^power of the PPMI matrix's singular value decomposition (Levy, Goldberg, Dagan 2015, 3.3).
StemVectors factorise(const Ppmi& ppmi, std::size_t dimensions, double power);

/// word2vec's text format: "words dimensions", then a line a word: the word and its numbers, parted by
/// blanks; the commonest words first. Words are folded and stemmed as ours are; of several with one stem the
/// mean is taken, each by 1 / its line (Zipf's law). What is no single content word is passed over.
/// `name` is for messages. Throws InputError.
StemVectors read_word2vec(std::string_view text, const std::string& name, const Lexicons& lexicons);

/// The vectors of `a` with those of `b` beside them, both of length 1 (0 where `b` lacks the stem), turned
/// into `dimensions` columns by singular value decomposition.
StemVectors join(const StemVectors& a, const StemVectors& b, std::size_t dimensions);

/// Only the stems of `keep`, sorted by bytes.
StemVectors keep_stems(const StemVectors& vectors, const std::vector<std::string>& keep);

}  // namespace rashomon
