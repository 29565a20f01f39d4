// The words that set two accounts apart: how often both say them against how sure the difference is (Monroe,
// Colaresi & Quinn 2008, figure 5).
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/report/csv_table.h"
#include "engine/report/numbers.h"
#include "engine/report/plot_kinds.h"
#include "engine/text/width.h"

namespace rashomon {
namespace {

constexpr double kLeft = 46;
constexpr double kTop = 40;
constexpr double kHeight = 380;
constexpr double kBottom = kTop + kHeight;
constexpr double kDot = 3.5;
constexpr double kSure = 1.96;           // |z| of a difference that chance would make once in twenty words
constexpr std::size_t kMostLabels = 14;  // of one side

struct Box {
  double left;
  double top;
  double right;
  double bottom;

  bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

/// Words that are said as often in both accounts stand at one place.
struct Place {
  std::array<std::size_t, 2> counts{};
  double z = 0;
  std::vector<std::string> words;
  double x = 0;
  double y = 0;

  std::size_t side() const { return z > 0 ? 0 : 1; }
  Box dot() const { return {x - kDot - 1, y - kDot - 1, x + kDot + 1, y + kDot + 1}; }
};

std::vector<Place> places_of(const std::vector<Keyword>& keywords) {
  std::vector<Place> places;
  for (const Keyword& word : keywords) {
    if (places.empty() || places.back().counts != word.counts)
      places.push_back({word.counts, word.z, {}, 0, 0});
    places.back().words.push_back(make_visible(word.word));
  }
  return places;
}

/// The first `count` words, and how many more there are.
std::string label_of(const Place& place, std::size_t count) {
  std::string label;
  for (std::size_t k = 0; k < count; ++k) label += (k == 0 ? "" : ", ") + place.words[k];
  if (count < place.words.size()) label += " +" + std::to_string(place.words.size() - count);
  return label;
}

class WordsDrawing {
 public:
  WordsDrawing(const Comparison& comparison, const PairComparison& pair)
      : sides_{pair.left, pair.right},
        labels_{shortened(account_label(comparison, pair.left), kPlotWidth / 2),
                shortened(account_label(comparison, pair.right), kPlotWidth / 2)},
        places_(places_of(pair.keywords)) {
    for (const Place& place : places_) {
      most_ = std::max(most_, place.counts[0] + place.counts[1]);
      highest_ = std::max(highest_, place.z);
      lowest_ = std::min(lowest_, place.z);
    }
    for (Place& place : places_) {
      place.x = across(static_cast<double>(place.counts[0] + place.counts[1]));
      place.y = down(place.z);
      taken_.push_back(place.dot());
    }
  }

  std::string draw(const std::string& name, const std::string& title) {
    axes();
    // Surest first: they get the nearest place for their words.
    std::vector<const Place*> order;
    for (const Place& place : places_) order.push_back(&place);
    std::stable_sort(order.begin(), order.end(),
                     [](const Place* a, const Place* b) { return std::abs(a->z) > std::abs(b->z); });
    for (const Place* place : order) {
      drawing_.open(in_words(*place));
      const std::size_t account = sides_[place->side()];
      drawing_.mark(account, place->x, place->y, kDot, account_class(account));
      if (labelled_[place->side()] < kMostLabels && label(*place)) ++labelled_[place->side()];
      drawing_.close();
    }
    const double bottom = explanation();
    return drawing_.finish(name, title, description(), kPlotWidth, bottom);
  }

 private:
  double across(double count) const {
    const double reach = std::log2(std::max<double>(static_cast<double>(most_), 4)) + 0.5;
    return kLeft + 16 + (kPlotWidth - kLeft - kMargin - 16) * std::log2(count) / reach * 0.8;
  }
  double down(double z) const { return kTop + (kHeight - 10) * (highest_ - z) / (highest_ - lowest_) + 5; }

  void axes() {
    for (double tick = std::ceil(lowest_); tick <= highest_; ++tick) {
      drawing_.line(kLeft, down(tick), kPlotWidth - kMargin, down(tick), tick == 0 ? "axis" : "grid");
      drawing_.text(kLeft - 6, down(tick) + 4, Anchor::end, fixed(tick, 0, true), "small faint");
    }
    for (const double sure : {-kSure, kSure}) {
      if (sure > lowest_ && sure < highest_)
        drawing_.line(kLeft, down(sure), kPlotWidth - kMargin, down(sure), "axis dashed");
    }
    for (std::size_t tick = 1; tick <= most_; tick *= 2) {
      const double x = across(static_cast<double>(tick));
      drawing_.line(x, kBottom, x, kBottom + 4, "axis");
      drawing_.text(x, kBottom + 16, Anchor::middle, std::to_string(tick), "small faint");
    }
    drawing_.text(kLeft, kTop - 16, Anchor::start, "↑ said more by " + labels_[0],
                  "strong " + std::string(account_class(sides_[0])));
    drawing_.text(kLeft, kBottom + 38, Anchor::start, "↓ said more by " + labels_[1],
                  "strong " + std::string(account_class(sides_[1])));
  }

