// Who stands before the verb of a source.
#pragma once

#include <optional>
#include <vector>

#include "engine/extractor/actors.h"
#include "engine/extractor/phrases.h"

namespace rashomon {

/// A noun phrase, and what stands between commas behind it.
struct Subject {
  Phrase phrase;      // never empty
  Phrase apposition;  // "who leads the talks"; may be empty
};

/// Finds subjects in one sentence; `words` and `actors` must outlive it.
class VerbSubjects {
 public:
  VerbSubjects(const Phrases& words, const std::vector<Actor>& actors, bool heading)
      : words_(words), actors_(actors), heading_(heading) {}

  /// Of the verb that begins with the token. `earlier`: the source that the sentence has cited before, who is
  /// also the one of "..., saying"; empty where there is none.
  std::optional<Subject> of(std::size_t verb, Phrase earlier) const;
  /// Whether it stands in the passive: "was told".
  bool is_passive(std::size_t verb) const;
  /// Whether the comma ends an apposition behind a short phrase that begins a clause: "Roe, an envoy, said".
  bool ends_apposition(std::size_t comma) const;

 private:
  std::size_t before_helpers(std::size_t verb) const;
  Phrase with_document(Phrase phrase) const;
  Subject before_apposition(std::size_t close) const;
  Phrase main_subject(std::size_t verb) const;
  bool ends_subject(std::size_t at) const;

  const Phrases& words_;
  const std::vector<Actor>& actors_;
  bool heading_;
};

}  // namespace rashomon
