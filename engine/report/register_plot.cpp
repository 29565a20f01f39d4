// In what register each account names each topic: a line from its lowest to its highest, a mark an account.
#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/report/csv_table.h"
#include "engine/report/numbers.h"
#include "engine/report/plot_kinds.h"

namespace rashomon {
namespace {

constexpr std::string_view kName = "register";
constexpr std::string_view kTitle = "Register by topic";
constexpr double kTop = 56;
constexpr double kRow = 26;
constexpr double kMark = 5;
constexpr double kFigure = 34;  // beside the outermost marks

/// The levels that are there, with their accounts.
struct Level {
  std::size_t account;
  double level;
};
std::vector<Level> levels_of(const Topic& topic) {
  std::vector<Level> levels;
  for (std::size_t a = 0; a < topic.register_level.size(); ++a) {
    if (topic.register_level[a]) levels.push_back({a, *topic.register_level[a]});
  }
  return levels;
}

/// How much more cooperative the last account is than the first one; of a topic of one account nothing.
double difference(const NamedTopic& topic) {
  const std::vector<Level> levels = levels_of(*topic.topic);
  return levels.empty() ? 0 : levels.back().level - levels.front().level;
}

/// "Taiwan: United States +2.0, China -3.5"
std::string in_words(const Comparison& comparison, const NamedTopic& topic) {
  std::string words = topic.name + ':';
  for (const auto& [account, level] : levels_of(*topic.topic))
    words +=
        (words.back() == ':' ? " " : ", ") + account_label(comparison, account) + ' ' + fixed(level, 1, true);
  return words;
}

class RegisterDrawing {
 public:
  RegisterDrawing(const Comparison& comparison, const ShownTopics& topics)
      : comparison_(comparison),
        topics_(topics.shown),
        names_(name_column(topics.shown)),
        left_(kMargin + names_ + 12 + kFigure),
        right_(kPlotWidth - kMargin - kFigure) {
    for (const NamedTopic& topic : topics_) {
      for (const Level& one : levels_of(*topic.topic))
        reach_ = std::max(reach_, std::ceil(std::abs(one.level)));
    }
  }

  std::string draw(const std::string& note) {
    const double bottom = kTop + kRow * static_cast<double>(topics_.size());
    legend(drawing_, comparison_, left_ - kFigure, 18);
    axis(bottom);
    double y = kTop + kRow / 2;
    for (const NamedTopic& topic : topics_) {
      row(topic, y);
      y += kRow;
    }
    const double end =
        notes(drawing_, bottom + 6, {"Mean register of the statements that name the topic, -5 to +5.", note});
    return drawing_.finish(kName, kTitle, description(), kPlotWidth, end);
  }

 private:
  double place(double level) const { return left_ + (right_ - left_) * (level + reach_) / (2 * reach_); }

  void axis(double bottom) {
    for (double tick = -reach_; tick <= reach_; ++tick) {
      drawing_.line(place(tick), kTop - 2, place(tick), bottom, tick == 0 ? "axis" : "grid");
      drawing_.text(place(tick), kTop - 8, Anchor::middle, fixed(tick, 0, true), "small faint");
    }
    drawing_.text(left_ - kFigure, kTop - 22, Anchor::start, "← confrontational", "small faint");
    drawing_.text(right_ + kFigure, kTop - 22, Anchor::end, "cooperative →", "small faint");
  }

  void row(const NamedTopic& topic, double y) {
    std::vector<Level> levels = levels_of(*topic.topic);
    std::stable_sort(levels.begin(), levels.end(),
                     [](const Level& a, const Level& b) { return a.level < b.level; });
    drawing_.open(in_words(comparison_, topic));
    drawing_.text(kMargin, y + 4.5, Anchor::start, shortened(topic.name, names_));
    if (levels.empty()) {
      drawing_.close();
      return;
    }
    const double low = place(levels.front().level);
    const double high = place(levels.back().level);
    if (high > low) drawing_.line(low, y, high, y, "axis thick");
    for (std::size_t k = 0; k < levels.size(); ++k) {
      // Marks on one place lie within each other.
      std::size_t beneath = 0;
      while (beneath < k && place(levels[k].level) - place(levels[k - 1 - beneath].level) < kMark) ++beneath;
      const std::size_t account = levels[k].account;
      drawing_.mark(account, place(levels[k].level), y + static_cast<double>(beneath) * 4, kMark,
                    account_class(account));
    }
    figure(levels.front(), low - kMark - 5, y, Anchor::end);
    if (high > low) figure(levels.back(), high + kMark + 5, y, Anchor::start);
    drawing_.close();
  }

  void figure(const Level& one, double x, double y, Anchor anchor) {
    drawing_.text(x, y + 4, anchor, fixed(one.level, 1, true), "small");
  }

  std::string description() const {
    const auto widest =
        std::max_element(topics_.begin(), topics_.end(), [](const NamedTopic& a, const NamedTopic& b) {
          return std::abs(difference(a)) < std::abs(difference(b));
        });
    return "One row a topic, one mark an account, from confrontational on the left to cooperative on the "
           "right. "
           "Widest apart: " +
           in_words(comparison_, *widest) + '.';
  }

  const Comparison& comparison_;
  const std::vector<NamedTopic>& topics_;
  double names_;
  double left_;  // of the scale
  double right_;
  double reach_ = 1;  // the scale goes from -reach to +reach
  Drawing drawing_;
};

std::string table(const Comparison& comparison) {
  Csv csv("concept,topic,account,label,register");
  for (const Topic& topic : comparison.topics) {
    for (const auto& [account, level] : levels_of(topic)) {
      csv.word(topic.concept_id).text(topic_name(comparison, topic));
      csv.word(comparison.accounts[account].account.id).text(account_label(comparison, account));
      csv.number(level).end_row();
    }
  }
  return std::move(csv).finish();
}

}  // namespace

Plot register_plot(const Comparison& comparison) {
  ShownTopics topics = shown_topics(comparison);
  Plot plot{std::string(kName), std::string(kTitle), {}, table(comparison)};
  if (topics.shown.empty()) {
    plot.svg = empty_drawing(kName, kTitle, kNoTopic);
    return plot;
  }
  // Where the last account is colder than the first, on top; topics of one account at the end, the coldest
  // first.
  const auto rank = [](const NamedTopic& topic) {
    const std::vector<Level> levels = levels_of(*topic.topic);
    const bool shared = levels.size() > 1;
    return std::pair(!shared, shared || levels.empty() ? difference(topic) : levels.front().level);
  };
  std::stable_sort(topics.shown.begin(), topics.shown.end(),
                   [&](const NamedTopic& a, const NamedTopic& b) { return rank(a) < rank(b); });
  plot.svg = RegisterDrawing(comparison, topics).draw(left_out_note(topics));
  return plot;
}

}  // namespace rashomon
