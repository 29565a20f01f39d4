// The features of the judgement in plain words.
#pragma once

#include <string>

#include "engine/records/comparison.h"

namespace rashomon {

/// One reason: `cold words: "global concern" against "red line" -0.31`. Kinds that have no words of their own
/// are shown with blanks for their marks.
std::string reason_words(const Evidence& row);

/// A row's kind alone: "cold words".
std::string kind_words(const std::string& kind);

}  // namespace rashomon
