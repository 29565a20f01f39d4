// How much of its words each account gives to each topic: bars to both sides of two accounts, a column of
// bars each of more.
#include <algorithm>
#include <cmath>

#include "engine/report/csv_table.h"
#include "engine/report/numbers.h"
#include "engine/report/plot_kinds.h"

namespace rashomon {
namespace {

constexpr std::string_view kName = "emphasis";
constexpr std::string_view kTitle = "Topic emphasis";
constexpr double kTop = 34;
constexpr double kRow = 22;
constexpr double kBar = 14;
constexpr double kFigure = 34;  // of a bar's "31%"

/// Where an account's bars start, which way they grow, and how long the longest is.
struct Column {
  double base;
  double direction;
  double length;
};

std::vector<Column> columns_of(std::size_t accounts, double left, double right) {
  if (accounts == 2) {
    const double middle = (left + right) / 2;
    const double length = (right - left) / 2 - kFigure;
    return {{middle - 1, -1, length}, {middle + 1, 1, length}};
  }
  std::vector<Column> columns;
  const double each = (right - left) / static_cast<double>(accounts);
  for (std::size_t a = 0; a < accounts; ++a)
    columns.push_back({left + each * static_cast<double>(a), 1, each - kFigure - 6});
  return columns;
}

std::string percent(double share) { return fixed(std::round(share * 100), 0) + '%'; }

/// "Taiwan: United States 8%, China 31%"
std::string in_words(const Comparison& comparison, const NamedTopic& topic) {
  std::string words = topic.name + ": ";
  for (std::size_t a = 0; a < comparison.accounts.size(); ++a)
    words += (a == 0 ? "" : ", ") + account_label(comparison, a) + ' ' + percent(topic.topic->emphasis[a]);
  return words;
}

double lead_of_first(const NamedTopic& topic) {
  return topic.topic->emphasis.front() - topic.topic->emphasis.back();
}

class EmphasisDrawing {
 public:
  EmphasisDrawing(const Comparison& comparison, const ShownTopics& topics)
      : comparison_(comparison), topics_(topics.shown), names_(name_column(topics.shown)) {
    columns_ = columns_of(comparison.accounts.size(), kMargin + names_ + 12, kPlotWidth - kMargin);
    for (const NamedTopic& topic : topics_)
      most_ = std::max(most_, *std::max_element(topic.topic->emphasis.begin(), topic.topic->emphasis.end()));
  }

  std::string draw(const std::string& note) {
    heads();
    double y = kTop;
    for (const NamedTopic& topic : topics_) {
      row(topic, y);
      y += kRow;
    }
    for (const Column& column : columns_) drawing_.line(column.base, kTop - 4, column.base, y, "axis");
    const double bottom =
        notes(drawing_, y + 6, {"Share of the account's words in statements that name the topic.", note});
    return drawing_.finish(kName, kTitle, description(), kPlotWidth, bottom);
  }

 private:
  void heads() {
    for (std::size_t a = 0; a < columns_.size(); ++a) {
      const Column& column = columns_[a];
      drawing_.text(column.base + column.direction * 8, kTop - 14,
                    column.direction < 0 ? Anchor::end : Anchor::start,
                    shortened(account_label(comparison_, a), column.length + kFigure),
                    "strong " + std::string(account_class(a)));
    }
  }

  void row(const NamedTopic& topic, double y) {
    drawing_.open(in_words(comparison_, topic));
    drawing_.text(kMargin, y + kBar - 2, Anchor::start, shortened(topic.name, names_));
    for (std::size_t a = 0; a < columns_.size(); ++a) {
      const auto& [base, direction, length] = columns_[a];
      const double share = topic.topic->emphasis[a];
      const double end = base + direction * length * share / most_;
      if (share > 0) drawing_.bar(std::min(base, end), y, std::abs(end - base), kBar, account_class(a));
      drawing_.text(end + direction * 4, y + kBar - 3, direction < 0 ? Anchor::end : Anchor::start,
                    topic.topic->first[a] ? percent(share) : "·", "small");
    }
    drawing_.close();
  }

  std::string description() const {
    const auto widest =
        std::max_element(topics_.begin(), topics_.end(), [](const NamedTopic& a, const NamedTopic& b) {
          return std::abs(lead_of_first(a)) < std::abs(lead_of_first(b));
        });
    return "Bars, one row a topic and one column an account. Widest apart: " +
           in_words(comparison_, *widest) + '.';
  }

  const Comparison& comparison_;
  const std::vector<NamedTopic>& topics_;
  double names_;
  std::vector<Column> columns_;
  double most_ = 0;
  Drawing drawing_;
};

std::string table(const Comparison& comparison) {
  Csv csv("concept,topic,account,label,emphasis");
  for (const Topic& topic : comparison.topics) {
    for (std::size_t a = 0; a < comparison.accounts.size(); ++a) {
      csv.word(topic.concept_id).text(topic_name(comparison, topic)).word(comparison.accounts[a].account.id);
      csv.text(account_label(comparison, a)).number(topic.emphasis[a]).end_row();
    }
  }
  return std::move(csv).finish();
}

}  // namespace

Plot emphasis_plot(const Comparison& comparison) {
  ShownTopics topics = shown_topics(comparison);
  Plot plot{std::string(kName), std::string(kTitle), {}, table(comparison)};
  if (topics.shown.empty()) {
    plot.svg = empty_drawing(kName, kTitle, kNoTopic);
    return plot;
  }
  if (comparison.accounts.size() == 2) {
    std::stable_sort(topics.shown.begin(), topics.shown.end(), [](const NamedTopic& a, const NamedTopic& b) {
      return lead_of_first(a) > lead_of_first(b);
    });
  }
  plot.svg = EmphasisDrawing(comparison, topics).draw(left_out_note(topics));
  return plot;
}

}  // namespace rashomon
