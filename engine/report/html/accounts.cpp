// Every account in full, cut at its statements.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/html/parts.h"
#include "engine/report/names.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

/// A link that reaches a statement.
struct Reach {
  std::size_t number = 0;  // on the page
  Relation relation = Relation::agree;
};

/// Of every statement of an account, by number.
std::vector<std::vector<Reach>> reaches_of(const Comparison& comparison, std::size_t account) {
  std::vector<std::vector<Reach>> reaches(comparison.accounts[account].account.statements.size());
  for (const PairComparison& pair : comparison.pairs) {
    if (pair.left != account && pair.right != account) continue;
    for (const Link& link : pair.links) {
      reaches[pair.left == account ? link.left : link.right].push_back(
          {number_of(comparison, pair, link), link.relation});
    }
  }
  return reaches;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\f\v";
  const std::size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

/// Statements are set as lines, their paragraphs as blocks. A line end between two statements parts two
/// paragraphs, but in a text whose lines are wrapped, which shows inside its statements; there only a blank
/// line does.
class AccountText {
 public:
  AccountText(Html& html, const Comparison& comparison, std::size_t account)
      : html_(html),
        account_(comparison.accounts[account].account),
        points_(account_.document.text),
        reaches_(reaches_of(comparison, account)),
        wrapped_(std::any_of(account_.statements.begin(), account_.statements.end(),
                             [](const Statement& one) { return one.text.find('\n') != std::string::npos; })) {
  }

  void write() {
    std::size_t at = 0;
    for (std::size_t i = 0; i < account_.statements.size(); ++i) {
      const Statement& one = account_.statements[i];
      between({at, one.span.begin});
      statement(one, i);
      at = one.span.end;
    }
    between({at, points_.size()});
    end_paragraph();
  }

 private:
  void begin_paragraph() {
    if (!open_) html_.open("div", {{"class", "paragraph"}});
    open_ = true;
  }
  void end_paragraph() {
    if (open_) html_.close();
    open_ = false;
  }

  /// What stands before, between and after the statements: headings, marks, in an article the words of
  /// others.
  void between(Span span) {
    const std::string_view gap = points_.slice(span);
    const auto line_ends = std::count(gap.begin(), gap.end(), '\n');
    const bool parts = line_ends > (wrapped_ ? 1 : 0);
    if (parts) end_paragraph();
    if (const std::string_view words = trimmed(gap); !words.empty()) {
      begin_paragraph();
      html_.leaf("p", {{"class", "between"}}, words);
      if (parts) end_paragraph();
    }
  }

  void statement(const Statement& one, std::size_t index) {
    begin_paragraph();
    html_.open("p", {{"class", one.heading ? "statement heading" : "statement"}, {"id", one.id}});
    html_.leaf("a", {{"class", "number"}, {"href", '#' + one.id}}, std::to_string(index + 1));
    html_.leaf("span", {{"class", "words"}}, one.text);
    if (!reaches_[index].empty()) references(reaches_[index]);
    html_.close();
  }

  /// The numbers of its links, for paper and for screens without room for ribbons.
  void references(const std::vector<Reach>& reaches) {
    html_.open("span", {{"class", "references"}, {"lang", "en"}, {"dir", "ltr"}});
    for (const Reach& reach : reaches) {
      html_.text(" ");
      html_.leaf(
          "a",
          {{"class", "relation " + std::string(name_of(reach.relation))},
           {"href", "#link-" + std::to_string(reach.number)},
           {"aria-label", std::string(name_of(reach.relation)) + ", link " + std::to_string(reach.number)}},
          std::to_string(reach.number));
    }
    html_.close();
  }

  Html& html_;
  const Account& account_;
  CodePoints points_;
  std::vector<std::vector<Reach>> reaches_;
  bool wrapped_;
  bool open_ = false;  // a paragraph is begun
};

void head(Html& html, const Account& account) {
  const Document& document = account.document;
  html.open("header").open("h3", {{"id", "account-" + account.id + "-name"}});
  html.leaf("bdi", account.label).text(" ").leaf("span", {{"class", "tag"}}, account.id).close();
  html.open("p", {{"class", "note"}});
  if (document.title) html.leaf("bdi", {{"lang", language_of(account)}}, *document.title).text(" · ");
  if (document.date) html.leaf("bdi", *document.date).text(" · ");
  html.leaf("bdi", document.name).close().close();
}

}  // namespace

void accounts(Html& html, const Comparison& comparison) {
  html.open("div", {{"class", "accounts"}, {"id", "accounts"}});
  for (std::size_t i = 0; i < comparison.accounts.size(); ++i) {
    const Account& account = comparison.accounts[i].account;
    html.open("article", {{"class", "account"},
                          {"id", "account-" + account.id},
                          {"aria-labelledby", "account-" + account.id + "-name"}});
    head(html, account);
    html.open("div", {{"class", "pane"}});
    html.open("div", {{"class", "text"}, {"lang", language_of(account)}, {"dir", "auto"}});
    AccountText(html, comparison, i).write();
    html.close().close().close();
  }
  html.close();
}

}  // namespace rashomon
