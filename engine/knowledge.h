// What the engine knows beside the texts: what is compiled in, and what a user's files add.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/model/model.h"
#include "engine/vectorizer/frequencies.h"
#include "engine/vectorizer/word_vectors.h"

namespace rashomon {

/// Paths of a user's files.
struct KnowledgeFiles {
  std::vector<std::string> lexicons = {};   // tables like those of corpora/lexicons, which add or override
  std::optional<std::string> model = {};    // trained weights in place of the built-in ones
  std::optional<std::string> vectors = {};  // word vectors in place of the built-in ones
};

/// Made once, then only read: by any number of threads.
struct Knowledge {
  Lexicons lexicons;
  Frequencies background;
  WordVectors vectors;
  Model model;

  /// All that is compiled into the program.
  static Knowledge builtin();
  /// The same with these files. Throws InputError where one cannot be read or does not hold together.
  static Knowledge with(const KnowledgeFiles& files);
};

/// A table in a file of the user's. Throws InputError.
TsvTable read_table(const std::string& path);
/// The built-in tables, then those of these files. Throws InputError.
std::vector<TsvTable> tables_with(const std::vector<std::string>& paths);
/// The built-in lexicons with these files. Throws InputError.
Lexicons lexicons_with(const std::vector<std::string>& paths);

}  // namespace rashomon
