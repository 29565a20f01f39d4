// Sentences: ICU's boundaries, then our own list of what joins and what parts.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/extractor/extractor.h"
#include "engine/extractor/lines.h"
#include "engine/text/characters.h"
#include "engine/text/sentence_breaks.h"

namespace rashomon {
namespace {

using Words = std::u32string_view;  // words between blanks, one at each end

// Their dot never ends a sentence: what they belong to follows.
constexpr Words kTitles =
    U" Mr Mrs Ms Messrs Dr Prof Gen Lt Col Maj Capt Cpt Sgt Adm Cmdr Brig Pvt Amb Sen Rep Gov Pres Rev Hon "
    U"Fr St Mt Ft MR MRS MS DR GEN AMB "
    U"Sec Dep Asst Min Vice vs cf viz approx Ph ";
// Nor where a number follows.
constexpr Words kNumbered =
    U" No Nos Art Arts Fig Figs Vol Ch Sect Sec Para Paras p pp Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov "
    U"Dec ca c ";
// Words that may end a sentence or not: they do where the next word is one that begins sentences.
constexpr Words kSuffixes = U" Jr Sr Inc Corp Ltd Co Bros Esq etc al ";
constexpr Words kStarters =
    U" The A An This That These Those It Its He She They We I You His Her Their Our My There Here In On At "
    U"As For From By With "
    U"Without To Under During After Before Since Until While When Where If Although Though Because But And "
    U"Or So Yet However "
    U"Moreover Furthermore Meanwhile Therefore Thus Also Both Each All Any Some Many Most No Not Nor Such "
    U"What Which Who Why How "
    U"Today Yesterday Now Then First Second Third Finally Instead Indeed Let Please ";

bool has(Words list, std::u32string_view word) {
  if (word.empty()) return false;
  std::u32string key = U" ";
  key.append(word).append(U" ");
  return list.find(key) != Words::npos;
}

bool holds_content(char32_t c) { return is_alphabetic(c) || is_digit(c); }

bool is_opener(char32_t c) {
  return is_opening_quote(c) || c == U'(' || c == U'[' || c == 0xFF08 || c == 0x300A;
}

// Reads one document and decides boundary by boundary.
class Splitter {
 public:
  explicit Splitter(const Document& document)
      : text_(to_code_points(document.text)), paragraphs_(paragraphs(text_)), language_(document.language) {}

  std::vector<Span> run() {
    const std::vector<std::size_t> boundaries = candidates();
    auto next = boundaries.begin();
    for (const Span paragraph : paragraphs_) {
      std::size_t begin = paragraph.begin;
      while (next != boundaries.end() && *next <= begin) ++next;
      for (; next != boundaries.end() && *next < paragraph.end; ++next) {
        const std::size_t at = moved(*next, paragraph);
        if (at <= begin || at >= paragraph.end || joins(begin, at, paragraph.end)) continue;
        add({begin, at});
        begin = at;
      }
      add({begin, paragraph.end});
    }
    return std::move(sentences_);
  }

 private:
  // ICU's boundaries, with the line ends of the layout made blanks, and those before a number that ICU leaves
  // out.
  std::vector<std::size_t> candidates() const {
    std::u32string flat = text_;
    for (const Span paragraph : paragraphs_) {
      for (std::size_t at = paragraph.begin; at < paragraph.end; ++at) {
        if (is_white_space(flat[at])) flat[at] = U' ';
      }
    }
    std::vector<std::size_t> boundaries;
    for (const Span sentence : icu_sentences(to_utf8(flat), language_)) boundaries.push_back(sentence.end);
    const std::size_t known = boundaries.size();
    for (std::size_t at = 2; at + 2 < text_.size(); ++at) {
      if (text_[at] == U'.' && is_white_space(text_[at + 1]) && is_digit(text_[at + 2]) &&
          is_lower(text_[at - 1]) && is_lower(text_[at - 2])) {
        boundaries.push_back(at + 2);
      }
    }
    std::inplace_merge(boundaries.begin(), boundaries.begin() + static_cast<std::ptrdiff_t>(known),
                       boundaries.end());
    return boundaries;
  }

