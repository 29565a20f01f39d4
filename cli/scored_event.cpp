#include "cli/scored_event.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string_view>

#include "engine/text/characters.h"

namespace rashomon::cli {
namespace {

using SentencePair = std::pair<std::size_t, std::size_t>;

constexpr std::size_t kContentLetters = 4;  // of a word that counts for mass
constexpr double kLeastMass = 0.5;          // of a sentence without such a word

bool is_han(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

// Words of four letters and more; Chinese characters outside such a run count one by one.
double content(std::u32string_view text) {
  std::size_t count = 0;
  for (std::size_t k = 0; k < text.size();) {
    std::size_t end = k;
    while (end < text.size() && is_alphabetic(text[end])) ++end;
    const auto run = text.substr(k, end - k);
    count += run.size() >= kContentLetters
                 ? 1
                 : static_cast<std::size_t>(std::count_if(run.begin(), run.end(), is_han));
    k = end + 1;
  }
  return count == 0 ? kLeastMass : static_cast<double>(count);
}

std::vector<double> masses(const Document& document, const std::vector<Span>& sentences) {
  const std::u32string text = to_code_points(document.text);
  std::vector<double> out;
  for (const Span& s : sentences) {
    out.push_back(content(std::u32string_view(text).substr(s.begin, s.end - s.begin)));
  }
  const double sum = std::accumulate(out.begin(), out.end(), 0.0);
  for (double& mass : out) mass /= sum;
  return out;
}

Class class_of(Relation relation) {
  return relation == Relation::agree     ? Class::agree
         : relation == Relation::reframe ? Class::reframe
                                         : Class::oppose;
}

bool is_link(const GoldLink& link) {
  return link.strength == Strength::part || link.strength == Strength::full;
}

// Cross where both are annotated and share no party.
bool is_cross(const GoldEvent& event, const SentencePair& at) {
  const auto of = [&](std::size_t side, std::size_t sentence) {
    const auto found = event.holders[side].find(sentence);
    return found == event.holders[side].end() ? Holders{0} : found->second;
  };
  const Holders left = of(0, at.first);
  const Holders right = of(1, at.second);
  return left != 0 && right != 0 && (left & right) == 0;
}

// What one side's sentences share with the other's: mass x answered, split by strength (design: "The
// totals").
void add_side(const GoldEvent& event, std::size_t side, std::array<double, 3>& sums) {
  const auto sentence = [&](const SentencePair& at) { return side == 0 ? at.first : at.second; };
  const auto strength = [](const GoldLink& link) { return link.strength == Strength::full ? 1.0 : 0.5; };
  std::map<std::size_t, double> reached;
  for (const auto& [at, link] : event.links) {
    if (is_link(link)) reached[sentence(at)] += strength(link);
  }
  const std::vector<double> mass = masses(event.documents[side], event.sentences[side]);
  for (const auto& [at, link] : event.links) {
    if (!is_link(link)) continue;
    const double all = reached[sentence(at)];
    const double ground = mass[sentence(at)] * std::min(1.0, all) * strength(link) / all / 2;
    sums[0] += ground;
    sums[is_cross(event, at) ? 2 : 1] += ground * (1 - link.score) / 2;
  }
}

Totals gold_totals(const GoldEvent& event) {
  std::array<double, 3> sums{};  // ground, clash within one voice, across voices
  add_side(event, 0, sums);
  add_side(event, 1, sums);
  const auto [ground, same, cross] = sums;
  Totals out;
  out[kSilence] = 1 - ground;
  out[kDivergence] = 1 - ground + same + cross;
  if (event.has_holders) {
    out[kNarrative] = same;
    out[kPosition] = cross;
  }
  return out;
}

// The likeliest link of every pair of sentences.
std::map<SentencePair, const Link*> by_sentences(const GoldEvent& event, const Comparison& comparison) {
  std::array<std::vector<std::vector<std::size_t>>, 2> stands_for;
  for (std::size_t side = 0; side < 2; ++side) {
    for (const Statement& s : comparison.accounts[side].account.statements) {
      stands_for[side].push_back(covered(s.span, event.sentences[side]));
    }
  }
  std::map<SentencePair, const Link*> out;
  for (const Link& link : comparison.pairs[0].links) {
    for (const std::size_t i : stands_for[0][link.left]) {
      for (const std::size_t j : stands_for[1][link.right]) {
        const Link*& best = out[{i, j}];
        if (best == nullptr || link.probability > best->probability) best = &link;
      }
    }
  }
  return out;
}

ScoredPair scored_pair(const GoldEvent& event, const SentencePair& at, const Link* link) {
  ScoredPair pair;
  const auto gold = event.links.find(at);
  if (gold != event.links.end()) {
    pair.linked = true;
    pair.full = gold->second.strength == Strength::full;
    pair.gold = class_of(gold->second.relation);
    pair.gold_score = gold->second.score;
  }
  if (link == nullptr) return pair;
  pair.listed = true;
  pair.probability = link->probability;
  pair.said = class_of(link->relation);
  pair.score = link->score;
  pair.confidence = link->confidence;
  if (!pair.linked) return pair;
  if (event.has_holders) pair.voice = is_cross(event, at) == (link->voice == Voice::cross);
  const GoldDimension dimension = gold->second.dimension;
  if (dimension != GoldDimension::none && link->relation == Relation::reframe) {
    pair.dimension = link->dimension && static_cast<int>(*link->dimension) + 1 == static_cast<int>(dimension);
  }
  return pair;
}

void add_pairs(ScoredEvent& out, const GoldEvent& event, const Comparison& comparison) {
  std::map<SentencePair, const Link*> links = by_sentences(event, comparison);
  for (const auto& [at, link] : event.links) {
    if (link.strength == Strength::disputed) {
      links.erase(at);
    } else {
      links.try_emplace(at, nullptr);
    }
  }
  std::array<std::set<std::size_t>, 2> gold;
  std::array<std::set<std::size_t>, 2> said;
  for (const auto& [at, link] : links) {
    const ScoredPair pair = scored_pair(event, at, link);
    if (pair.linked) gold[0].insert(at.first), gold[1].insert(at.second);
    if (pair.listed && pair.probability >= out.threshold) said[0].insert(at.first), said[1].insert(at.second);
    out.pairs.push_back(pair);
  }
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t k = 0; k < event.sentences[side].size(); ++k) {
      ++out.omitted[gold[side].contains(k) ? 0 : 1][said[side].contains(k) ? 0 : 1];
    }
  }
}

void add_holders(ScoredEvent& out, const GoldEvent& event, const Comparison& comparison) {
  for (std::size_t side = 0; side < 2; ++side) {
    std::map<std::size_t, Holders> said;
    for (const Statement& s : comparison.accounts[side].account.statements) {
      Holders who = 0;
      for (const std::string& holder : s.holders) {
        if (holder == comparison.accounts[0].account.id) who |= kLeftHolds;
        if (holder == comparison.accounts[1].account.id) who |= kRightHolds;
      }
      for (const std::size_t k : covered(s.span, event.sentences[side])) said[k] |= who;
    }
    for (const auto& [sentence, who] : event.holders[side]) {
      out.holders[0] += said[sentence] == who ? 1 : 0;
      ++out.holders[1];
    }
  }
}

}  // namespace

ScoredEvent scored(const GoldEvent& event, const Comparison& comparison) {
  ScoredEvent out;
  out.name = event.name;
  out.kind = event.kind;
  out.threshold = comparison.engine.threshold;
  add_pairs(out, event, comparison);
  add_holders(out, event, comparison);
  out.gold = gold_totals(event);
  const Summary& summary = comparison.pairs[0].summary;
  out.said = {summary.silence, summary.narrative, summary.position, summary.divergence};
  out.interval = summary.divergence_interval;
  return out;
}

}  // namespace rashomon::cli
