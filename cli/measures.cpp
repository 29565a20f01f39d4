#include "cli/measures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <utility>

#include "cli/ranks.h"

namespace rashomon::cli {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr double kLeastProbability = 0.05;  // of pairs that calibration is measured on
constexpr std::size_t kBins = 10;
constexpr std::uint64_t kSeed = 7;

/// How often each event is in a sample.
using Times = std::vector<std::size_t>;

double ratio(double part, double whole) { return whole > 0 ? part / whole : kNothing; }
double f1(double hits, double said, double gold) { return ratio(2 * hits, said + gold); }

/// Counts that add up over events.
struct Tally {
  double gold = 0, said = 0, hits = 0;  // links
  double full = 0, full_hits = 0;       // annotated as full
  double labelled = 0;                  // hits with the right relation
  double voices = 0, voices_right = 0;  // annotated links
  double dimensions = 0, dimensions_right = 0;
  double holders = 0, holders_right = 0;  // sentences
  double omitted = 0, said_omitted = 0, omitted_hits = 0;
  std::array<std::array<double, kClasses>, kClasses> confusion{};
};

void add(Tally& t, const ScoredPair& pair, double threshold, double times) {
  const bool said = pair.listed && pair.probability >= threshold;
  if (said) t.said += times;
  if (!pair.linked) return;
  t.gold += times;
  if (pair.full) t.full += times;
  if (said) t.hits += times;
  if (said && pair.full) t.full_hits += times;
  if (said && pair.gold == pair.said) t.labelled += times;
  if (pair.listed)
    t.confusion[static_cast<std::size_t>(pair.gold)][static_cast<std::size_t>(pair.said)] += times;
  if (pair.voice) t.voices += times, t.voices_right += *pair.voice ? times : 0;
  if (pair.dimension) t.dimensions += times, t.dimensions_right += *pair.dimension ? times : 0;
}

Tally tally(const std::vector<ScoredEvent>& events, const Times& times) {
  Tally t;
  for (std::size_t e = 0; e < events.size(); ++e) {
    const ScoredEvent& event = events[e];
    const auto n = static_cast<double>(times[e]);
    if (n == 0) continue;
    for (const ScoredPair& pair : event.pairs) {
      if (pair.linked || pair.probability >= event.threshold) add(t, pair, event.threshold, n);
    }
    t.holders_right += n * static_cast<double>(event.holders[0]);
    t.holders += n * static_cast<double>(event.holders[1]);
    const auto& omitted = event.omitted;
    t.omitted += n * static_cast<double>(omitted[1][0] + omitted[1][1]);
    t.said_omitted += n * static_cast<double>(omitted[0][1] + omitted[1][1]);
    t.omitted_hits += n * static_cast<double>(omitted[1][1]);
  }
  return t;
}

double accuracy(const Tally& t) {
  double right = 0;
  double all = 0;
  for (std::size_t g = 0; g < kClasses; ++g) {
    for (std::size_t s = 0; s < kClasses; ++s) all += t.confusion[g][s];
    right += t.confusion[g][g];
  }
  return ratio(right, all);
}

// Mean F1 of the relations that the annotation holds.
double macro_f1(const Tally& t) {
  double sum = 0;
  double classes = 0;
  for (std::size_t c = 0; c < kClasses; ++c) {
    double gold = 0;
    double said = 0;
    for (std::size_t k = 0; k < kClasses; ++k) gold += t.confusion[c][k], said += t.confusion[k][c];
    if (gold == 0) continue;
    sum += f1(t.confusion[c][c], said, gold);
    ++classes;
  }
  return ratio(sum, classes);
}

/// Something said with a probability, and whether it was so.
struct Claim {
  double probability;
  bool held;
  std::size_t event;
};

/// All that a sample counts, made once.
struct Group {
  const std::vector<ScoredEvent>& events;
  std::vector<Claim> links;      // every listed pair, likeliest first
  std::vector<Claim> relations;  // of annotated links, surest first

