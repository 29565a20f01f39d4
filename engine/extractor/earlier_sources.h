// The sources that an article has cited so far, and the words that point back to them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/extractor/citations.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

/// Somebody whose words an article passes on.
struct Origin {
  std::vector<std::string> parties;  // sorted; empty: nobody's
  bool both = false;                 // the two sides at once, whoever they are
  bool person = false;
  bool told = false;  // a source that was cited before
  std::string label;  // "John Kirby", "Xinhua", "senior administration official"
};

class EarlierSources {
 public:
  explicit EarlierSources(const Lexicons& lexicons) : lexicons_(lexicons) {}

  /// Whom "he", "it", "they" and "both" at the end of the phrase mean.
  std::optional<Origin> pointed(const Reading& reading, Phrase phrase) const;
  /// Who bore a name of the phrase before.
  std::optional<Origin> known(const Statement& statement, Phrase phrase) const;
  /// "the official", "the ministry", "a department spokesperson": the source with most of the words, among
  /// equals the last.
  std::optional<Origin> pointed_by_noun(const Statement& statement, Phrase phrase) const;
  /// Who held the office that the token names: "the president's".
  std::optional<Origin> holder(const Token& office) const;
  const std::optional<Origin>& last_person() const { return last_person_; }
  const std::optional<Origin>& last_body() const { return last_body_; }

  /// Adds a source of this sentence.
  void remember(const Reading& reading, const Citation& citation, Origin origin);
  /// Whom "he" and "she" will mean.
  void speaks(const Origin& speaker) { last_person_ = speaker; }
  /// People of the lexicon by each end of their names, and offices, which "the president" may mean.
  void mention(const Reading& reading);

 private:
  struct Earlier {
    Origin origin;
    std::set<std::string> nouns;  // stems: "offici", "ministri"
    std::set<CitationRole> roles;
  };

  void name(const Reading& reading, const Citation& citation, const Origin& origin);

  const Lexicons& lexicons_;
  std::map<std::string, Origin> names_;     // by each word of a name, as written
  std::map<std::string, Origin> mentions_;  // by the stem of an office
  std::vector<Earlier> earlier_;
  std::optional<Origin> last_person_;
  std::optional<Origin> last_body_;
};

/// Nouns that may point back to a source: an official, a ministry, a statement.
bool points_back(CitationRole role);

}  // namespace rashomon
