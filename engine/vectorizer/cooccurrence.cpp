#include "engine/vectorizer/cooccurrence.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

namespace rashomon {
namespace {

using Stream = std::vector<std::uint32_t>;

constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();  // of a sentence
constexpr std::uint32_t kRare = kEnd - 1;  // a word outside the vocabulary: keeps its place

struct Vocabulary {
  std::vector<std::string> stems;    // sorted by bytes
  std::vector<std::uint32_t> of_id;  // id in the stream -> place in stems, or kRare
};

Vocabulary choose(const std::unordered_map<std::string, std::uint32_t>& ids, const Stream& stream,
                  const CooccurrenceOptions& options) {
  std::vector<std::size_t> counts(ids.size(), 0);
  for (const std::uint32_t id : stream) {
    if (id != kEnd) ++counts[id];
  }
  std::vector<std::pair<std::string, std::uint32_t>> chosen;
  for (const auto& [stem, id] : ids) {
    if (counts[id] >= options.least) chosen.emplace_back(stem, id);
  }
  std::sort(chosen.begin(), chosen.end(), [&](const auto& a, const auto& b) {
    return std::make_pair(counts[b.second], a.first) < std::make_pair(counts[a.second], b.first);
  });
  chosen.resize(std::min(chosen.size(), options.stems));
  std::sort(chosen.begin(), chosen.end());

  Vocabulary out{{}, std::vector<std::uint32_t>(ids.size(), kRare)};
  for (auto& [stem, id] : chosen) {
    out.of_id[id] = static_cast<std::uint32_t>(out.stems.size());
    out.stems.push_back(std::move(stem));
  }
  return out;
}

// Where each stem stands in the stream: those of stem w are places[first[w]] .. places[first[w + 1]].
struct Places {
  std::vector<std::size_t> first;
  std::vector<std::uint32_t> places;
};

Places places_of(const Stream& stream, std::size_t stems) {
  Places out{std::vector<std::size_t>(stems + 1, 0), {}};
  for (const std::uint32_t w : stream) {
    if (w < kRare) ++out.first[w + 1];
  }
  for (std::size_t w = 0; w < stems; ++w) out.first[w + 1] += out.first[w];
  out.places.resize(out.first.back());
  std::vector<std::size_t> next(out.first.begin(), out.first.end() - 1);
  for (std::size_t at = 0; at < stream.size(); ++at) {
    if (stream[at] < kRare) out.places[next[stream[at]]++] = static_cast<std::uint32_t>(at);
  }
  return out;
}

// Counts of one stem's neighbours.
class Neighbours {
 public:
  Neighbours(const Stream& stream, std::size_t stems, std::size_t window)
      : stream_(stream), window_(window), counts_(stems, 0) {}

  void count(const Places& places, std::size_t stem) {
    for (const std::uint32_t n : seen_) counts_[n] = 0;
    seen_.clear();
    for (std::size_t k = places.first[stem]; k < places.first[stem + 1]; ++k) {
      const std::size_t at = places.places[k];
      for (std::size_t d = 1; d <= window_ && at >= d && stream_[at - d] != kEnd; ++d)
        add(stream_[at - d], d);
      for (std::size_t d = 1; d <= window_ && stream_[at + d] != kEnd; ++d) add(stream_[at + d], d);
    }
    std::sort(seen_.begin(), seen_.end());
  }

  const std::vector<std::uint32_t>& seen() const { return seen_; }  // ascending
  double operator[](std::uint32_t neighbour) const { return counts_[neighbour]; }

 private:
  void add(std::uint32_t neighbour, std::size_t distance) {
    if (neighbour == kRare) return;
    if (counts_[neighbour] == 0) seen_.push_back(neighbour);
    counts_[neighbour] += static_cast<double>(window_ + 1 - distance) / static_cast<double>(window_);
  }

  const Stream& stream_;
  std::size_t window_;
  std::vector<double> counts_;
  std::vector<std::uint32_t> seen_;
};

}  // namespace

void Cooccurrences::add(const std::vector<Token>& sentence) {
  const std::size_t start = stream_.size();
  for (const Token& token : sentence) {
    if (token.stop || token.kind != TokenKind::word) continue;
    stream_.push_back(ids_.try_emplace(token.stem, static_cast<std::uint32_t>(ids_.size())).first->second);
  }
  if (stream_.size() > start) stream_.push_back(kEnd);
}

Ppmi Cooccurrences::ppmi(const CooccurrenceOptions& options) const {
  Vocabulary vocabulary = choose(ids_, stream_, options);
  const std::size_t size = vocabulary.stems.size();
  Stream stream = stream_;
  for (std::uint32_t& id : stream) {
    if (id != kEnd) id = vocabulary.of_id[id];
  }
  const Places places = places_of(stream, size);
  Neighbours neighbours(stream, size, options.window);

  std::vector<double> totals(size, 0);  // n(w); as windows reach to both sides, n(c) too
  for (std::size_t w = 0; w < size; ++w) {
    neighbours.count(places, w);
    for (const std::uint32_t c : neighbours.seen()) totals[w] += neighbours[c];
  }
  std::vector<double> smoothed(size);
  double sum = 0;
  for (std::size_t c = 0; c < size; ++c) sum += smoothed[c] = std::pow(totals[c], options.smoothing);

  Ppmi out{std::move(vocabulary.stems),
           SparseFloats(static_cast<Eigen::Index>(size), static_cast<Eigen::Index>(size))};
  for (std::size_t w = 0; w < size; ++w) {
    const auto row = static_cast<Eigen::Index>(w);
    out.values.startVec(row);
    neighbours.count(places, w);
    for (const std::uint32_t c : neighbours.seen()) {
      const double ratio = neighbours[c] * sum / (totals[w] * smoothed[c]);
      if (ratio > 1)
        out.values.insertBack(row, static_cast<Eigen::Index>(c)) = static_cast<float>(std::log(ratio));
    }
  }
  out.values.finalize();
  return out;
}

}  // namespace rashomon
