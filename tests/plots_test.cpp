#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/report/plots.h"
#include "engine/report/svg.h"
#include "engine/scorer/keywords.h"
#include "tests/fixtures.h"

namespace rashomon {
namespace {

/// A statement of content words, one token each.
Statement words(const std::vector<std::string>& all) {
  Statement statement;
  for (const std::string& word : all) {
    Token token;
    token.surface = token.form = token.stem = word;
    statement.tokens.push_back(token);
  }
  return statement;
}

Statement characters(const std::vector<std::string>& all) {
  Statement statement = words(all);
  for (Token& token : statement.tokens) token.kind = TokenKind::han;
  return statement;
}

const Plot& named(const std::vector<Plot>& all, const std::string& name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Plot& plot) { return plot.name == name; });
  REQUIRE_MESSAGE(found != all.end(), name);
  return *found;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

Comparison with_topics(std::size_t count) {
  Comparison made = fixtures::biden_xi();
  made.topics.clear();
  for (std::size_t t = 0; t < count; ++t) {
    const double emphasis = 0.5 / static_cast<double>(t + 1);
    made.topics.push_back(
        {"topic-" + std::to_string(t), {emphasis, 0.1}, {-1.0, 2.0}, {t % 8 + 1, 8 - t % 8}, 0.0});
  }
  return made;
}

/// Every element that opens closes, in order.
bool is_well_formed(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
    const std::size_t end = xml.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = xml.substr(at + 1, end - at - 1);
    if (tag.ends_with('/')) continue;
    const std::string name = tag.substr(tag[0] == '/' ? 1 : 0, tag.find(' ') - (tag[0] == '/' ? 1 : 0));
    if (tag[0] != '/') {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

TEST_CASE("weighted log-odds are those of Monroe, Colaresi and Quinn, by hand") {
  // Left: a a a b; right: b b c c. n = 4 and 4, alpha0 = 4, so that alpha is half of a word's uses.
  const std::vector<Keyword> found =
      keywords_of({words({"a", "a", "a", "b"})}, {words({"b", "b", "c", "c"})});
  REQUIRE(found.size() == 3);
  CHECK(found[0].word == "a");
  CHECK(found[0].counts == std::array<std::size_t, 2>{3, 0});
  const double of_a = std::log(4.5 / 3.5) - std::log(1.5 / 6.5);
  CHECK(found[0].log_odds == doctest::Approx(of_a));
  CHECK(found[0].z == doctest::Approx(of_a / std::sqrt(1 / 4.5 + 1 / 1.5)));
  CHECK(found[1].word == "b");
  CHECK(found[2].word == "c");
  CHECK(found[2].z < found[1].z);
}

TEST_CASE("keywords of swapped accounts are the same with the other sign") {
  const std::vector<Statement> left = {words({"a", "a", "b", "d"})};
  const std::vector<Statement> right = {words({"b", "c", "c", "c", "d"})};
  const std::vector<Keyword> there = keywords_of(left, right);
  const std::vector<Keyword> back = keywords_of(right, left);
  REQUIRE(there.size() == back.size());
  for (const Keyword& one : there) {
    const auto other =
        std::find_if(back.begin(), back.end(), [&](const Keyword& k) { return k.word == one.word; });
    REQUIRE(other != back.end());
    CHECK(other->z == doctest::Approx(-one.z));
  }
}

TEST_CASE("a text and its copy have no keyword; neither has an account of one word") {
  const std::vector<Statement> text = {words({"a", "b", "b"})};
  CHECK(keywords_of(text, text).empty());
  CHECK(keywords_of({words({"a"})}, {words({"a"})}).empty());
  CHECK(keywords_of({}, {}).empty());
}

TEST_CASE("Chinese keywords are two characters in a row") {
  const std::vector<Keyword> found =
      keywords_of({characters({"台", "湾", "问"})}, {words({"trade", "trade"})});
  REQUIRE(found.size() == 3);
  CHECK((found[0].word == "台湾" || found[0].word == "湾问"));
}

TEST_CASE("every plot is one well-formed element with a title, a description and ids of its own") {
  for (const Comparison& comparison : {fixtures::biden_xi(), fixtures::three_accounts(), fixtures::hostile(),
                                       fixtures::strangers(), with_topics(1), with_topics(40)}) {
    for (const Plot& plot : plots(comparison)) {
      INFO(plot.svg);
      CHECK(is_well_formed(plot.svg));
      CHECK(is_well_formed(plot_file(plot)));
      CHECK(count_of(plot.svg, "<svg ") == 1);
      CHECK(count_of(plot.svg, "id=\"") == 2);
      CHECK(plot.svg.find("<title id=\"" + plot.name + "-title\">") != std::string::npos);
      CHECK(plot.svg.find("<desc id=\"" + plot.name + "-desc\">") != std::string::npos);
      CHECK(plot.svg.find("nan") == std::string::npos);
      CHECK(plot.svg.find("style=") == std::string::npos);
      CHECK(plot.svg.find("<script") == std::string::npos);
      CHECK(plot.svg.find('\x1b') == std::string::npos);
      CHECK(plot.csv.ends_with("\r\n"));
    }
  }
}

TEST_CASE(
    "two accounts have four plots, three have one of words a pair, their divergences and their points") {
  CHECK(plots(fixtures::biden_xi()).size() == 4);
  const std::vector<Plot> three = plots(fixtures::three_accounts());
  CHECK(three.size() == 8);
  CHECK(named(three, "words-us-eu").title == "Words that set United States and European Union apart");
  CHECK(count_of(named(three, "divergence").csv, "\r\n") == 4);
}

TEST_CASE("a plot without data says so") {
  const std::vector<Plot> all = plots(fixtures::strangers());
  for (const char* const name : {"emphasis", "register", "order"})
    CHECK(named(all, name).svg.find("No account names a topic") != std::string::npos);
  CHECK(named(all, "words").svg.find("No word is said more") != std::string::npos);
}

TEST_CASE("a plot with more topics than room says how many it shows, and its table holds all") {
  for (const char* const name : {"emphasis", "register", "order"}) {
    const Plot plot = named(plots(with_topics(40)), name);
    CHECK(plot.svg.find("Shown are 24 of 40 topics") != std::string::npos);
    CHECK(count_of(plot.csv, "\r\n") == 81);
  }
  CHECK(named(plots(with_topics(24)), "emphasis").svg.find("Shown are") == std::string::npos);
}

TEST_CASE("topics are shown by their names") {
  Comparison comparison = fixtures::biden_xi();
  comparison.topics[2].concept_id = "containment-suppression";
  const Plot plot = named(plots(comparison), "emphasis");
  CHECK(plot.svg.find(">containment suppression<") != std::string::npos);
  CHECK(plot.svg.find("containment-suppression") == std::string::npos);
}

TEST_CASE("words that stand beside each other's place do not overlap") {
  Comparison comparison = fixtures::biden_xi();
  for (std::size_t k = 0; k < 12; ++k)
    comparison.pairs[0].keywords.push_back(
        {"word" + std::to_string(k), {k + 1, 0}, 1, 2 - 0.01 * static_cast<double>(k)});
  const std::string svg = named(plots(comparison), "words").svg;
  const std::string label = "\" class=\"small\">word";  // that begins at its place
  std::vector<std::pair<double, double>> places;        // x, y
  for (std::size_t at = svg.find(label); at != std::string::npos; at = svg.find(label, at + 1)) {
    const std::size_t from = svg.rfind("<text x=\"", at);
    if (svg.substr(from, at - from).find("text-anchor") != std::string::npos) continue;
    const double x = std::strtod(svg.c_str() + from + 9, nullptr);
    const double y = std::strtod(svg.c_str() + svg.find("y=\"", from) + 3, nullptr);
    for (const auto& [other_x, other_y] : places)
      CHECK((std::abs(other_y - y) > 11 || std::abs(other_x - x) > set_width("word1", kSmallSize)));
    places.emplace_back(x, y);
  }
  CHECK(places.size() > 4);
}

TEST_CASE("a file alone has its own colours and fonts; a page sets them by variables") {
  const Plot plot = named(plots(fixtures::biden_xi()), "register");
  const std::string file = plot_file(plot);
  CHECK(file.find("font-family") != std::string::npos);
  CHECK(file.find("var(") == std::string::npos);
  CHECK(plot.svg.find("<style") == std::string::npos);
  CHECK(plot_style().find("fill:var(--left,#") != std::string::npos);
}

TEST_CASE("text of a plot that is too wide is cut, and text of others stays text") {
  CHECK(shortened("a short one", 200) == "a short one");
  const std::string cut = shortened(std::string(200, 'm'), 100);
  CHECK(cut.ends_with("…"));
  CHECK(set_width(cut) <= 110);
  CHECK(shortened("红线红线红线", 45) == "红线…");
  CHECK(xml_text("<a href=\"x\">&\x1b") == "&lt;a href=&quot;x&quot;&gt;&amp;\u241b");
}

}  // namespace
}  // namespace rashomon
