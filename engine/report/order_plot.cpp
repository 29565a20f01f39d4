// In which order the accounts come to the topics: a column an account, a line from each topic to its next
// place.
#include <algorithm>
#include <utility>

#include "engine/report/csv_table.h"
#include "engine/report/plot_kinds.h"

namespace rashomon {
namespace {

constexpr std::string_view kName = "order";
constexpr std::string_view kTitle = "Order of topics";
constexpr double kTop = 40;
constexpr double kRow = 22;
constexpr double kMark = 4;
constexpr double kNumber = 26;  // of a statement's number beside its mark
constexpr double kLines = 100;  // between the names of three and more accounts

/// The topics that an account names, in the order in which it comes to them; those of one statement as the
/// other accounts come to them, so that their lines do not cross for nothing.
std::vector<const NamedTopic*> order_of(const std::vector<NamedTopic>& topics, std::size_t account) {
  std::vector<const NamedTopic*> order;
  for (const NamedTopic& topic : topics) {
    if (topic.topic->first[account]) order.push_back(&topic);
  }
  const auto key = [&](const NamedTopic* topic) {
    const auto& first = topic->topic->first;
    std::size_t others = 0;
    for (const auto& number : first) others += number.value_or(0);
    return std::pair(*first[account], others - *first[account]);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const NamedTopic* a, const NamedTopic* b) { return key(a) < key(b); });
  return order;
}

class OrderDrawing {
 public:
  OrderDrawing(const Comparison& comparison, const ShownTopics& topics)
      : comparison_(comparison), names_(name_column(topics.shown)) {
    for (std::size_t a = 0; a < comparison.accounts.size(); ++a) {
      orders_.push_back(order_of(topics.shown, a));
      rows_ = std::max(rows_, orders_.back().size());
    }
  }

  std::string draw(const std::string& note) {
    heads();
    for (std::size_t a = 0; a + 1 < orders_.size(); ++a) lines(a);
    for (std::size_t a = 0; a < orders_.size(); ++a) places(a);
    const double bottom = kTop + kRow * static_cast<double>(rows_);
    const double end =
        notes(drawing_, bottom + 6,
              {"Topics as each account comes to them, with the number of the first statement. A line has "
               "the colour of who comes to it",
               "earlier; topics with a ring stand in one account alone.", note});
    return drawing_.finish(kName, kTitle, description(), std::max(kPlotWidth, width()), end);
  }

 private:
  /// Of the marks: the first account's names stand before them, all others' behind.
  double x(std::size_t account) const {
    const double left = kMargin + names_ + kNumber + 8;
    return left + step() * static_cast<double>(account);
  }
  /// Two accounts fill the plot; more of them make it wider.
  double step() const {
    const double names = names_ + kNumber + 8;
    return orders_.size() == 2 ? kPlotWidth - 2 * (kMargin + names) : names + kLines + 8;
  }
  double width() const { return x(orders_.size() - 1) + kNumber + 8 + names_ + kMargin; }
  static double y(std::size_t rank) { return kTop + kRow * (static_cast<double>(rank) + 0.5); }

  std::optional<std::size_t> rank(std::size_t account, const NamedTopic* topic) const {
    const auto found = std::find(orders_[account].begin(), orders_[account].end(), topic);
    if (found == orders_[account].end()) return std::nullopt;
    return static_cast<std::size_t>(found - orders_[account].begin());
  }

  void heads() {
    for (std::size_t a = 0; a < orders_.size(); ++a) {
      const bool first = a == 0;
      const bool last = a + 1 == orders_.size();
      const Anchor anchor = first ? Anchor::end : last ? Anchor::start : Anchor::middle;
      drawing_.text(x(a) + (first  ? kMark
                            : last ? -kMark
                                   : 0),
                    20, anchor, shortened(account_label(comparison_, a), names_ + kNumber),
                    "strong " + std::string(account_class(a)));
      drawing_.line(x(a), kTop - 6, x(a), kTop + kRow * static_cast<double>(rows_), "grid");
    }
  }

