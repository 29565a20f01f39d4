// Made cases that an expert would judge without doubt. A failing case stays in its table; the floors are what
// is reached today.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "engine/lexicon/tsv.h"
#include "engine/pipeline.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

const Knowledge& knowledge() {
  static const Knowledge all = Knowledge::builtin();
  return all;
}

Document document(const std::string& text) {
  Document out;
  out.name = "made.txt";
  out.text = text;
  out.characters = count_code_points(text);
  out.media_type = "text/plain";
  out.language = "en";
  return out;
}

// Two sentences, each an account.
Link judged(const std::string& left, const std::string& right) {
  const Comparison comparison = compare({document(left), document(right)}, knowledge(), {{"us", "cn"}, 0.0});
  REQUIRE(comparison.pairs[0].links.size() == 1);
  return comparison.pairs[0].links[0];
}

double score(const std::string& left, const std::string& right) { return judged(left, right).score; }

TsvTable table(const std::string& name) {
  const std::filesystem::path path = std::filesystem::path(RASHOMON_TESTS_FOLDER) / "tables" / name;
  std::ifstream in(path, std::ios::binary);
  return parse_tsv(std::string(std::istreambuf_iterator<char>(in), {}), path.string());
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, text);
  return text.replace(at, from.size(), to);
}

using Row = std::vector<std::string>;

std::string plain(const Row& row) { return replaced(row[0], "[not] ", ""); }
std::string denied(const Row& row) { return replaced(row[0], "[not]", "not"); }

// The share of rows that pass; those that fail are named.
double passing(const TsvTable& cases, const std::string& kind,
               const std::function<bool(std::size_t)>& passes) {
  REQUIRE(cases.rows.size() >= 100);
  std::size_t passed = 0;
  for (std::size_t k = 0; k < cases.rows.size(); ++k) {
    const bool ok = passes(k);
    passed += ok ? 1 : 0;
    if (!ok) MESSAGE(kind, ": ", cases.rows[k][0], " | ", cases.rows[k][1]);
  }
  const double share = static_cast<double>(passed) / static_cast<double>(cases.rows.size());
  MESSAGE(kind, ": ", passed, " of ", cases.rows.size());
  return share;
}

// The share of cases that pass.
constexpr double kRewordings = 1;
constexpr double kNots = 1;
constexpr double kSynonyms = 0.82;  // the judgement is a sum of trees: a word can cross a step
constexpr double kFigures = 0.96;

TEST_CASE("a rewording scores above an unrelated sentence") {
  const TsvTable cases = table("rewordings.tsv");
  CHECK(passing(cases, "rewording", [&](std::size_t k) {
          const Row& other = cases.rows[(k + 1) % cases.rows.size()];
          const std::string text = plain(cases.rows[k]);
          return score(text, cases.rows[k][1]) > score(text, other[1]);
        }) >= kRewordings);
}

TEST_CASE("an inserted not lowers the score") {
  const TsvTable cases = table("rewordings.tsv");
  CHECK(passing(cases, "not", [&](std::size_t k) {
          const Row& row = cases.rows[k];
          return score(denied(row), row[1]) < score(plain(row), row[1]);
        }) >= kNots);
}

TEST_CASE("a denial is told from words that only look like one, whichever side comes first") {
  const auto denies = [](const std::string& left, const std::string& right) {
    const auto has = [](const Link& link) {
      return std::any_of(link.evidence.begin(), link.evidence.end(),
                         [](const Evidence& one) { return one.kind == "polarity"; });
    };
    const bool found = has(judged(left, right));
    CHECK(found == has(judged(right, left)));
    return found;
  };
  CHECK(denies("The navy will not leave the bay.", "The navy will leave the bay soon."));
  CHECK(denies("The plan was not discussed by the ministers.", "The ministers discussed the plan."));
  CHECK_FALSE(denies("The navy will not leave the bay.", "The navy will never leave the bay."));
  CHECK_FALSE(denies("The plan is not only good for trade.", "The plan is good for trade."));
  CHECK_FALSE(denies("China does not seek conflict.", "The ministers seek cooperation on trade."));
}

