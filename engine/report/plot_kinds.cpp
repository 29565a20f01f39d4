#include "engine/report/plot_kinds.h"

#include <algorithm>
#include <array>

#include "engine/report/words.h"
#include "engine/text/width.h"

namespace rashomon {

std::string_view account_class(std::size_t account) {
  constexpr std::array<std::string_view, 6> kClasses = {"left", "right", "third", "fourth", "fifth", "sixth"};
  return kClasses[account % kClasses.size()];
}

std::string account_label(const Comparison& comparison, std::size_t account) {
  return make_visible(comparison.accounts[account].account.label);
}

std::string topic_name(const Comparison& comparison, const Topic& topic) {
  return concept_words(comparison, topic.concept_id);
}

ShownTopics shown_topics(const Comparison& comparison) {
  constexpr std::size_t kMost = 24;  // rows that fit a page of a paper
  ShownTopics out;
  out.all = comparison.topics.size();
  for (std::size_t t = 0; t < std::min(kMost, out.all); ++t) {
    const Topic& topic = comparison.topics[t];
    out.shown.push_back({&topic, topic_name(comparison, topic)});
  }
  return out;
}

double name_column(const std::vector<NamedTopic>& topics) {
  double width = 60;
  for (const NamedTopic& topic : topics) width = std::max(width, set_width(topic.name));
  return std::min(width, kPlotWidth / 3);
}

void legend(Drawing& drawing, const Comparison& comparison, double x, double y) {
  constexpr double kGap = 22;
  constexpr double kMark = 14;
  const double start = x;
  for (std::size_t a = 0; a < comparison.accounts.size(); ++a) {
    const std::string label = shortened(account_label(comparison, a), kPlotWidth / 3);
    if (x + kMark + set_width(label) > kPlotWidth && x > start)
      break;  // of very many accounts the first ones
    drawing.mark(a, x + 5, y - 4.5, 4.5, account_class(a));
    drawing.text(x + kMark, y, Anchor::start, label, account_class(a));
    x += kMark + set_width(label) + kGap;
  }
}

std::string empty_drawing(std::string_view name, std::string_view title, const std::string& why) {
  Drawing drawing;
  drawing.text(kMargin, 24, Anchor::start, why, "faint");
  return drawing.finish(name, title, why, kPlotWidth, 40);
}

std::string left_out_note(const ShownTopics& topics) {
  if (topics.shown.size() == topics.all) return {};
  return "Shown are " + std::to_string(topics.shown.size()) + " of " + std::to_string(topics.all) +
         " topics, those with the most emphasis.";
}

double notes(Drawing& drawing, double y, const std::vector<std::string>& lines) {
  constexpr double kLine = 15;
  for (const std::string& line : lines) {
    if (line.empty()) continue;
    y += kLine;
    drawing.text(kMargin, y, Anchor::start, line, "small faint");
  }
  return y + kMargin;
}

}  // namespace rashomon