  /// The lower end of the drawing.
  double explanation() {
    const bool sure = highest_ >= kSure || lowest_ <= -kSure;
    return notes(
        drawing_, kBottom + 44,
        {"Across: how often both say the word. Up and down: z of the weighted log-odds of the two accounts.",
         sure ? "Beyond the dashed lines (z = 1.96) chance would put one word of twenty."
              : "No word reaches z = 1.96: in texts of this length each difference may be chance."});
  }

  /// Writes the words of a place beside it, as many as there is room for. False where there is room for none.
  bool label(const Place& place) {
    for (std::size_t count = std::min<std::size_t>(place.words.size(), 4); count > 0; --count) {
      const std::string words = shortened(label_of(place, count), kPlotWidth / 3, kSmallSize);
      const double width = set_width(words, kSmallSize);
      for (const double shift : {0.0, -9.0, 9.0, -18.0, 18.0}) {
        for (const double direction : {1.0, -1.0}) {
          if (!write(place, words, width, shift, direction)) continue;
          return true;
        }
      }
    }
    return false;
  }

  bool write(const Place& place, const std::string& words, double width, double shift, double direction) {
    const double near = place.x + direction * (kDot + (shift == 0 ? 4 : 9));
    const double far = near + direction * width;
    const double y = place.y + shift;
    const Box box{std::min(near, far) - 2, y - 6, std::max(near, far) + 2, y + 6};
    if (box.left < kLeft || box.right > kPlotWidth || box.top < kTop - 6 || box.bottom > kBottom)
      return false;
    if (std::any_of(taken_.begin(), taken_.end(), [&](const Box& other) { return other.meets(box); }))
      return false;
    taken_.push_back(box);
    if (shift != 0) drawing_.line(place.x + direction * kDot, place.y, near - direction * 2, y, "grid");
    drawing_.text(near, y + 4, direction < 0 ? Anchor::end : Anchor::start, words, "small");
    return true;
  }

  /// "red line, sovereignty: United States 0, China 3; z -1.16"
  std::string in_words(const Place& place) const {
    return label_of(place, place.words.size()) + ": " + labels_[0] + ' ' + std::to_string(place.counts[0]) +
           ", " + labels_[1] + ' ' + std::to_string(place.counts[1]) + "; z " + fixed(place.z, 2, true);
  }

  std::string description() const {
    std::string words = "Words by how often both say them and by how sure it is that one says them more.";
    for (const std::size_t side : {0U, 1U}) {
      const Place& place = side == 0 ? places_.front() : places_.back();
      if (place.side() == side)
        words += " Surest of " + labels_[side] + ": " +
                 label_of(place, std::min<std::size_t>(3, place.words.size())) + '.';
    }
    return words;
  }

  std::array<std::size_t, 2> sides_;
  std::array<std::string, 2> labels_;
  std::vector<Place> places_;
  std::size_t most_ = 1;
  double highest_ = 0.5;
  double lowest_ = -0.5;
  std::array<std::size_t, 2> labelled_{};
  std::vector<Box> taken_;  // by dots and words
  Drawing drawing_;
};

std::string table(const Comparison& comparison, const PairComparison& pair) {
  Csv csv("word,left,right,left_count,right_count,log_odds,z");
  for (const Keyword& word : pair.keywords) {
    csv.text(word.word).word(comparison.accounts[pair.left].account.id);
    csv.word(comparison.accounts[pair.right].account.id).count(word.counts[0]).count(word.counts[1]);
    csv.number(word.log_odds).number(word.z).end_row();
  }
  return std::move(csv).finish();
}

}  // namespace

Plot words_plot(const Comparison& comparison, const PairComparison& pair) {
  Plot plot{"words", {}, {}, table(comparison, pair)};
  if (comparison.accounts.size() > 2)
    plot.name +=
        '-' + comparison.accounts[pair.left].account.id + '-' + comparison.accounts[pair.right].account.id;
  plot.title = "Words that set " + account_label(comparison, pair.left) + " and " +
               account_label(comparison, pair.right) + " apart";
  plot.svg = pair.keywords.empty()
                 ? empty_drawing(plot.name, plot.title, "No word is said more by the one than by the other.")
                 : WordsDrawing(comparison, pair).draw(plot.name, plot.title);
  return plot;
}

}  // namespace rashomon
