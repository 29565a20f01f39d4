// Whom the sources of a news article speak for: names, offices, appositions, and words that point back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/extractor/citations.h"
#include "engine/extractor/earlier_sources.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

/// The sources of one article so far. Sentences are read in order.
class Origins {
 public:
  explicit Origins(const Lexicons& lexicons) : lexicons_(lexicons), earlier_(lexicons) {}

  /// The source that a citation of this sentence means, remembered for what points back to it.
  Origin read(const Reading& reading, const Citation& citation);
  /// Whom a phrase means, without remembering it as a source.
  Origin meant(const Reading& reading, Phrase phrase, Phrase apposition = {}) const;

  /// Whom "he" and "she" will mean, and whose account their words stand in.
  void speaks(const Origin& speaker) { earlier_.speaks(speaker); }
  /// People and offices of a sentence, which later words may mean though nobody cites them.
  void mention(const Reading& reading) { earlier_.mention(reading); }

 private:
  bool is_private(const Statement& statement, Phrase phrase, Phrase apposition) const;
  bool holds_office(const Statement& statement, Phrase phrase) const;
  bool is_namesake(const Reading& reading, const Find& find, Phrase phrase, bool inexact) const;
  std::optional<Origin> named(const Reading& reading, Phrase phrase, bool nobodys) const;
  Origin named_by(const Reading& reading, const Find& find, Phrase phrase) const;
  std::optional<Origin> appointed(const Reading& reading, Phrase apposition, const std::string& label) const;
  std::optional<Origin> owned(const Reading& reading, Phrase phrase) const;
  std::string party_around(const Reading& reading, Phrase phrase) const;
  std::string party_of_medium(const Reading& reading, std::size_t verb) const;

  const Lexicons& lexicons_;
  EarlierSources earlier_;
};

}  // namespace rashomon
