// Trained weights: read, check, evaluate.
#pragma once

#include <string>
#include <string_view>

namespace rashomon {

/// A trained model of pairs and of links.
struct Model {
  std::string name;
  std::string hash;        // SHA-256 of the file's bytes
  double threshold = 0.3;  // links at or above it are shown by default
};

}  // namespace rashomon