  // A closing mark belongs to the sentence before, an opening one to the sentence behind.
  std::size_t moved(std::size_t at, Span paragraph) const {
    while (at > paragraph.begin && is_opener(text_[at - 1])) --at;
    while (at < paragraph.end && is_closing_quote(text_[at])) ++at;
    return at;
  }

  std::size_t end_of_text(std::size_t begin, std::size_t at) const {
    while (at > begin && is_white_space(text_[at - 1])) --at;
    return at;
  }

  std::u32string_view word_at(std::size_t at, std::size_t end) const {
    std::size_t to = at;
    while (to < end && is_alphabetic(text_[to])) ++to;
    return std::u32string_view(text_).substr(at, to - at);
  }

  // The letters (and inner dots) before the dot that ends at `end`.
  std::u32string_view word_before(std::size_t begin, std::size_t end) const {
    std::size_t from = end - 1;
    while (from > begin && (is_alphabetic(text_[from - 1]) || text_[from - 1] == U'.')) --from;
    return std::u32string_view(text_).substr(from, end - 1 - from);
  }

  // Whether the text begin .. at and what follows are one sentence after all.
  bool joins(std::size_t begin, std::size_t at, std::size_t end) const {
    const std::size_t stop = end_of_text(begin, at);
    std::size_t next = at;
    while (next < end && is_white_space(text_[next])) ++next;
    if (stop == begin || next == end) return true;
    const std::u32string_view before = std::u32string_view(text_).substr(begin, stop - begin);
    if (list_mark(before) == before.size() || std::none_of(before.begin(), before.end(), holds_content))
      return true;
    if (is_lower(text_[next])) return true;
    if (before.back() == 0x2026 || (before.ends_with(U"...") && !before.ends_with(U"...."))) return true;
    if (before.back() != U'.') return false;
    if (before.ends_with(U" on X.") && is_upper(text_[next])) return false;  // the platform, no initial
    return dot_joins(word_before(begin, stop), next, end);
  }

  bool dot_joins(std::u32string_view word, std::size_t next, std::size_t end) const {
    const bool number = is_digit(text_[next]);
    if (has(kTitles, word)) return true;
    if (has(kNumbered, word)) return number;
    const bool starts = has(kStarters, word_at(next, end)) || !(is_upper(text_[next]) || number);
    if (word == U"a.m" || word == U"p.m") return !starts && names_a_time(next, end);
    const bool dotted = word.find(U'.') != Words::npos;
    const bool initial = word.size() == 1 && is_upper(word.front());
    if (dotted || initial || has(kSuffixes, word)) return !starts;
    return false;
  }

  // "5 p.m. Moscow time", "3 a.m. EST"
  bool names_a_time(std::size_t next, std::size_t end) const {
    const std::u32string_view word = word_at(next, end);
    if (word.size() >= 2 && word.size() <= 4 && std::all_of(word.begin(), word.end(), is_upper)) return true;
    std::size_t second = next + word.size();
    while (second < end && is_white_space(text_[second])) ++second;
    const std::u32string_view zone = word_at(second, end);
    return zone == U"time" || zone == U"Time" || zone == U"Standard" || zone == U"Daylight";
  }

  void add(Span span) {
    while (span.begin < span.end && is_white_space(text_[span.begin])) ++span.begin;
    span.end = end_of_text(span.begin, span.end);
    if (span.begin < span.end) sentences_.push_back(span);
  }

  std::u32string text_;
  std::vector<Span> paragraphs_;
  std::string language_;
  std::vector<Span> sentences_;
};

}  // namespace

std::vector<Span> split_sentences(const Document& document) { return Splitter(document).run(); }

}  // namespace rashomon
