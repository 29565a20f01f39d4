#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "engine/report/numbers.h"
#include "engine/report/report.h"
#include "engine/report/wrap.h"
#include "engine/text/code_points.h"
#include "engine/text/width.h"
#include "tests/fixtures.h"

namespace rashomon {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

/// The number that follows `name` where the text first has it.
double number_after(const std::string& text, const std::string& name) {
  const std::size_t at = text.find(name);
  REQUIRE_MESSAGE(at != std::string::npos, name);
  return std::strtod(text.c_str() + at + name.size(), nullptr);
}

std::vector<Comparison> all_fixtures() {
  return {fixtures::biden_xi(), fixtures::three_accounts(), fixtures::hostile(), fixtures::strangers()};
}

/// RFC 4180, read back.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = rows.back().back();
    if (quoted) {
      if (text[i] != '"')
        cell += text[i];
      else if (text[i + 1] == '"')
        cell += text[i++];
      else
        quoted = false;
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == ',') {
      rows.back().emplace_back();
    } else if (text[i] == '\r') {
      ++i;
      rows.emplace_back(1);
    } else {
      cell += text[i];
    }
  }
  rows.pop_back();
  return rows;
}

TEST_CASE("JSON has the contract's keys in the contract's order") {
  const Json json = Json::parse(json_report(fixtures::biden_xi()));
  CHECK(keys(json) == std::vector<std::string>{"format", "engine", "accounts", "statements", "links",
                                               "omissions", "highlights", "topics", "summary", "findings",
                                               "keywords"});
  CHECK(keys(json["findings"]) == std::vector<std::string>{"facts", "claims"});
  CHECK(keys(json["findings"]["facts"][0]) == std::vector<std::string>{"fact", "verdict", "left", "right"});
  CHECK(keys(json["findings"]["claims"][0]) ==
        std::vector<std::string>{"teller", "of", "verdict", "joint", "told", "own", "probability", "share",
                                 "score", "told_strength", "own_strength"});
  CHECK(keys(json["statements"][0]) == std::vector<std::string>{"id", "account", "begin", "end", "text",
                                                                "speaker", "source", "mode", "holders",
                                                                "concepts", "register", "mass", "answered",
                                                                "salience", "points"});
  CHECK(keys(json["links"][0]) == std::vector<std::string>{"left", "right", "similarity", "probability",
                                                           "share", "voice", "relation", "score",
                                                           "confidence", "probabilities", "dimension", "type",
                                                           "evidence_total", "evidence"});
  CHECK(keys(json["summary"]) == std::vector<std::string>{"divergence", "divergence_interval", "silence",
                                                          "narrative", "position", "tension", "profile",
                                                          "coverage", "relations"});
}

TEST_CASE("spans in JSON slice the account's text") {
  for (const Comparison& comparison : all_fixtures()) {
    const Json json = Json::parse(json_report(comparison));
    for (const Json& statement : json["statements"]) {
      for (const ComparedAccount& one : comparison.accounts) {
        if (one.account.id != statement["account"]) continue;
        const CodePoints points(one.account.document.text);
        CHECK(points.slice({statement["begin"], statement["end"]}) == statement["text"].get<std::string>());
      }
    }
  }
}

TEST_CASE("contributions in JSON add up to the evidence total, and numbers read back exactly") {
  const Comparison comparison = fixtures::biden_xi();
  const Json json = Json::parse(json_report(comparison));
  for (std::size_t i = 0; i < json["links"].size(); ++i) {
    const Json& link = json["links"][i];
    double sum = 0;
    for (const Json& row : link["evidence"]) sum += row["contribution"].get<double>();
    CHECK(sum == doctest::Approx(link["evidence_total"].get<double>()).epsilon(1e-12));
    CHECK(link["score"].get<double>() == comparison.pairs[0].links[i].score);
    CHECK(link["share"].get<double>() == comparison.pairs[0].links[i].share);
  }
  const Json& sums = json["summary"];
  CHECK(sums["divergence"].get<double>() ==
        sums["silence"].get<double>() + sums["narrative"].get<double>() + sums["position"].get<double>());
}

