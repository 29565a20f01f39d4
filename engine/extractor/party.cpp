// Whose account a text is, by its own evidence.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/extractor/clauses.h"
#include "engine/extractor/extractor.h"
#include "engine/extractor/reading.h"

namespace rashomon {
namespace {

// How much each kind of evidence counts, by the development half of the annotated events.
constexpr double kPublisher = 3;  // a medium, ministry or building in the title or the first sentence
constexpr double kAnswers = 3;    // the person who answers in a transcript
constexpr double kNamedFirst =
    1.5;                            // the person who is named first, but for "I just completed a call with X"
constexpr double kSpeaks = 1;       // subject of a verb of speech
constexpr double kReproached = -1;  // named first in a reproach, but for who utters it
constexpr double kReproach = -2;    // register level from which a sentence is one
constexpr double kEnough = 1;       // the best must have so much ...
constexpr double kMargin = 0.75;    // ... and so much more than the second

class Evidence {
 public:
  explicit Evidence(const Lexicons& lexicons) : lexicons_(lexicons) {}

  void read_title(const std::string& title) {
    const std::vector<Token> tokens = lexicons_.tokenize(title);
    for (const Find& find : lexicons_.find(tokens)) read_publisher(find);
  }

  void read(const Reading& reading, const Turn& turn, bool first) {
    if (turn.question) return;
    if (!turn.party.empty() && turn.label != 0)
      weights_[turn.party] += std::exchange(answered_, true) ? 0 : kAnswers;
    if (first) {
      for (const Find& find : reading.statement->finds) read_publisher(find);
    }
    const Clause clause =
        read_clause(reading, std::vector<bool>(reading.statement->tokens.size(), false), lexicons_);
    std::string speaker;
    if (clause.attribution) {
      speaker = reading.actors[clause.attribution->subject.first].party;
      if (!speaker.empty()) weights_[speaker] += kSpeaks;
    }
    says_i_ = says_i_ || says_i(reading);
    bool reproach = is_reproach(*reading.statement);
    for (const Actor& actor : reading.actors) {
      if (actor.party.empty()) continue;
      if (actor.kind == ActorKind::person && named_first_.empty()) named_first_ = actor.party;
      if (actor.party != speaker && std::exchange(reproach, false)) weights_[actor.party] += kReproached;
    }
  }

  std::optional<std::string> verdict() const {
    auto weights = weights_;
    if (!named_first_.empty() && !says_i_) weights[named_first_] += kNamedFirst;
    std::string best;
    double first = 0;
    double second = 0;
    for (const auto& [party, weight] : weights) {
      if (weight > first) {
        second = std::exchange(first, weight);
        best = party;
      } else {
        second = std::max(second, weight);
      }
    }
    if (first < kEnough || first - second < kMargin) return std::nullopt;
    return best;
  }

 private:
  void read_publisher(const Find& find) {
    if (find.table != Table::parties) return;
    const PartyName& name = lexicons_.party_names()[find.entry];
    if (name.kind == PartyNameKind::building || name.kind == PartyNameKind::ministry ||
        name.kind == PartyNameKind::media) {
      weights_[name.party] += kPublisher;
    }
  }

  // "I" outside of a quotation.
  static bool says_i(const Reading& reading) {
    const auto& tokens = reading.statement->tokens;
    return std::any_of(reading.classes.begin(), reading.classes.end(),
                       [](const WordClass& word) { return word.is(Word::i); }) &&
           std::none_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.form == "\""; });
  }

  bool is_reproach(const Statement& statement) const {
    return std::any_of(statement.finds.begin(), statement.finds.end(), [&](const Find& find) {
      return find.table == Table::register_ && lexicons_.rungs()[find.entry].level <= kReproach;
    });
  }

  const Lexicons& lexicons_;
  std::map<std::string, double> weights_;  // by party
  std::string named_first_;                // party of the first person named
  bool says_i_ = false;
  bool answered_ = false;
};

}  // namespace

std::optional<std::string> detect_party(const Document& document, const std::vector<Statement>& statements,
                                        const Lexicons& lexicons) {
  Evidence evidence(lexicons);
  if (document.title) evidence.read_title(*document.title);
  const Text text = read_text(document, statements, "", lexicons);
  for (std::size_t k = 0; k < statements.size(); ++k) {
    evidence.read(text.readings[k], text.turns[k], k == 0);
  }
  return evidence.verdict();
}

}  // namespace rashomon
