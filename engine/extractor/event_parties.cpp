#include "engine/extractor/event_parties.h"

#include <algorithm>
#include <map>

#include "engine/extractor/names.h"

namespace rashomon {
namespace {

constexpr std::size_t kBeginning = 4;  // sentences that tell what an article is about
constexpr double kEarlyWeight = 2;     // of a mention there, in cited statements
constexpr double kMentionWeight = 0.1;
constexpr double kThirdShare = 0.2;  // of all cited statements, from which a third party is a side
constexpr double kLateShare = 0.25;  // the same of a party that the beginning does not name
constexpr double kFewestThird = 3;   // cited statements of either

struct Weight {
  double cited = 0;
  double mentioned = 0;  // statements that name it
  double early = 0;      // of them, in the beginning

  double sum() const { return cited + kMentionWeight * mentioned + kEarlyWeight * std::min(early, 1.0); }
};

}  // namespace

std::vector<std::string> event_parties(const std::vector<Statement>& statements,
                                       const std::vector<std::set<std::string>>& cited,
                                       const Lexicons& lexicons) {
  std::map<std::string, Weight> weights;
  double all = 0;
  for (std::size_t k = 0; k < statements.size(); ++k) {
    std::set<std::string> named;
    for (const Find* find : party_finds(statements[k], lexicons)) {
      if (find != nullptr) named.insert(lexicons.party_names()[find->entry].party);
    }
    for (const std::string& party : named) {
      weights[party].mentioned += 1;
      if (k < kBeginning) weights[party].early += 1;
    }
    for (const std::string& party : cited[k]) weights[party].cited += 1;
    all += cited[k].empty() ? 0 : 1;
  }
  std::vector<std::pair<std::string, Weight>> ranked(weights.begin(), weights.end());
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.second.sum() > b.second.sum(); });
  std::vector<std::string> parties;
  for (const auto& [party, weight] : ranked) {
    const bool often = weight.cited >= kFewestThird;
    const bool late = weight.early == 0 && !(often && weight.cited >= kLateShare * all);
    const bool third = parties.size() >= 2 && !(often && weight.cited >= kThirdShare * all);
    if (!late && !third) parties.push_back(party);
  }
  return parties;
}

}  // namespace rashomon