  /// From the places of an account's topics to those of the next one. Colour and slope say who comes to it
  /// earlier.
  void lines(std::size_t account) {
    for (const NamedTopic* topic : orders_[account]) {
      const std::size_t here = *rank(account, topic);
      const std::optional<std::size_t> there = rank(account + 1, topic);
      if (!there) continue;
      const std::string_view earlier = *there < here   ? account_class(account + 1)
                                       : here < *there ? account_class(account)
                                                       : "axis";
      drawing_.open(in_words(*topic));
      const double start = account == 0 ? x(0) + kMark : x(account + 1) - kLines;
      if (account > 0) {
        const double written = x(account) + 15 + kNumber + std::min(names_, set_width(topic->name));
        drawing_.line(written, y(here), start, y(here), "grid");
      }
      drawing_.line(start, y(here), x(account + 1) - kMark, y(*there), "thick " + std::string(earlier));
      drawing_.close();
    }
  }

  void places(std::size_t account) {
    const bool first = account == 0;
    const double direction = first ? -1 : 1;
    const Anchor anchor = first ? Anchor::end : Anchor::start;
    for (std::size_t k = 0; k < orders_[account].size(); ++k) {
      const NamedTopic& topic = *orders_[account][k];
      const bool alone = tellers(topic) == 1;
      drawing_.open(in_words(topic));
      drawing_.mark(alone ? 5 : 0, x(account), y(k), kMark, account_class(account));
      drawing_.text(x(account) + direction * 9, y(k) + 4, anchor,
                    std::to_string(*topic.topic->first[account]), "small faint");
      drawing_.text(x(account) + direction * (9 + kNumber), y(k) + 4.5, anchor,
                    shortened(topic.name, names_));
      drawing_.close();
    }
  }

  std::size_t tellers(const NamedTopic& topic) const {
    const auto& first = topic.topic->first;
    return static_cast<std::size_t>(
        std::count_if(first.begin(), first.end(), [](const auto& n) { return n.has_value(); }));
  }

  /// "Taiwan: United States statement 3, China statement 18"
  std::string in_words(const NamedTopic& topic) const {
    std::string words = topic.name + ':';
    for (std::size_t a = 0; a < orders_.size(); ++a) {
      if (topic.topic->first[a])
        words += (words.back() == ':' ? " " : ", ") + account_label(comparison_, a) + " statement " +
                 std::to_string(*topic.topic->first[a]);
    }
    return words;
  }

  std::string description() const {
    std::string words = "One column an account, its topics from first to last.";
    for (std::size_t a = 0; a < orders_.size(); ++a) {
      if (!orders_[a].empty())
        words += ' ' + account_label(comparison_, a) + " begins with " + orders_[a].front()->name + '.';
    }
    return words;
  }

  const Comparison& comparison_;
  double names_;
  std::vector<std::vector<const NamedTopic*>> orders_;  // one an account
  std::size_t rows_ = 0;
  Drawing drawing_;
};

std::string table(const Comparison& comparison) {
  Csv csv("concept,topic,account,label,first");
  for (const Topic& topic : comparison.topics) {
    for (std::size_t a = 0; a < comparison.accounts.size(); ++a) {
      if (!topic.first[a]) continue;
      csv.word(topic.concept_id).text(topic_name(comparison, topic)).word(comparison.accounts[a].account.id);
      csv.text(account_label(comparison, a)).count(*topic.first[a]).end_row();
    }
  }
  return std::move(csv).finish();
}

}  // namespace

Plot order_plot(const Comparison& comparison) {
  const ShownTopics topics = shown_topics(comparison);
  Plot plot{std::string(kName), std::string(kTitle), {}, table(comparison)};
  plot.svg = topics.shown.empty() ? empty_drawing(kName, kTitle, kNoTopic)
                                  : OrderDrawing(comparison, topics).draw(left_out_note(topics));
  return plot;
}

}  // namespace rashomon