TEST_CASE("JSON tells what is not known by null, unsure links by their labels, and no minus nought") {
  const Json json = Json::parse(json_report(fixtures::biden_xi()));
  CHECK(json["topics"][2]["first"]["us"].is_null());
  CHECK(json["links"][0]["dimension"].is_null());
  CHECK(json["links"][4].contains("uncertain") == false);
  CHECK(json["links"][6]["plausible"] == Json({"diverge", "reframe"}));
  CHECK(json_report(fixtures::hostile()).find("-0.0,") == std::string::npos);
  CHECK(Json::parse(json_report(fixtures::strangers()))["summary"]["tension"].is_null());
}

TEST_CASE("the same comparison gives the same bytes, with one record a line") {
  const std::string once = json_report(fixtures::biden_xi());
  CHECK(once == json_report(fixtures::biden_xi()));
  CHECK(lines_of(once).size() > 30);
}

TEST_CASE("JSON on one line is the same object, and begins with what its stamp tells") {
  for (const Comparison& comparison : {fixtures::biden_xi(), fixtures::hostile()}) {
    const std::string line = json_line(comparison);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(Json::parse(line) == Json::parse(json_report(comparison)));
    CHECK(line.starts_with(json_line_head(comparison.engine)));
    EngineStamp other = comparison.engine;
    other.options.emplace_back("model", "mine.json");
    CHECK_FALSE(line.starts_with(json_line_head(other)));
  }
}

TEST_CASE("three accounts: pairs hold the findings, the summary their means") {
  const Json json = Json::parse(json_report(fixtures::three_accounts()));
  CHECK(keys(json) == std::vector<std::string>{"format", "engine", "accounts", "statements", "topics",
                                               "summary", "pairs", "common_points"});
  REQUIRE(json["pairs"].size() == 3);
  double mean = 0;
  for (const Json& pair : json["pairs"]) mean += pair["summary"]["divergence"].get<double>() / 3;
  CHECK(json["summary"]["divergence"].get<double>() == doctest::Approx(mean));
  CHECK(json["statements"][0].contains("answered") == false);
  CHECK(json["pairs"][1]["answered"].contains("us:1"));
  CHECK(json["pairs"][0]["points_answered"]["us:6"].size() == 3);
  CHECK(json["pairs"][0]["findings"]["facts"].size() == 3);
  CHECK(json["pairs"][2]["findings"]["claims"].empty());
}

TEST_CASE("the printed parts add up to the printed divergence") {
  for (const Comparison& comparison : all_fixtures()) {
    for (const std::string& report :
         {text_report(comparison, {.color = false, .width = 1000}), markdown_report(comparison)}) {
      const std::string sentence = report.substr(0, report.find("position ") + 20);
      const double parts = number_after(sentence, "silence ") + number_after(sentence, "narrative ") +
                           number_after(sentence, "position ");
      const double whole = number_after(sentence, comparison.accounts.size() > 2 ? "(mean " : " (");
      CHECK(parts == doctest::Approx(whole).epsilon(1e-9));
    }
  }
}

TEST_CASE("rounded parts add up whatever the parts") {
  for (int i = 0; i <= 100; ++i) {
    const double a = std::fmod(i * 0.37917, 1);
    const double b = std::fmod(i * 0.11713, 1 - a);
    const std::vector<double> parts = rounded_parts({a, b, 1 - a - b});
    CHECK(std::round((parts[0] + parts[1] + parts[2]) * 100) == 100);
    CHECK(std::abs(parts[0] - a) < 0.01);
  }
}

TEST_CASE("figures never print as minus nought") {
  CHECK(fixed(-0.001) == "0.00");
  CHECK(fixed(-0.0, 1, true) == "0.0");
  CHECK(fixed(0.314, 2, true) == "+0.31");
  CHECK(shortest(-0.0) == "0");
  CHECK(shortest(0.1) == "0.1");
}

TEST_CASE("nothing in an input reaches the terminal as a control or hides on the page") {
  const Comparison comparison = fixtures::hostile();
  for (const std::string& report : {text_report(comparison), markdown_report(comparison)}) {
    CHECK(report.find('\x1b') == std::string::npos);
    CHECK(report.find('\x07') == std::string::npos);
    CHECK(report.find("\u202e") == std::string::npos);
    CHECK(report.find("\u2066") == std::string::npos);
    CHECK(report.find("\u200b") == std::string::npos);
    CHECK(first_invalid_byte(report) == std::string::npos);
  }
}

