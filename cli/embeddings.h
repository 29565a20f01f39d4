// A user's embeddings of the statements: two files, one row a statement.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "engine/pipeline.h"

namespace rashomon::cli {

/// A matrix of float32 or float64 in C order: .npy (NumPy format 1 to 3), or .safetensors with one tensor.
/// Throws InputError: another type or order, not two dimensions, a file cut short, a number that is not
/// finite.
Matrix parse_embeddings(std::string_view bytes, const std::string& path);

/// --embeddings, for a command's table.
Option embeddings_option();

/// The cosine of every pair by the files of --embeddings; empty where it is not given. Throws InputError on
/// files that cannot be read; the similarity throws where the rows are not as many as the statements.
OutsideSimilarity embeddings_of(const Options& options);

}  // namespace rashomon::cli
