// Whose account a text is, by its own evidence.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/extractor/extractor.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

// How much each kind of evidence counts. A leader who comes first and a ministry that publishes tell most; a country's
// name tells little, for both accounts name both countries.
constexpr double kFirstPerson = 2;   // whose person is named first
constexpr double kPublisher = 3;     // a medium, ministry or building named in the title or the first sentence
constexpr double kSpeaks = 1;        // a person or side with a verb of speech right behind
constexpr double kMargin = 1.25;     // the best must be so much better than the second
constexpr std::size_t kHead = 2;     // sentences in which a publisher counts
constexpr std::size_t kSample = 40;  // sentences that are read

bool is_person(PartyNameKind kind) {
  return kind == PartyNameKind::leader || kind == PartyNameKind::minister || kind == PartyNameKind::official ||
         kind == PartyNameKind::spokesperson || kind == PartyNameKind::title;
}

bool is_publisher(PartyNameKind kind) {
  return kind == PartyNameKind::building || kind == PartyNameKind::ministry || kind == PartyNameKind::media;
}

class Evidence {
 public:
  explicit Evidence(const Lexicons& lexicons) : lexicons_(lexicons) {}

  void read(const std::vector<Token>& tokens, std::size_t sentence) {
    const std::vector<Find> finds = lexicons_.find(tokens);
    for (const Find& find : finds) {
      if (find.table != Table::parties) continue;
      const PartyName& name = lexicons_.party_names()[find.entry];
      if (is_publisher(name.kind) && sentence < kHead) weights_[name.party] += kPublisher;
      if (is_person(name.kind) && !person_seen_) {
        weights_[name.party] += kFirstPerson;
        person_seen_ = true;
      }
      const bool speaks = std::any_of(finds.begin(), finds.end(), [&](const Find& verb) {
        return verb.table == Table::speech_verbs && verb.first >= find.last && verb.first <= find.last + 1;
      });
      if (speaks) weights_[name.party] += kSpeaks;
    }
  }

  std::optional<std::string> verdict() const {
    std::string best;
    double first = 0;
    double second = 0;
    for (const auto& [party, weight] : weights_) {
      if (weight > first) {
        second = first;
        first = weight;
        best = party;
      } else {
        second = std::max(second, weight);
      }
    }
    if (first < kFirstPerson || first < kMargin * second) return std::nullopt;
    return best;
  }

 private:
  const Lexicons& lexicons_;
  std::map<std::string, double> weights_;  // by party
  bool person_seen_ = false;
};

}  // namespace

std::optional<std::string> detect_party(const Document& document, const Lexicons& lexicons) {
  Evidence evidence(lexicons);
  std::size_t sentence = 0;
  if (document.title) evidence.read(lexicons.tokenize(*document.title), 0);
  const CodePoints points(document.text);
  for (const Span span : split_sentences(document)) {
    evidence.read(lexicons.tokenize(points.slice(span), span.begin), sentence);
    if (++sentence == kSample) break;
  }
  return evidence.verdict();
}

}  // namespace rashomon
