// The report for an editor: CommonMark, with the tables of GitHub Flavored Markdown.
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/common_points.h"
#include "engine/report/evidence_words.h"
#include "engine/report/findings.h"
#include "engine/report/findings_words.h"
#include "engine/report/means.h"
#include "engine/report/names.h"
#include "engine/report/numbers.h"
#include "engine/report/report.h"
#include "engine/report/terminal.h"
#include "engine/report/words.h"
#include "engine/text/width.h"

namespace rashomon {
namespace {

/// Text of others as one line that no Markdown reads as markup, in a table or out of it.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char byte : make_visible(text)) {
    if (std::string_view("\\`*_[]<>&|~$#!").find(byte) != std::string_view::npos) out += '\\';
    out += byte;
  }
  return out;
}

/// Code needs no escapes, but must not hold the fence, and in a table no bar.
std::string code(std::string_view text) {
  std::string out;
  for (const char byte : make_visible(text)) out += byte == '`' ? '\'' : byte == '|' ? '/' : byte;
  return '`' + out + '`';
}

std::string table_row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += ' ' + cell + " |";
  return out + '\n';
}

/// Head and the line under it; columns after the first are figures, set to the right, where `figures`.
std::string table_head(const std::vector<std::string>& cells, bool figures = false) {
  std::string out = table_row(cells) + '|';
  for (std::size_t i = 0; i < cells.size(); ++i) out += figures && i > 0 ? "---:|" : "---|";
  return out + '\n';
}

class PairText {
 public:
  PairText(const Comparison& comparison, const PairComparison& pair, std::string level)
      : comparison_(comparison), pair_(pair), found_(findings(comparison, pair)), level_(std::move(level)) {}

  std::string write() && {
    out_ += "**" + escaped(finding_sentence(comparison_, pair_)) + "**\n\n";
    if (const std::string note = standing_out(comparison_, pair_); !note.empty())
      out_ += escaped(note) + "\n\n";
    totals();
    overview();
    facts();
    claims();
    links("They oppose each other", found_.opposed);
    links("They tell it differently", found_.reframed);
    links("They agree", found_.agreed);
    for (const std::size_t side : {0U, 1U}) omissions(side);
    return std::move(out_);
  }

 private:
  const Account& account(std::size_t side) const {
    return comparison_.accounts[side == 0 ? pair_.left : pair_.right].account;
  }
  std::string label(std::size_t side) const { return escaped(account(side).label); }

  void heading(const std::string& title) { out_ += level_ + ' ' + title + "\n\n"; }

  void totals() {
    const Summary& sums = pair_.summary;
    const std::vector<double> parts = rounded_parts({sums.silence, sums.narrative, sums.position});
    out_ += table_head(
        {"divergence", "= silence", "+ narrative", "+ position", "90% interval", "tension where they meet"});
    out_ += table_row({"**" + fixed(printed_divergence(sums)) + "**", fixed(parts[0]), fixed(parts[1]),
                       fixed(parts[2]),
                       fixed(sums.divergence_interval[0]) + " to " + fixed(sums.divergence_interval[1]),
                       sums.tension ? fixed(*sums.tension) : "–"}) +
            '\n';
  }

  void overview() {
    out_ += table_head({"", label(0), label(1)});
    const auto said = [&](std::size_t side, const std::optional<Highlight>& highlight) {
      if (!highlight) return std::string("–");
      return "“" + escaped(highlight->text) + "” (" + account(side).statements[highlight->statement].id +
             ", register " + fixed(highlight->level, 1, true) + ')';
    };
    out_ += table_row({"sums it up", said(0, pair_.highlights[0].tone), said(1, pair_.highlights[1].tone)});
    out_ += table_row(
        {"sharpest line", said(0, pair_.highlights[0].sharpest), said(1, pair_.highlights[1].sharpest)});
    const auto profile = [&](std::size_t side) {
      const Profile& one = pair_.summary.profiles[side];
      return rounded_parts({one.agree, one.reframe, one.oppose, one.silent});
    };
    const std::vector<double> left = profile(0);
    const std::vector<double> right = profile(1);
    const char* const names[] = {"words that agree", "reframe", "oppose", "that it alone tells"};
    for (std::size_t i = 0; i < left.size(); ++i)
      out_ += table_row({names[i], fixed(left[i]), fixed(right[i])});
    out_ += '\n';
  }

  void facts() {
    heading("Facts of the event");
    out_ += table_head({"", "fact", label(0), label(1)});
    const auto told = [&](std::size_t side, const std::optional<FactValue>& value) {
      if (!value) return std::string("–");
      return "“" + escaped(value->text) + "” (" + account(side).statements[value->statement].id + ')';
    };
    for (const PanelFact& fact : pair_.facts) {
      if (!fact.values[0] && !fact.values[1]) continue;  // neither tells
      out_ += table_row({code(std::string{sign_of(fact.verdict)}), std::string(fact_words(fact.kind)),
                         told(0, fact.values[0]), told(1, fact.values[1])});
    }
    out_ += '\n';
  }

  void claims() {
    heading("What one side tells of the other (" + std::to_string(pair_.claims.size()) + ')');
    if (pair_.claims.empty()) out_ += "None.\n\n";
    for (const Claim& claim : pair_.claims) {
      if (claim.verdict == ClaimVerdict::confirmed) continue;
      out_ += "**" + code(std::string{sign_of(claim.verdict)}) + ' ' +
              escaped(claim_words(comparison_, pair_, claim)) + "**" +
              (claim.score ? " · score " + fixed(*claim.score, 2, true) : "") + " · linked " +
              fixed(claim.probability) + "\n\n";
      quote(account(claim.side).statements[claim.statement]);
      if (claim.answer) {
        out_ += ">\n";
        quote(account(1 - claim.side).statements[*claim.answer]);
      }
      out_ += '\n';
    }
    if (const std::string confirmed = confirmed_claims(comparison_, pair_); !confirmed.empty())
      out_ += "Confirmed: " + escaped(confirmed) + ".\n\n";
  }

