#include "engine/report/topics_table.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/report/numbers.h"
#include "engine/report/words.h"

namespace rashomon {
namespace {

constexpr std::size_t kCell = 17;  // "  31%  -3.5  #18": emphasis, register, first statement
constexpr std::size_t kScore = 8;
constexpr std::size_t kNarrowestName = 14;

std::string cell(const Topic& topic, std::size_t account) {
  if (!topic.first[account]) return right_aligned("·", 6);
  const double percent = std::round(topic.emphasis[account] * 100);
  const auto& level = topic.register_level[account];
  return right_aligned(fixed(percent, 0) + '%', 6) + right_aligned(level ? fixed(*level, 1, true) : "", 6) +
         right_aligned("#" + std::to_string(*topic.first[account]), 5);
}

std::string score(const Topic& topic) { return topic.score ? fixed(*topic.score, 2, true) : "·"; }

}  // namespace

void topics_table(Page& page, const Comparison& comparison) {
  if (comparison.topics.empty()) {
    page.line("   none", Tone::faint);
    return;
  }
  page.paragraph("   ",
                 "of each account: share of its words, mean register (-5 confrontational to +5 cooperative), "
                 "first statement; and the mean score of the topic's links",
                 Tone::faint);
  std::vector<std::string> names;
  std::size_t name_width = kNarrowestName;
  for (const Topic& topic : comparison.topics) {
    names.push_back(concept_words(comparison, topic.concept_id));
    name_width = std::max(name_width, display_width(names.back()));
  }
  const std::size_t cells = comparison.accounts.size() * kCell + kScore + 3;
  const bool table = cells + kNarrowestName <= page.width();
  name_width = table ? std::min(name_width, page.width() - cells) : page.width() - kScore - 3;
  if (table) {
    std::string head = "   " + padded("", name_width);
    for (const ComparedAccount& one : comparison.accounts) head += right_aligned(one.account.id, kCell);
    page.line(head + right_aligned("score", kScore), Tone::strong);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Topic& topic = comparison.topics[i];
    const std::vector<std::string> lines = page.wrap()(names[i], name_width);
    std::string row = "   " + padded(lines.front(), name_width);
    for (std::size_t a = 0; table && a < comparison.accounts.size(); ++a)
      row += padded(cell(topic, a), kCell);
    page.line(row + right_aligned(score(topic), kScore));
    for (std::size_t l = 1; l < lines.size(); ++l) page.line("   " + lines[l]);
    for (std::size_t a = 0; !table && a < comparison.accounts.size(); ++a) {
      page.line("     " + padded(comparison.accounts[a].account.id, 8) + cell(topic, a));
    }
  }
}

}  // namespace rashomon
