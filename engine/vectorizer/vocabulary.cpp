#include "engine/vectorizer/vocabulary.h"

namespace rashomon {

TermId Vocabulary::add(std::string_view term) {
  if (const auto known = ids_.find(term); known != ids_.end()) return known->second;
  const auto id = static_cast<TermId>(terms_.size());
  ids_.emplace(terms_.emplace_back(term), id);
  return id;
}

}  // namespace rashomon