  void quote(const Statement& statement) {
    out_ += "> **" + escaped(statement.id) + "** (" + escaped(teller_words(statement)) + ", characters " +
            std::to_string(statement.span.begin) + "–" + std::to_string(statement.span.end) +
            "): " + escaped(statement.text) + '\n';
  }

  void links(const std::string& title, const std::vector<const Link*>& links) {
    heading(title + " (" + std::to_string(links.size()) + ')');
    if (links.empty()) out_ += "None.\n\n";
    for (const Link* link : links) {
      out_ += "**" + code(std::string{sign_of(link->relation)}) + ' ' +
              escaped(link_words(comparison_, pair_, *link)) + "** · score " + fixed(link->score, 2, true) +
              " · confidence " + fixed(link->confidence) + " · linked " + fixed(link->probability) + "\n\n";
      quote(account(0).statements[link->left]);
      out_ += ">\n";
      quote(account(1).statements[link->right]);
      std::string reasons;
      for (const Evidence* row : strongest_reasons(*link)) {
        reasons += (reasons.empty() ? "" : "; ") + escaped(reason_words(*row));
      }
      out_ += (reasons.empty() ? "" : "\nWhy: " + reasons + '\n') + std::string("\n");
    }
  }

  void omissions(std::size_t side) {
    heading(escaped(omission_title(comparison_, pair_, side == 0 ? pair_.left : pair_.right)) + " (" +
            std::to_string(found_.omitted[side].size()) + ')');
    if (found_.omitted[side].empty()) out_ += "None.\n\n";
    for (const Omission* omission : found_.omitted[side]) {
      quote(account(side).statements[omission->statement]);
      out_ += "\nSalience " + fixed(omission->salience) + ", answered " +
              fixed(pair_.answered[side][omission->statement]) + ".\n\n";
    }
    if (found_.partly[side].empty()) return;
    out_ += "Points of its lists that " + label(1 - side) + " leaves out:\n\n";
    for (const PartlyAnswered& one : found_.partly[side]) {
      const Statement& statement = account(side).statements[one.statement];
      for (const std::size_t point : one.points) {
        out_ += "- " + escaped(statement.id) + ": “" +
                escaped(point_text(statement, statement.points[point].span, comparison_.offsets)) +
                "” (answered " + fixed(pair_.points_answered[side][one.statement][point]) + ")\n";
      }
    }
    out_ += '\n';
  }

  const Comparison& comparison_;
  const PairComparison& pair_;
  Findings found_;
  std::string level_;
  std::string out_;
};

std::string matrix(const Comparison& comparison) {
  std::vector<std::string> head = {"divergence"};
  for (const ComparedAccount& one : comparison.accounts) head.push_back(escaped(one.account.id));
  std::string out = table_head(head, true);
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
  std::vector<std::string> head = {"stands in"};
  for (const ComparedAccount& one : comparison.accounts) head.push_back(escaped(one.account.id));
  head.emplace_back("point");
  std::string out = "## Which point stands in which accounts\n\n" + table_head(head, false);
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
  std::vector<std::string> head = {"topic"};
  for (const ComparedAccount& one : comparison.accounts) {
    const std::string id = escaped(one.account.id);
    head.insert(head.end(), {id + " emphasis", id + " register", id + " first"});
  }
  head.emplace_back("score");
  std::string out = table_head(head, true);
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
  std::string out = table_head({"account", "file", "title", "date", "address", "SHA-256"});
  for (const ComparedAccount& one : comparison.accounts) {
    const Document& document = one.account.document;
    const auto known = [](const std::optional<std::string>& value) { return value ? escaped(*value) : "–"; };
    out +=
        table_row({escaped(one.account.label) + " (" + escaped(one.account.id) + ')', escaped(document.name),
                   known(document.title), known(document.date), known(document.url), code(document.sha256)});
  }
  return out + "\nTo cite: Rashomon " + escaped(comparison.engine.version) + ", model " +
         code(comparison.engine.model) + ", links from probability " +
         shortest(comparison.engine.min_probability) +
         ", on the files above by their SHA-256. Offsets count Unicode characters of each text from 0.\n";
}

}  // namespace

std::string markdown_report(const Comparison& comparison) {
  std::string names;
  for (const ComparedAccount& one : comparison.accounts)
    names += (names.empty() ? "" : " · ") + escaped(one.account.label);
  std::string out = "# " + names + "\n\n";
  const bool several = comparison.pairs.size() > 1;
  if (several)
    out += "**" + escaped(overall_sentence(comparison)) + "**\n\n" + matrix(comparison) +
           shared_points(comparison);
  for (const PairComparison& pair : comparison.pairs) {
    if (several) {
      out += "## " + escaped(comparison.accounts[pair.left].account.label) + " and " +
             escaped(comparison.accounts[pair.right].account.label) + "\n\n";
    }
    out += PairText(comparison, pair, several ? "###" : "##").write();
  }
  return out + "## Topics\n\n" + topics(comparison) + "## Sources\n\n" + sources(comparison);
}

}  // namespace rashomon
