// Two accounts, one line a link.
#include <algorithm>

#include "engine/report/names.h"
#include "engine/report/numbers.h"
#include "engine/report/pair_section.h"
#include "engine/report/words.h"

namespace rashomon {
namespace {

constexpr std::size_t kRelation = 13;  // "!  contradict"
constexpr std::size_t kFigures = 13;   // "  -0.76  0.98"
constexpr std::size_t kLeastWords = 30;

class BriefLines {
 public:
  BriefLines(Page& page, const Comparison& comparison, const PairComparison& pair)
      : page_(page),
        left_(comparison.accounts[pair.left].account),
        right_(comparison.accounts[pair.right].account) {}

  void write(const std::vector<const Link*>& links) {
    for (const Link* link : links) {
      left_ids_ = std::max(left_ids_, left_.statements[link->left].id.size());
      right_ids_ = std::max(right_ids_, right_.statements[link->right].id.size());
    }
    const std::string ids =
        padded("   relation", kRelation) + "  " + padded("", left_ids_) + "  " + padded("", right_ids_);
    if (!links.empty()) page_.line(ids + "  score  sure", Tone::faint);
    for (const Link* link : links) write(*link);
  }

 private:
  void write(const Link& link) {
    const Statement& a = left_.statements[link.left];
    const Statement& b = right_.statements[link.right];
    const std::string relation =
        std::string{sign_of(link.relation)} + "  " + std::string(name_of(link.relation));
    const std::string places = "  " + padded(a.id, left_ids_) + "  " + padded(b.id, right_ids_) +
                               right_aligned(fixed(link.score, 2, true), 7) +
                               right_aligned(fixed(link.confidence), 6);
    page_.line(page_.painted(padded(relation, kRelation), tone_of(link.relation)) + places + words(a, b));
  }

  /// The beginnings of both texts, where the line has room.
  std::string words(const Statement& a, const Statement& b) const {
    const std::size_t used = kRelation + left_ids_ + right_ids_ + kFigures + 4 + 5;
    if (page_.width() < used + kLeastWords) return {};
    const std::size_t each = (page_.width() - used) / 2;
    return "  " + padded(cut(make_visible(a.text), each), each) + page_.painted(" │ ", Tone::faint) +
           cut(make_visible(b.text), each);
  }

  Page& page_;
  const Account& left_;
  const Account& right_;
  std::size_t left_ids_ = 0;  // columns of the longest
  std::size_t right_ids_ = 0;
};

}  // namespace

void brief_section(Page& page, const Comparison& comparison, const PairComparison& pair,
                   const Selection& selection) {
  const SelectedFindings selected = select(comparison, pair, selection);
  page.paragraph("", finding_sentence(comparison, pair), Tone::strong);
  BriefLines(page, comparison, pair).write(all_links(selected.found));
  for (const std::string& reason : selected.left_out) page.paragraph("   ", reason, Tone::faint);
}

}  // namespace rashomon