  explicit Group(const std::vector<ScoredEvent>& all) : events(all) {
    for (std::size_t e = 0; e < events.size(); ++e) {
      for (const ScoredPair& pair : events[e].pairs) {
        if (!pair.listed) continue;
        links.push_back({pair.probability, pair.linked, e});
        if (pair.linked && pair.probability >= kLeastProbability)
          relations.push_back({pair.confidence, pair.gold == pair.said, e});
      }
    }
    const auto likelier = [](const Claim& a, const Claim& b) { return a.probability > b.probability; };
    std::stable_sort(links.begin(), links.end(), likelier);
    std::stable_sort(relations.begin(), relations.end(), likelier);
  }
};

// Mean over the annotated links of the precision at each (Manning et al. 2008, section 8.4).
double average_precision(const Group& group, const Times& times, double gold) {
  double seen = 0;
  double hits = 0;
  double sum = 0;
  for (const Claim& claim : group.links) {
    for (std::size_t n = 0; n < times[claim.event]; ++n) {
      ++seen;
      if (claim.held) sum += ++hits / seen;
    }
  }
  return ratio(sum, gold);
}

// Claims in order of their probability, cut into bins whose counts differ by one at most.
std::vector<Bin> bins_of(const std::vector<Claim>& claims, double least, const Times& times) {
  std::size_t all = 0;
  for (const Claim& claim : claims) all += claim.probability >= least ? times[claim.event] : 0;
  std::vector<Bin> bins(std::min(kBins, all));
  std::size_t at = 0;
  for (const Claim& claim : claims) {
    if (claim.probability < least) break;
    for (std::size_t n = 0; n < times[claim.event]; ++n, ++at) {
      Bin& bin = bins[at * bins.size() / all];
      ++bin.count;
      bin.said += claim.probability;
      bin.held += claim.held ? 1 : 0;
    }
  }
  for (Bin& bin : bins) {
    bin.said /= static_cast<double>(bin.count);
    bin.held /= static_cast<double>(bin.count);
  }
  return bins;
}

// Mean distance of what was said and what held, by count (Naeini et al. 2015).
double calibration_error(const std::vector<Bin>& bins) {
  double sum = 0;
  double count = 0;
  for (const Bin& bin : bins) {
    sum += static_cast<double>(bin.count) * std::abs(bin.said - bin.held);
    count += static_cast<double>(bin.count);
  }
  return ratio(sum, count);
}

double score_spearman(const Group& group, const Times& times) {
  std::vector<double> gold;
  std::vector<double> said;
  for (std::size_t e = 0; e < group.events.size(); ++e) {
    if (times[e] == 0) continue;
    for (const ScoredPair& pair : group.events[e].pairs) {
      if (!pair.linked || !pair.listed) continue;
      gold.insert(gold.end(), times[e], pair.gold_score);
      said.insert(said.end(), times[e], pair.score);
    }
  }
  return spearman(said, gold);
}

struct TotalErrors {
  double mean = kNothing;      // mean absolute error
  double spearman = kNothing;  // over events
};

TotalErrors total_errors(const Group& group, const Times& times, Total total) {
  std::vector<double> gold;
  std::vector<double> said;
  double sum = 0;
  for (std::size_t e = 0; e < group.events.size(); ++e) {
    const auto& truth = group.events[e].gold[total];
    const auto& guess = group.events[e].said[total];
    if (!truth || !guess) continue;
    gold.insert(gold.end(), times[e], *truth);
    said.insert(said.end(), times[e], *guess);
    sum += static_cast<double>(times[e]) * std::abs(*truth - *guess);
  }
  return {ratio(sum, static_cast<double>(gold.size())), spearman(said, gold)};
}

std::pair<double, double> coverage_and_width(const Group& group, const Times& times) {
  double inside = 0;
  double width = 0;
  double all = 0;
  for (std::size_t e = 0; e < group.events.size(); ++e) {
    const auto n = static_cast<double>(times[e]);
    const auto [low, high] = group.events[e].interval;
    const double truth = *group.events[e].gold[kDivergence];
    if (low <= truth && truth <= high) inside += n;
    width += n * (high - low);
    all += n;
  }
  return {ratio(inside, all), ratio(width, all)};
}

std::vector<Measure> figures_of(const Group& group, const Times& times) {
  const Tally t = tally(group.events, times);
  const auto bins = bins_of(group.links, kLeastProbability, times);
  const auto sure = bins_of(group.relations, 0, times);
  std::vector<Measure> out = {
      {"link_precision", "links said that the annotation holds", ratio(t.hits, t.said)},
      {"link_recall", "annotated links that are said", ratio(t.hits, t.gold)},
      {"link_f1", "harmonic mean of the two, at the model's threshold", f1(t.hits, t.said, t.gold)},
      {"full_recall", "recall of the full links", ratio(t.full_hits, t.full)},
      {"average_precision", "of all pairs ranked by probability", average_precision(group, times, t.gold)},
      {"calibration_error", "expected, of the probability of a link", calibration_error(bins)},
      {"relation_accuracy", "agree, reframe or oppose, of annotated links", accuracy(t)},
      {"relation_macro_f1", "mean F1 of the three", macro_f1(t)},
      {"relation_calibration_error", "expected, of the relation's confidence", calibration_error(sure)},
      {"score_spearman", "rank correlation of the score", score_spearman(group, times)},
      {"labelled_f1", "link F1, right only with the right relation", f1(t.labelled, t.said, t.gold)},
      {"omission_f1", "sentences without a link", f1(t.omitted_hits, t.said_omitted, t.omitted)},
      {"dimension_accuracy", "of reframes", ratio(t.dimensions_right, t.dimensions)},
      {"holder_accuracy", "sentences whose holders are right", ratio(t.holders_right, t.holders)},
      {"voice_accuracy", "annotated links whose voice is right", ratio(t.voices_right, t.voices)}};
  constexpr std::array<std::array<std::string_view, 2>, kTotals> kNames = {
      {{"silence_error", "silence_spearman"},
       {"narrative_error", "narrative_spearman"},
       {"position_error", "position_spearman"},
       {"divergence_error", "divergence_spearman"}}};
  for (const Total total : {kSilence, kNarrative, kPosition, kDivergence}) {
    const TotalErrors errors = total_errors(group, times, total);
    out.push_back({kNames[total][0], "mean absolute error over events", errors.mean});
    out.push_back({kNames[total][1], "rank correlation over events", errors.spearman});
  }
  const auto [coverage, width] = coverage_and_width(group, times);
  out.push_back({"interval_coverage", "events whose divergence lies in the interval", coverage});
  out.push_back({"interval_width", "its mean width", width});
  return out;
}

/// A sample of as many events, drawn with replacement.
Times drawn(std::mt19937_64& random, std::size_t events) {
  Times times(events, 0);
  for (std::size_t k = 0; k < events; ++k) ++times[random() % events];
  return times;
}

void add_intervals(std::vector<Measure>& figures, const Group& group) {
  std::mt19937_64 random(kSeed);
  std::vector<std::vector<double>> samples(figures.size());
  for (std::size_t n = 0; n < kResamples; ++n) {
    const std::vector<Measure> sample = figures_of(group, drawn(random, group.events.size()));
    for (std::size_t k = 0; k < sample.size(); ++k) {
      if (!std::isnan(sample[k].value)) samples[k].push_back(sample[k].value);
    }
  }
  for (std::size_t k = 0; k < figures.size(); ++k) {
    std::vector<double>& values = samples[k];
    std::sort(values.begin(), values.end());
    const std::size_t tail = values.size() / 40;  // 2.5 %
    const bool known = !values.empty() && !std::isnan(figures[k].value);
    figures[k].low = known ? values[tail] : kNothing;
    figures[k].high = known ? values[values.size() - 1 - tail] : kNothing;
  }
}

}  // namespace

Measures measure(const std::vector<ScoredEvent>& events, std::string kind) {
  const Group group(events);
  const Times once(events.size(), 1);
  const Tally t = tally(events, once);
  Measures out;
  out.kind = std::move(kind);
  out.events = events.size();
  out.links = static_cast<std::size_t>(t.gold);
  out.figures = figures_of(group, once);
  add_intervals(out.figures, group);
  out.link_calibration = bins_of(group.links, kLeastProbability, once);
  out.relation_calibration = bins_of(group.relations, 0, once);
  for (std::size_t g = 0; g < kClasses; ++g) {
    for (std::size_t s = 0; s < kClasses; ++s)
      out.confusion[g][s] = static_cast<std::size_t>(t.confusion[g][s]);
  }
  return out;
}

}  // namespace rashomon::cli
