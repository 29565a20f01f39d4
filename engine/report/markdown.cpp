// The report for an editor: CommonMark, with the tables of GitHub Flavored Markdown.
#include <string>
#include <vector>

#include "engine/report/common_points.h"
#include "engine/report/markdown_pair.h"
#include "engine/report/markdown_text.h"
#include "engine/report/numbers.h"
#include "engine/report/report.h"
#include "engine/report/words.h"

namespace rashomon {
namespace {

std::string matrix(const Comparison& comparison) {
  std::vector<MarkdownColumn> head = {{"divergence"}};
  for (const ComparedAccount& one : comparison.accounts) head.push_back({escaped(one.account.id), true});
  std::string out = table_head(head);
  for (std::size_t row = 0; row < comparison.accounts.size(); ++row) {
    std::vector<std::string> cells = {escaped(comparison.accounts[row].account.id)};
    cells.resize(head.size(), "·");
    for (const PairComparison& pair : comparison.pairs) {
      const std::string value = fixed(printed_divergence(pair.summary));
      if (pair.left == row) cells[pair.right + 1] = value;
      if (pair.right == row) cells[pair.left + 1] = value;
    }
    out += table_row(cells);
  }
  return out + '\n';
}

/// Which point stands in which accounts: those of more than one.
std::string shared_points(const Comparison& comparison) {
  std::vector<MarkdownColumn> head = {{"stands in"}};
  for (const ComparedAccount& one : comparison.accounts) head.push_back({escaped(one.account.id)});
  head.push_back({"point", false, 24});
  std::string out = "## Which point stands in which accounts\n\n" + table_head(head);
  for (const CommonPoint& point : common_points(comparison)) {
    if (point.accounts() < 2) continue;
    std::vector<std::string> cells = {reach_of(point)};
    for (const std::vector<std::size_t>& told : point.told) {
      std::string numbers;
      for (const std::size_t s : told) numbers += (numbers.empty() ? "" : ", ") + std::to_string(s + 1);
      cells.push_back(numbers.empty() ? "·" : numbers);
    }
    cells.push_back(escaped(comparison.accounts[point.account].account.statements[point.statement].text));
    out += table_row(cells);
  }
  return out + '\n';
}

std::string topics(const Comparison& comparison) {
  if (comparison.topics.empty()) return "None.\n\n";
  std::vector<MarkdownColumn> head = {{"topic", false, 12}};
  for (const ComparedAccount& one : comparison.accounts) {
    const std::string id = escaped(one.account.id);
    for (const char* const figure : {" emphasis", " register", " first"})
      head.push_back({id + figure, true, 4});
  }
  head.push_back({"score", true});
  std::string out = table_head(head);
  for (const Topic& topic : comparison.topics) {
    std::vector<std::string> cells = {escaped(concept_words(comparison, topic.concept_id))};
    for (std::size_t i = 0; i < comparison.accounts.size(); ++i) {
      cells.push_back(fixed(topic.emphasis[i]));
      cells.push_back(topic.register_level[i] ? fixed(*topic.register_level[i], 1, true) : "–");
      cells.push_back(topic.first[i] ? std::to_string(*topic.first[i]) : "–");
    }
    cells.push_back(topic.score ? fixed(*topic.score, 2, true) : "–");
    out += table_row(cells);
  }
  return out + '\n';
}

std::string sources(const Comparison& comparison) {
  std::string out;
  for (const ComparedAccount& one : comparison.accounts) {
    const Document& document = one.account.document;
    out += "- **" + escaped(one.account.label) + "** (" + escaped(one.account.id) +
           "): " + escaped(document.name);
    if (document.title) out += ", “" + escaped(*document.title) + "”";
    if (document.date) out += ", " + escaped(*document.date);
    if (document.url) out += ", " + address(*document.url);
    out += "  \n  SHA-256 " + code(document.sha256) + '\n';
  }
  return out + "\nTo cite: Rashomon " + escaped(comparison.engine.version) + ", model " +
         code(comparison.engine.model) + ", links from probability " +
         shortest(comparison.engine.min_probability) +
         ", on the files above by their SHA-256. Offsets count Unicode characters of each text from 0.\n";
}

}  // namespace

std::string markdown_report(const Comparison& comparison, const Selection& selection) {
  std::string names;
  for (const ComparedAccount& one : comparison.accounts)
    names += (names.empty() ? "" : " · ") + escaped(one.account.label);
  std::string out = "# " + names + "\n\n";
  const bool several = comparison.pairs.size() > 1;
  if (several)
    out += "**" + escaped(overall_sentence(comparison)) + "**\n\n" + matrix(comparison) +
           (selection.takes_all() ? shared_points(comparison) : "");
  for (const PairComparison& pair : comparison.pairs) {
    if (several) {
      out += "## " + escaped(comparison.accounts[pair.left].account.label) + " and " +
             escaped(comparison.accounts[pair.right].account.label) + "\n\n";
    }
    out += markdown_pair(comparison, pair, selection, several ? "###" : "##");
  }
  if (selection.takes_all()) out += "## Topics\n\n" + topics(comparison);
  return out + "## Sources\n\n" + sources(comparison);
}

}  // namespace rashomon