TEST_CASE("Markdown holds no markup of an input") {
  const std::string report = markdown_report(fixtures::hostile());
  CHECK(report.find("<script") == report.find("\\<script") + 1);
  CHECK(report.find("](javascript") == report.find("\\](javascript") + 1);
  CHECK(report.find(" *bold*") == std::string::npos);
  for (const std::string& line : lines_of(report)) CHECK(!line.starts_with("=cmd"));
}

TEST_CASE("no line of the text report is wider than the page") {
  for (const Comparison& comparison : all_fixtures()) {
    for (const std::size_t width : {40U, 60U, 79U, 99U, 100U, 160U}) {
      for (const bool brief : {false, true}) {
        const std::string report = text_report(comparison, {.width = width, .selection = {{}, {}, brief}});
        for (const std::string& line : lines_of(report)) {
          INFO(line);
          CHECK(display_width(line) <= width);
        }
      }
    }
  }
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("texts stand side by side from 100 columns on, one above the other below") {
  const Comparison comparison = fixtures::biden_xi();
  CHECK(text_report(comparison, {.width = 100}).find(" │ ") != std::string::npos);
  CHECK(text_report(comparison, {.width = 99}).find(" │ ") == std::string::npos);
}

TEST_CASE("brief reports hold one line a link") {
  const Comparison comparison = fixtures::biden_xi();
  const Selection brief{{}, {}, true};
  for (const std::size_t width : {60U, 100U}) {
    std::size_t links = 0;
    for (const std::string& line : lines_of(text_report(comparison, {.width = width, .selection = brief})))
      links += line.find("  us:") != std::string::npos ? 1 : 0;
    CHECK(links == comparison.pairs[0].links.size());
  }
  const std::string table = markdown_report(comparison, brief);
  CHECK(count_of(table, "\n| `") == comparison.pairs[0].links.size());
  CHECK(table.find("Facts of the event") == std::string::npos);
}

TEST_CASE("a selection of relations and the rest of the links are all of them") {
  const Comparison comparison = fixtures::biden_xi();
  const Selection opposed{{Relation::diverge, Relation::contradict}, {}, false};
  for (const std::string& report :
       {text_report(comparison, {.selection = opposed}), markdown_report(comparison, opposed)}) {
    CHECK(report.find("They oppose each other (4") != std::string::npos);
    CHECK(report.find("They agree") == std::string::npos);
    CHECK(report.find("4 links of other relations are left out") != std::string::npos);
    CHECK(report.find("Only China says it") == std::string::npos);
  }
}

TEST_CASE("the top links are those of the greatest |score|, and the report counts the others") {
  const Comparison comparison = fixtures::biden_xi();
  const Selection top{{}, 2, false};
  const std::string report = text_report(comparison, {.selection = top});
  CHECK(report.find("score +0.80") != std::string::npos);
  CHECK(report.find("score +0.71") != std::string::npos);
  CHECK(report.find("score -0.66") == std::string::npos);
  CHECK(report.find("6 links of a smaller |score| are left out") != std::string::npos);
  CHECK(report.find("They oppose each other") == std::string::npos);
  CHECK(text_report(comparison, {.selection = {{}, 100, false}}).find("left out") == std::string::npos);
}

TEST_CASE("links that a high least probability leaves out are counted") {
  Comparison comparison = fixtures::biden_xi();
  CHECK(text_report(comparison).find("left out") == std::string::npos);
  comparison.engine.min_probability = 0.9;
  std::erase_if(comparison.pairs[0].links, [](const Link& link) { return link.probability < 0.9; });
  for (const std::string& report : {text_report(comparison), markdown_report(comparison)})
    CHECK(report.find("5 links below probability 0.90 are left out") != std::string::npos);
}

TEST_CASE("a terminal opens an input by its name where it has an address") {
  const Comparison comparison = fixtures::biden_xi();
  const std::string report = text_report(comparison, {.targets = {{"left.txt", "file://here/left.txt"}}});
  CHECK(report.find("\x1b]8;;file://here/left.txt\x1b\\left.txt\x1b]8;;\x1b\\") != std::string::npos);
  CHECK(count_of(report, "\x1b]8;;file") == 1);
}

TEST_CASE("colour adds escapes and nothing else") {
  const Comparison comparison = fixtures::biden_xi();
  std::string stripped;
  const std::string colored = text_report(comparison, {.color = true, .width = 100});
  CHECK(colored.find("\x1b[") != std::string::npos);
  for (std::size_t i = 0; i < colored.size(); ++i) {
    if (colored[i] == '\x1b')
      i = colored.find('m', i);
    else
      stripped += colored[i];
  }
  CHECK(stripped == text_report(comparison, {.color = false, .width = 100}));
}

TEST_CASE("words that a link's reasons name stand out in its colour") {
  const Comparison comparison = fixtures::biden_xi();
  const std::string wide = text_report(comparison, {.color = true, .width = 1000});
  CHECK(wide.find("first \x1b[31mred line\x1b[0m in China") != std::string::npos);
  CHECK(wide.find("matter of \x1b[31mglobal concern\x1b[0m and") != std::string::npos);
}

TEST_CASE("every link and omission stands in the reports for people, quoted in full") {
  const Comparison comparison = fixtures::biden_xi();
  const std::string report = text_report(comparison, {.color = false, .width = 1000});
  for (const Link& link : comparison.pairs[0].links) {
    CHECK(report.find(comparison.accounts[0].account.statements[link.left].text) != std::string::npos);
    CHECK(report.find(comparison.accounts[1].account.statements[link.right].text) != std::string::npos);
  }
  for (const Omission& omission : comparison.pairs[0].omissions) {
    CHECK(report.find(comparison.accounts[omission.account].account.statements[omission.statement].text) !=
          std::string::npos);
  }
}

TEST_CASE("facts and claims stand in the reports for people, unconfirmed claims quoted before any link") {
  const Comparison comparison = fixtures::biden_xi();
  for (const std::string& report :
       {text_report(comparison, {.color = false, .width = 1000}), markdown_report(comparison)}) {
    const std::size_t links = report.find("They oppose each other (");
    for (const PanelFact& fact : comparison.pairs[0].facts) {
      for (const auto& value : fact.values) CHECK(report.find(value ? value->text : "") < links);
    }
    CHECK(report.find("United States is silent") < links);
    CHECK(report.find("us:8 by cn:8") < links);
  }
}

TEST_CASE("concepts that the texts write in other words are shown as words") {
  Comparison comparison = fixtures::biden_xi();
  comparison.topics[2].concept_id = "containment-suppression";
  CHECK(text_report(comparison).find("containment suppression") != std::string::npos);
  CHECK(json_report(comparison).find("containment-suppression") != std::string::npos);
}

TEST_CASE("CSV reads back, and no free text is a formula") {
  for (const Comparison& comparison : all_fixtures()) {
    for (const auto& [name, text] : csv_report(comparison)) {
      if (!name.ends_with(".csv")) continue;
      const auto rows = parse_csv(text);
      for (const auto& row : rows) CHECK_MESSAGE(row.size() == rows[0].size(), name);
    }
  }
  const auto tables = csv_report(fixtures::hostile());
  const auto rows = parse_csv(tables.at("statements.csv"));
  CHECK(rows[1][1].starts_with("'=cmd"));
  CHECK(rows[3][1].starts_with("''=still"));
  CHECK(rows[4][1].starts_with("'- <script>"));
}

TEST_CASE("lines break between Chinese characters and within words only where they must") {
  const Wrapper wrap;
  CHECK(wrap("red lines are red", 9) == std::vector<std::string>{"red lines", "are red"});
  CHECK(wrap("\u7ea2\u7ebf\u7ea2\u7ebf\u3002", 6) ==
        std::vector<std::string>{"\u7ea2\u7ebf\u7ea2", "\u7ebf\u3002"});
  CHECK(wrap("abcdefgh", 3) == std::vector<std::string>{"abc", "def", "gh"});
  CHECK(wrap("", 10) == std::vector<std::string>{""});
}

TEST_CASE("columns count what the terminal shows") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("\u7ea2\u7ebf") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\u2764\ufe0f") == 2);                // a heart as emoji
  CHECK(display_width("\U0001f44d\U0001f3fd") == 2);        // a thumb with its skin's colour
  CHECK(display_width("\U0001f469\u200d\U0001f4bb") == 2);  // a woman at her computer
  CHECK(display_width("\U0001f1fa\U0001f1f8") == 2);        // a flag
  CHECK(cut("\u7ea2\u7ebf\u7ea2\u7ebf", 6) == "\u7ea2\u7ebf\u2026");
  CHECK(cut("red line", 8) == "red line");
  CHECK(make_visible("a\tb\nc\x1b\u202e\u00ad\xff") == "a b c\u241b<U+202E>\ufffd");
}

}  // namespace
}  // namespace rashomon