struct Event {
  std::array<std::string, 2> texts;
  Comparison comparison;  // every pair listed
};

std::vector<Event> events() {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(RASHOMON_TESTS_FOLDER) /
                                                               "../corpora/events"))
    folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  std::vector<Event> out;
  for (const auto& folder : folders) {
    Event event;
    for (const std::size_t side : {0U, 1U}) {
      std::ifstream in(folder / (side == 0 ? "left.txt" : "right.txt"), std::ios::binary);
      event.texts[side] = std::string(std::istreambuf_iterator<char>(in), {});
    }
    event.comparison =
        compare({document(event.texts[0]), document(event.texts[1])}, knowledge(), {{"us", "cn"}, 0.0});
    out.push_back(std::move(event));
  }
  return out;
}

std::size_t find_word(const std::string& text, const std::string& word) {
  const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '-'; };
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return at;
  }
  return std::string::npos;
}

// The greatest change of a score of the links that the statement with the word has, where it is first found.
double change_by_swap(const std::vector<Event>& all, const std::string& word, const std::string& synonym) {
  for (const Event& event : all) {
    const double threshold = event.comparison.engine.threshold;
    for (const std::size_t side : {0U, 1U}) {
      const auto& statements = event.comparison.accounts[side].account.statements;
      for (std::size_t s = 0; s < statements.size(); ++s) {
        const std::size_t at = find_word(statements[s].text, word);
        if (at == std::string::npos) continue;
        std::array<std::string, 2> texts = event.texts;
        const std::size_t start = texts[side].find(statements[s].text);
        texts[side].replace(start + at, word.size(), synonym);
        const Comparison swapped =
            compare({document(texts[0]), document(texts[1])}, knowledge(), {{"us", "cn"}, 0.0});
        const auto& before = event.comparison.pairs[0].links;
        const auto& after = swapped.pairs[0].links;
        double most = -1;
        for (std::size_t k = 0; k < std::min(before.size(), after.size()); ++k) {
          const std::size_t here = side == 0 ? before[k].left : before[k].right;
          if (here == s && before[k].probability >= threshold)
            most = std::max(most, std::abs(before[k].score - after[k].score));
        }
        if (most >= 0) return most;
      }
    }
  }
  return 1;  // no link has the word: no case
}

TEST_CASE("a negated copy scores below a copy, and names the words that tell so") {
  const TsvTable cases = table("rewordings.tsv");
  for (const Row& row : cases.rows) {
    CAPTURE(row[0]);
    const Link link = judged(plain(row), denied(row));
    CHECK(link.score < score(plain(row), plain(row)));
    const auto polarity = std::find_if(link.evidence.begin(), link.evidence.end(),
                                       [](const Evidence& one) { return one.kind == "polarity"; });
    REQUIRE(polarity != link.evidence.end());
    CHECK(polarity->contribution < 0);
    CHECK(polarity->right.find("not") != std::string::npos);
  }
}

TEST_CASE("a synonym changes the score by less than 0.1") {
  const TsvTable cases = table("synonyms.tsv");
  const std::vector<Event> all = events();
  CHECK(passing(cases, "synonym", [&](std::size_t k) {
          return change_by_swap(all, cases.rows[k][0], cases.rows[k][1]) < 0.1;
        }) >= kSynonyms);
}

TEST_CASE("a changed figure of a fact is a contradiction") {
  const TsvTable cases = table("changed_numbers.tsv");
  CHECK(passing(cases, "figure", [&](std::size_t k) {
          const Row& row = cases.rows[k];
          const std::size_t open = row[0].find('[');
          const std::size_t close = row[0].find(']');
          const std::string before = row[0].substr(0, open);
          const std::string after = row[0].substr(close + 1);
          const std::string figure = row[0].substr(open + 1, close - open - 1);
          return judged(before + figure + after, before + row[1] + after).relation == Relation::contradict;
        }) >= kFigures);
}

}  // namespace
}  // namespace rashomon
