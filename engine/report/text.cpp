// The report for a terminal.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "engine/report/common_points.h"
#include "engine/report/numbers.h"
#include "engine/report/pair_section.h"
#include "engine/report/report.h"
#include "engine/report/terminal.h"
#include "engine/report/topics_table.h"
#include "engine/report/words.h"

namespace rashomon {
namespace {

/// Divergence of every two accounts.
void matrix(Page& page, const Comparison& comparison) {
  std::size_t column = 6;
  for (const ComparedAccount& one : comparison.accounts) column = std::max(column, one.account.id.size() + 2);
  std::string head(column, ' ');
  for (const ComparedAccount& one : comparison.accounts) head += right_aligned(one.account.id, column);
  page.line(head, Tone::strong);
  for (std::size_t row = 0; row < comparison.accounts.size(); ++row) {
    std::string line = padded("  " + comparison.accounts[row].account.id, column);
    for (std::size_t other = 0; other < comparison.accounts.size(); ++other) {
      std::string cell = "·";
      for (const PairComparison& pair : comparison.pairs) {
        const bool here =
            (pair.left == row && pair.right == other) || (pair.left == other && pair.right == row);
        if (here) cell = fixed(printed_divergence(pair.summary));
      }
      line += right_aligned(cell, column);
    }
    page.line(line);
  }
}

/// Which point stands in which accounts: those of more than one.
void shared_points(Page& page, const Comparison& comparison) {
  std::size_t alone = 0;
  page.rule("Which point stands in which accounts");
  for (const CommonPoint& point : common_points(comparison)) {
    if (point.accounts() < 2) {
      ++alone;
      continue;
    }
    std::string places;
    for (std::size_t a = 0; a < point.told.size(); ++a) {
      const Account& account = comparison.accounts[a].account;
      places += (places.empty() ? "" : "  ") + account.id + ' ';
      for (const std::size_t s : point.told[a])
        places += (s == point.told[a].front() ? "" : ",") + std::to_string(s + 1);
      if (point.told[a].empty()) places += "·";
    }
    page.line("-  " + reach_of(point) + "  " + places, Tone::strong);
    page.paragraph("   ",
                   make_visible(comparison.accounts[point.account].account.statements[point.statement].text));
  }
  page.paragraph("   ", count_of(alone, "statement stands", "statements stand") + " in one account alone",
                 Tone::faint);
}

/// Each input on a line of its own, which a terminal opens where there is a target, and what is known of it.
void sources(Page& page, const Comparison& comparison, const std::map<std::string, std::string>& targets) {
  constexpr std::size_t kId = 4;
  page.rule("Sources");
  for (const ComparedAccount& one : comparison.accounts) {
    const Document& document = one.account.document;
    const auto target = targets.find(document.name);
    const std::string lead = "   " + padded(one.account.id, kId) + ' ';
    page.paragraph(lead, make_visible(document.name), Tone::plain,
                   target == targets.end() ? "" : target->second);
    std::string text;
    if (document.title) text += '"' + make_visible(*document.title) + "\", ";
    if (document.date) text += make_visible(*document.date) + ", ";
    if (document.url) text += make_visible(*document.url) + ", ";
    text += document.language + ", " + count_of(one.account.statements.size(), "statement", "statements") +
            ", SHA-256 " + document.sha256.substr(0, 16);
    page.paragraph(std::string(lead.size(), ' '), text);
  }
  page.paragraph("   ",
                 "rashomon " + comparison.engine.version + ", model " + model_words(comparison.engine) +
                     ", links from " + fixed(comparison.engine.min_probability) +
                     "; --format json holds every figure",
                 Tone::faint);
}

/// What the report of several accounts says of them all.
void overall(Page& page, const Comparison& comparison, const Selection& selection) {
  page.paragraph("", overall_sentence(comparison), Tone::strong);
  page.blank();
  matrix(page, comparison);
  if (selection.takes_all()) shared_points(page, comparison);
}

}  // namespace

std::string text_report(const Comparison& comparison, const TextOptions& options) {
  Page page(std::max<std::size_t>(options.width, 40), options.color);
  const bool several = comparison.pairs.size() > 1;
  if (several) overall(page, comparison, options.selection);
  for (const PairComparison& pair : comparison.pairs) {
    if (several) {
      page.rule(comparison.accounts[pair.left].account.id + " and " +
                comparison.accounts[pair.right].account.id);
    }
    (options.selection.brief ? brief_section : pair_section)(page, comparison, pair, options.selection);
  }
  if (options.selection.takes_all()) {
    page.rule("Topics");
    topics_table(page, comparison);
  }
  if (!options.selection.brief) sources(page, comparison, options.targets);
  return std::move(page).finish();
}

}  // namespace rashomon
