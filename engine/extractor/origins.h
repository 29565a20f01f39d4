// Whom the sources of a news article speak for: names, offices, appositions, and words that point back.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/extractor/citations.h"

namespace rashomon {

/// Somebody whose words an article passes on.
struct Origin {
  std::vector<std::string> parties;  // sorted; empty: nobody's
  bool both = false;                 // the two sides at once, whoever they are
  bool person = false;
  bool told = false;  // a source that was cited before
  std::string label;  // "John Kirby", "Xinhua", "senior administration official"
};

/// The sources of one article so far. Sentences are read in order.
class Origins {
 public:
  explicit Origins(const Lexicons& lexicons) : lexicons_(lexicons) {}

  /// The source that a citation of this sentence means, remembered for what points back to it.
  Origin read(const Reading& reading, const Citation& citation);
  /// Whom a phrase means, without remembering it as a source.
  Origin meant(const Reading& reading, Phrase phrase, Phrase apposition = {}) const;

  /// Whom "he" and "she" will mean, and whose account their words stand in.
  void speaks(const Origin& speaker) { last_person_ = speaker; }
  /// People of the lexicon by each end of their names, and offices, which "the president" may mean.
  void mention(const Reading& reading);

 private:
  struct Earlier {
    Origin origin;
    std::set<std::string> nouns;  // stems: "offici", "ministri"
    std::set<CitationRole> roles;
  };

  bool holds_office(const Statement& statement, Phrase phrase) const;
  bool is_namesake(const Reading& reading, const Find& find, Phrase phrase) const;
  std::optional<Origin> pointed(const Reading& reading, Phrase phrase) const;
  std::optional<Origin> pointed_by_noun(const Statement& statement, Phrase phrase) const;
  std::optional<Origin> named(const Reading& reading, Phrase phrase) const;
  std::optional<Origin> known(const Statement& statement, Phrase phrase) const;
  std::string party_around(const Reading& reading, Phrase phrase) const;
  void remember(const Reading& reading, const Citation& citation, Origin origin);

  const Lexicons& lexicons_;
  std::map<std::string, Origin> names_;     // by each word of a name, as written
  std::map<std::string, Origin> mentions_;  // by the stem of an office
  std::vector<Earlier> earlier_;
  std::optional<Origin> last_person_;
  std::optional<Origin> last_body_;
};

}  // namespace rashomon
