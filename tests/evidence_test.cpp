// The reasons of a link are the sum that decided it, and true of the words that they name.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "engine/pipeline.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

const Knowledge& knowledge() {
  static const Knowledge all = Knowledge::builtin();
  return all;
}

using Texts = std::array<std::string, 2>;

Document document(const std::string& text) {
  Document out;
  out.name = "event.txt";
  out.text = text;
  out.characters = count_code_points(text);
  out.media_type = "text/plain";
  out.language = "en";
  return out;
}

Comparison compared(const Texts& texts, std::optional<double> min_probability = std::nullopt) {
  return compare({document(texts[0]), document(texts[1])}, knowledge(), {{"us", "cn"}, min_probability});
}

std::vector<Texts> events() {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(RASHOMON_TESTS_FOLDER) /
                                                               "../corpora/events"))
    folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  std::vector<Texts> out;
  for (const auto& folder : folders) {
    const auto text = [&](const char* name) {
      std::ifstream in(folder / name, std::ios::binary);
      return std::string(std::istreambuf_iterator<char>(in), {});
    };
    out.push_back({text("left.txt"), text("right.txt")});
  }
  return out;
}

TEST_CASE(
    "contributions of every pair of the example events add up to its total, and the total is its score") {
  for (const Texts& texts : events()) {
    const Comparison comparison = compared(texts, 0.0);
    for (const Link& link : comparison.pairs[0].links) {
      double sum = 0;
      for (const Evidence& row : link.evidence) sum += row.contribution;
      CHECK(std::abs(sum - link.evidence_total) < 1e-9);
      if (link.evidence.front().kind != "identical") CHECK(std::abs(std::tanh(sum) - link.score) < 1e-9);
    }
  }
}

TEST_CASE("the words of a reason stand where it says") {
  for (const Texts& texts : events()) {
    const Comparison comparison = compared(texts);
    for (const Link& link : comparison.pairs[0].links) {
      for (const Evidence& row : link.evidence) {
        if (row.left_span) CHECK(CodePoints(texts[0]).slice(*row.left_span) == row.left);
        if (row.right_span) CHECK(CodePoints(texts[1]).slice(*row.right_span) == row.right);
      }
    }
  }
}

// The text without the code points of a span.
std::string without(const std::string& text, const Span& span) {
  const CodePoints points(text);
  return std::string(points.slice({0, span.begin})) + std::string(points.slice({span.end, points.size()}));
}

// The contribution of a kind; 0 where the link has no such row.
double contribution(const Link& link, const std::string& kind) {
  double sum = 0;
  for (const Evidence& row : link.evidence) sum += row.kind == kind ? row.contribution : 0;
  return sum;
}

bool overlap(const std::optional<Span>& a, const std::optional<Span>& b) {
  return a && b && a->begin < b->end && b->begin < a->end;
}

// What all rows that name some of these words add.
double said_of(const Link& link, const Evidence& words) {
  double sum = 0;
  for (const Evidence& row : link.evidence) {
    if (overlap(row.left_span, words.left_span) || overlap(row.right_span, words.right_span))
      sum += row.contribution;
  }
  return sum;
}

// A row's words are its strongest mark; deleted on both sides, the mark is gone, and what the row added goes
// with it. The score moves by what all rows say of these words, and by the words that the two have in common.
TEST_CASE("deleting the words of a reason moves the score as the reason says") {
  constexpr double kWorthTelling = 0.1;
  constexpr double kRows = 0.86;  // reached today: a family of trees reads other marks of the statement too
  constexpr double kScores = 0.86;
  std::size_t cases = 0;
  std::size_t rows_right = 0;
  std::size_t telling = 0;
  std::size_t scores_right = 0;
  for (const Texts& texts : events()) {
    const Comparison before = compared(texts);
    for (const Link& link : before.pairs[0].links) {
      for (const Evidence& row : link.evidence) {
        if (!(row.left_span || row.right_span) || std::abs(row.contribution) < kWorthTelling) continue;
        Texts fewer = texts;
        if (row.left_span) fewer[0] = without(texts[0], *row.left_span);
        if (row.right_span) fewer[1] = without(texts[1], *row.right_span);
        const Comparison after = compared(fewer, 0.0);
        const auto& links = after.pairs[0].links;
        const auto same = std::find_if(links.begin(), links.end(), [&](const Link& one) {
          return one.left == link.left && one.right == link.right;
        });
        if (same == links.end()) continue;
        ++cases;
        const double sign = row.contribution > 0 ? 1 : -1;
        rows_right += sign * (row.contribution - contribution(*same, row.kind)) > 0 ? 1 : 0;
        const double said = said_of(link, row);
        if (std::abs(said) < kWorthTelling) continue;
        ++telling;
        scores_right += said * (link.score - same->score) > 0 ? 1 : 0;
      }
    }
  }
  MESSAGE("rows ", rows_right, " of ", cases, ", scores ", scores_right, " of ", telling);
  REQUIRE(cases >= 30);
  CHECK(static_cast<double>(rows_right) >= kRows * static_cast<double>(cases));
  CHECK(static_cast<double>(scores_right) >= kScores * static_cast<double>(telling));
}

}  // namespace
}  // namespace rashomon
