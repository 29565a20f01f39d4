// All stages in order: the file to open first.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/model/model.h"
#include "engine/records/comparison.h"
#include "engine/records/document.h"
#include "engine/records/vectors.h"
#include "engine/vectorizer/frequencies.h"
#include "engine/vectorizer/word_vectors.h"

namespace rashomon {

/// What the engine knows beside the texts. Made once, then only read.
struct Knowledge {
  Lexicons lexicons;
  Frequencies background;
  WordVectors vectors;
  Model model;

  /// All that is compiled into the program.
  static Knowledge builtin();
};

/// A similarity from outside, on any scale: left statements x right statements, finite.
using OutsideSimilarity = std::function<Matrix(const Account& left, const Account& right)>;

struct CompareOptions {
  std::vector<std::string>
      parties;  // ids of the documents in order; missing or empty: told from the documents
  std::optional<double> min_probability;  // links below are left out, 0 .. 1; default: the model's threshold
  OutsideSimilarity outside = {};         // joins the pair model; empty: none
};

/// Compares two or more documents, each one account. Throws InputError on a text without a sentence or a bad
/// party id, std::invalid_argument on fewer than two documents.
Comparison compare(std::vector<Document> documents, const Knowledge& knowledge,
                   const CompareOptions& options = {});

/// The stages before the comparison: whose account each document is, and its statements.
std::vector<Account> read_accounts(std::vector<Document> documents, const std::vector<std::string>& parties,
                                   const Lexicons& lexicons);

}  // namespace rashomon
