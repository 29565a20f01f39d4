#include "engine/report/markdown_pair.h"

#include <string_view>
#include <vector>

#include "engine/report/evidence_words.h"
#include "engine/report/findings_words.h"
#include "engine/report/markdown_text.h"
#include "engine/report/names.h"
#include "engine/report/numbers.h"
#include "engine/report/terminal.h"
#include "engine/report/words.h"

namespace rashomon {
namespace {

class PairText {
 public:
  PairText(const Comparison& comparison, const PairComparison& pair, const Selection& selection,
           std::string level)
      : comparison_(comparison),
        pair_(pair),
        selection_(selection),
        selected_(select(comparison, pair, selection)),
        level_(std::move(level)) {}

  std::string write() && {
    out_ += "**" + escaped(finding_sentence(comparison_, pair_)) + "**\n\n";
    if (selection_.brief) {
      brief();
      left_out();
      return std::move(out_);
    }
    if (const std::string note = standing_out(comparison_, pair_); !note.empty())
      out_ += escaped(note) + "\n\n";
    if (selection_.takes_all()) {
      totals();
      overview();
      facts();
      claims();
    }
    left_out();
    const Findings& found = selected_.found;
    if (selection_.takes(Relation::diverge) || selection_.takes(Relation::contradict))
      links("They oppose each other", found.opposed);
    if (selection_.takes(Relation::reframe)) links("They tell it differently", found.reframed);
    if (selection_.takes(Relation::agree)) links("They agree", found.agreed);
    for (const std::size_t side : {0U, 1U}) {
      if (selection_.takes_all()) omissions(side);
    }
    return std::move(out_);
  }

 private:
  const Account& account(std::size_t side) const {
    return comparison_.accounts[side == 0 ? pair_.left : pair_.right].account;
  }
  std::string label(std::size_t side) const { return escaped(account(side).label); }

  void heading(const std::string& title) { out_ += level_ + ' ' + title + "\n\n"; }

  void left_out() {
    for (const std::string& reason : selected_.left_out) out_ += '*' + escaped(reason) + ".*\n\n";
  }

  /// One row a link.
  void brief() {
    const std::vector<const Link*> links = all_links(selected_.found);
    if (links.empty()) {
      out_ += "None.\n\n";
      return;
    }
    out_ += table_head({{""},
                        {"relation", false, 8},
                        {"score", true},
                        {"sure", true},
                        {label(0), false, 24},
                        {label(1), false, 24}});
    const auto told = [&](std::size_t side, std::size_t statement) {
      const Statement& one = account(side).statements[statement];
      return escaped(one.id) + ": " + escaped(one.text);
    };
    for (const Link* link : links) {
      out_ += table_row({code(std::string{sign_of(link->relation)}), std::string(name_of(link->relation)),
                         fixed(link->score, 2, true), fixed(link->confidence), told(0, link->left),
                         told(1, link->right)});
    }
    out_ += '\n';
  }

  void totals() {
    const Summary& sums = pair_.summary;
    const std::vector<double> parts = rounded_parts({sums.silence, sums.narrative, sums.position});
    out_ += table_head({{"divergence", true},
                        {"= silence", true},
                        {"+ narrative", true},
                        {"+ position", true},
                        {"90% interval", true},
                        {"tension where they meet", true}});
    out_ += table_row({"**" + fixed(printed_divergence(sums)) + "**", fixed(parts[0]), fixed(parts[1]),
                       fixed(parts[2]),
                       fixed(sums.divergence_interval[0]) + " to " + fixed(sums.divergence_interval[1]),
                       sums.tension ? fixed(*sums.tension) : "–"}) +
            '\n';
  }

  void overview() {
    out_ += table_head({{"", false, 8}, {label(0), false, 16}, {label(1), false, 16}});
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
    out_ += table_head({{""}, {"fact", false, 8}, {label(0), false, 16}, {label(1), false, 16}});
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
    if (links.empty() && selection_.top) return;  // there may be others
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
            std::to_string(selected_.found.omitted[side].size()) + ')');
    if (selected_.found.omitted[side].empty()) out_ += "None.\n\n";
    for (const Omission* omission : selected_.found.omitted[side]) {
      quote(account(side).statements[omission->statement]);
      out_ += "\nSalience " + fixed(omission->salience) + ", answered " +
              fixed(pair_.answered[side][omission->statement]) + ".\n\n";
    }
    if (selected_.found.partly[side].empty()) return;
    out_ += "Points of its lists that " + label(1 - side) + " leaves out:\n\n";
    for (const PartlyAnswered& one : selected_.found.partly[side]) {
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
  const Selection& selection_;
  SelectedFindings selected_;
  std::string level_;
  std::string out_;
};

}  // namespace

std::string markdown_pair(const Comparison& comparison, const PairComparison& pair,
                          const Selection& selection, const std::string& level) {
  return PairText(comparison, pair, selection, level).write();
}

}  // namespace rashomon
