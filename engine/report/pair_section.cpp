#include "engine/report/pair_section.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/report/evidence_words.h"
#include "engine/report/facts_table.h"
#include "engine/report/findings_words.h"
#include "engine/report/numbers.h"
#include "engine/report/words.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

constexpr std::size_t kLabel = 13;  // columns of the labels at the left of the overview
constexpr std::size_t kIndent = 3;  // of a link's texts

Tone tone_of(ClaimVerdict verdict) {
  switch (verdict) {
    case ClaimVerdict::denied: return Tone::contradict;
    case ClaimVerdict::silent: return Tone::silent;
    case ClaimVerdict::weakened:
    case ClaimVerdict::strengthened: return Tone::reframe;
    case ClaimVerdict::confirmed: break;
  }
  return Tone::agree;
}

/// The statement's text with the words at these spans of the document marked.
MarkedText marked(const Statement& statement, std::vector<Span> words, Tone tone) {
  std::sort(words.begin(), words.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  const CodePoints text(statement.text);
  // Characters are made visible one by one: what stands before a place is as long as it is alone.
  const auto byte = [&](std::size_t at) {
    return make_visible(text.slice({0, std::min(at - statement.span.begin, text.size())})).size();
  };
  MarkedText out{make_visible(statement.text), {}, tone};
  for (const Span& word : words) {
    if (word.begin >= statement.span.begin) out.marks.push_back({byte(word.begin), byte(word.end)});
  }
  return out;
}

/// One pair of accounts.
class PairSection {
 public:
  PairSection(Page& page, const Comparison& comparison, const PairComparison& pair,
              const Selection& selection)
      : page_(page),
        comparison_(comparison),
        pair_(pair),
        selection_(selection),
        selected_(select(comparison, pair, selection)) {}

  void write() {
    page_.paragraph("", finding_sentence(comparison_, pair_), Tone::strong);
    if (const std::string note = standing_out(comparison_, pair_); !note.empty()) page_.paragraph("", note);
    if (selection_.takes_all()) {
      page_.blank();
      divergence();
      page_.blank();
      for (const std::size_t side : {0U, 1U}) overview(side);
      page_.rule("Facts of the event");
      facts_table(page_, comparison_, pair_);
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
  }

 private:
  const Account& account(std::size_t side) const {
    return comparison_.accounts[side == 0 ? pair_.left : pair_.right].account;
  }
  std::string label(std::size_t side) const { return make_visible(account(side).label); }

  /// The bar cut in three, its legend, and the interval under it.
  void divergence() {
    const Summary& sums = pair_.summary;
    const std::size_t columns = std::min<std::size_t>(page_.width() - kLabel - 8, 60);
    const auto at = [&](double share) {
      return static_cast<std::size_t>(std::round(share * static_cast<double>(columns - 1)));
    };
    const std::size_t low = at(sums.divergence_interval[0]);
    const std::size_t high = std::max(low, at(sums.divergence_interval[1]));
    std::string reach = "├";
    for (std::size_t i = low + 1; i < high; ++i) reach += "─";
    if (high > low) reach += "┤";
    page_.line(padded("  divergence", kLabel) + padded(fixed(printed_divergence(sums)), 6) +
               bar(page_,
                   {{sums.silence, "░", Tone::silent},
                    {sums.narrative, "▒", Tone::reframe},
                    {sums.position, "█", Tone::diverge}},
                   columns));
    page_.line(padded("  90% within", kLabel + 6) + std::string(low, ' ') +
               page_.painted(reach, Tone::faint));
    std::string sum = "░ silence + ▒ narrative + █ position; 90% interval " +
                      fixed(sums.divergence_interval[0]) + " to " + fixed(sums.divergence_interval[1]);
    if (sums.tension) sum += "; tension where they meet " + fixed(*sums.tension);
    page_.paragraph(std::string(kLabel + 6, ' '), sum, Tone::faint);
  }

  /// How one side sums up, its sharpest line, and what becomes of its words.
  void overview(std::size_t side) {
    const Profile& profile = pair_.summary.profiles[side];
    const std::vector<double> parts =
        rounded_parts({profile.agree, profile.reframe, profile.oppose, profile.silent});
    page_.paragraph("  ", label(side) + " (" + make_visible(account(side).id) + ')', Tone::strong);
    highlight("sums it up", pair_.highlights[side].tone, side);
    highlight("sharpest", pair_.highlights[side].sharpest, side);
    const std::size_t columns = std::min<std::size_t>(page_.width() > 70 ? page_.width() - 70 : 0, 40);
    const std::string drawn = columns < 10 ? ""
                                           : bar(page_,
                                                 {{parts[0], "=", Tone::agree},
                                                  {parts[1], "~", Tone::reframe},
                                                  {parts[2], "x", Tone::diverge},
                                                  {parts[3], "-", Tone::silent}},
                                                 columns) +
                                                 ' ';
    const std::string figures = "= " + fixed(parts[0]) + "  ~ " + fixed(parts[1]) + "  x " + fixed(parts[2]) +
                                "  - " + fixed(parts[3]);
    if (drawn.empty()) {
      page_.paragraph(padded("  its words", kLabel), figures);
    } else {
      page_.line(padded("  its words", kLabel) + drawn + figures + "  (- told by it alone)");
    }
  }

  void highlight(std::string_view name, const std::optional<Highlight>& highlight, std::size_t side) {
    const std::string lead = padded("  " + std::string(name), kLabel);
    if (!highlight) {
      page_.paragraph(lead, "no such words found", Tone::faint);
      return;
    }
    page_.paragraph(lead, '"' + make_visible(highlight->text) + "\" (" +
                              account(side).statements[highlight->statement].id + ", register " +
                              fixed(highlight->level, 1, true) + ')');
  }

  /// What one side tells of the other: all that the other does not confirm, and the rest in one line.
  void claims() {
    page_.rule("What one side tells of the other (" + count_of(pair_.claims.size(), "claim", "claims") + ")");
    if (pair_.claims.empty()) page_.line("   none", Tone::faint);
    for (const Claim& claim : pair_.claims) {
      if (claim.verdict != ClaimVerdict::confirmed) this->claim(claim);
    }
    if (const std::string confirmed = confirmed_claims(comparison_, pair_); !confirmed.empty())
      page_.paragraph("=  confirmed: ", confirmed, Tone::agree);
  }

  void claim(const Claim& claim) {
    const Statement& told = account(claim.side).statements[claim.statement];
    page_.ends(std::string{sign_of(claim.verdict)} + "  " + claim_words(comparison_, pair_, claim),
               (claim.score ? "score " + fixed(*claim.score, 2, true) + "  " : "") + "linked " +
                   fixed(claim.probability),
               tone_of(claim.verdict));
    if (!claim.answer) {
      page_.paragraph("   ", told.id + "  " + make_visible(told.text));
      return;
    }
    const Statement& own = account(1 - claim.side).statements[*claim.answer];
    page_.side_by_side(told.id + "  " + teller_words(told), {make_visible(told.text)},
                       own.id + "  " + teller_words(own), {make_visible(own.text)}, kIndent);
  }

  void left_out() {
    if (!selected_.left_out.empty()) page_.blank();
    for (const std::string& reason : selected_.left_out) page_.paragraph("   ", reason, Tone::faint);
  }

  void links(const std::string& title, const std::vector<const Link*>& links) {
    if (links.empty() && selection_.top) return;  // there may be others
    page_.rule(title + " (" + count_of(links.size(), "link", "links") + ')');
    if (links.empty()) page_.line("   none", Tone::faint);
    for (const Link* link : links) this->link(*link, link == links.back());
  }

  void link(const Link& link, bool last) {
    const Statement& left = account(0).statements[link.left];
    const Statement& right = account(1).statements[link.right];
    page_.ends(std::string{sign_of(link.relation)} + "  " + link_words(comparison_, pair_, link),
               "score " + fixed(link.score, 2, true) + "  confidence " + fixed(link.confidence) +
                   "  linked " + fixed(link.probability),
               tone_of(link.relation));
    std::string reasons;
    std::vector<Span> left_words;
    std::vector<Span> right_words;
    for (const Evidence* row : strongest_reasons(link)) {
      reasons += (reasons.empty() ? "" : "; ") + reason_words(*row);
      if (row->left_span) left_words.push_back(*row->left_span);
      if (row->right_span) right_words.push_back(*row->right_span);
    }
    page_.side_by_side(left.id + "  " + teller_words(left), marked(left, left_words, tone_of(link.relation)),
                       right.id + "  " + teller_words(right),
                       marked(right, right_words, tone_of(link.relation)), kIndent);
    if (!reasons.empty()) page_.paragraph("   why: ", reasons, Tone::faint);
    if (!last) page_.blank();
  }

  void omissions(std::size_t side) {
    const auto& omitted = selected_.found.omitted[side];
    page_.rule(omission_title(comparison_, pair_, side == 0 ? pair_.left : pair_.right) + " (" +
               count_of(omitted.size(), "statement", "statements") + ')');
    if (omitted.empty()) page_.line("   none", Tone::faint);
    for (const Omission* omission : omitted) {
      const Statement& statement = account(side).statements[omission->statement];
      page_.ends("-  " + statement.id + "  " + teller_words(statement),
                 "salience " + fixed(omission->salience) + "  answered " +
                     fixed(pair_.answered[side][omission->statement]),
                 Tone::silent);
      page_.paragraph("   ", make_visible(statement.text));
    }
    const auto& partly = selected_.found.partly[side];
    if (partly.empty()) return;
    page_.blank();
    page_.paragraph("   ", "Points of its lists that " + label(1 - side) + " leaves out:", Tone::strong);
    for (const PartlyAnswered& one : partly) points(side, one);
  }

  void points(std::size_t side, const PartlyAnswered& partly) {
    const Account& teller = account(side);
    const Statement& statement = teller.statements[partly.statement];
    page_.ends(
        "-  " + statement.id,
        std::to_string(partly.points.size()) + " of " + std::to_string(statement.points.size()) + " points",
        Tone::silent);
    for (const std::size_t point : partly.points) {
      const Span span = statement.points[point].span;
      const std::string text = point_text(statement, span, comparison_.offsets);
      page_.paragraph(
          "   · ", make_visible(text) + "  " + fixed(pair_.points_answered[side][partly.statement][point]));
    }
  }

  Page& page_;
  const Comparison& comparison_;
  const PairComparison& pair_;
  const Selection& selection_;
  SelectedFindings selected_;
};

}  // namespace

std::string count_of(std::size_t n, std::string_view one, std::string_view many) {
  return std::to_string(n) + ' ' + std::string(n == 1 ? one : many);
}

void pair_section(Page& page, const Comparison& comparison, const PairComparison& pair,
                  const Selection& selection) {
  PairSection(page, comparison, pair, selection).write();
}

}  // namespace rashomon
