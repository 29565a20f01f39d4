// The kinds of plots, one source a kind, and what they share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/plots.h"
#include "engine/report/svg.h"

namespace rashomon {

Plot emphasis_plot(const Comparison& comparison);
Plot register_plot(const Comparison& comparison);
Plot order_plot(const Comparison& comparison);
Plot words_plot(const Comparison& comparison, const PairComparison& pair);
Plot divergence_plot(const Comparison& comparison);
Plot points_plot(const Comparison& comparison);

inline constexpr double kPlotWidth = 640;
inline constexpr double kMargin = 10;

/// The class that colours an account.
std::string_view account_class(std::size_t account);

/// The label of an account for a line of text.
std::string account_label(const Comparison& comparison, std::size_t account);

/// As reports print it.
std::string topic_name(const Comparison& comparison, const Topic& topic);

/// A topic with its name for people.
struct NamedTopic {
  const Topic* topic = nullptr;
  std::string name;
};

/// The topics that a plot has room for, those with most emphasis, and how many there are.
struct ShownTopics {
  std::vector<NamedTopic> shown;
  std::size_t all = 0;
};
ShownTopics shown_topics(const Comparison& comparison);

/// Columns that the longest of the names takes, within a third of the plot.
double name_column(const std::vector<NamedTopic>& topics);

/// Marks and labels of the accounts in a line at `y`, from `x` on.
void legend(Drawing& drawing, const Comparison& comparison, double x, double y);

/// A plot that says in one line why it shows nothing.
std::string empty_drawing(std::string_view name, std::string_view title, const std::string& why);

/// "Shown are 24 of 40 topics, those with the most emphasis."; empty where all are shown.
std::string left_out_note(const ShownTopics& topics);

/// What the reader must know, a line each from `y` on; empty ones are left out. The lower end of the last
/// one.
double notes(Drawing& drawing, double y, const std::vector<std::string>& lines);

/// What a plot of topics says where there is none.
inline constexpr const char* kNoTopic = "No account names a topic that the lexicon knows.";

}  // namespace rashomon
