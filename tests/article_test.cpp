#include "engine/extractor/article.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "engine/extractor/extractor.h"
#include "engine/pipeline.h"
#include "engine/records/error.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

const Lexicons& lexicons() {
  static const Lexicons all = Lexicons::builtin();
  return all;
}

Article article_of(const std::string& text) {
  Document document;
  document.name = "story.txt";
  document.text = text;
  document.characters = count_code_points(text);
  document.language = "en";
  return split_article(document, lexicons());
}

// What opens every story: who the two sides are.
const std::string kLede =
    "U.S. President Joe Biden and Chinese President Xi Jinping held a call on Tuesday.\n"
    "The leaders spoke for an hour, the White House said.\n"
    "The call was useful, Xinhua reported.\n";

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "+") + part;
  return all;
}

std::string mode_of(const Passage& passage) {
  const char* const names[] = {"direct", "partial", "indirect", "narrated"};
  return names[static_cast<std::size_t>(passage.statement.mode)];
}

// "us direct" for the last sentence of a story that begins with the lede.
std::string last_of(const std::string& text) {
  const Article article = article_of(kLede + text);
  const Passage& last = article.passages.back();
  return joined(last.accounts) + ' ' + mode_of(last);
}

TEST_CASE("the source decides, not the actor") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      // before, behind and inside
      {"The White House said Xi raised Taiwan.", "us indirect"},
      {"Biden promised to keep his word, Xinhua reported.", "cn indirect"},
      {"Biden, according to Xinhua, promised to keep his word.", "cn indirect"},
      {"According to the Chinese Foreign Ministry, Biden asked for the call.", "cn indirect"},
      {"\"We were frank,\" said John Kirby, the spokesman of the National Security Council.", "us direct"},
      {"“We were frank,” Kirby told reporters in Washington on Tuesday.", "us direct"},
      // chains
      {"A senior administration official said the White House believes Beijing will act.", "us indirect"},
      {"Xinhua quoted Xi as saying that Biden had agreed.", "cn indirect"},
      // partial quotations
      {"Kirby said Biden was “very clear” with Xi about trade.", "us partial"},
      {"China’s Foreign Ministry called the sanctions “illegal” and urged Washington to lift them.",
       "cn partial"},
      // both at once
      {"Both sides said they would keep the channels open.", "cn+us indirect"},
      {"The White House and the Chinese Foreign Ministry said the talks were frank.", "cn+us indirect"},
      {"In a joint statement, the two countries said they would cut tariffs.", "cn+us indirect"},
      {"The White House said Biden asked for the call, while Xinhua reported that Xi did.", "cn+us indirect"},
      // words that point back
      {"Kirby said the call was long.\nHe said it was frank.", "us indirect"},
      {"A Chinese embassy spokesperson said the call was long.\nThe spokesperson said it was frank.",
       "cn indirect"},
      {"The Chinese Foreign Ministry said the call was long.\nThe ministry also spoke of trade, it said.",
       "cn indirect"},
      {"Xi told Biden to be careful, the Chinese readout said.\n\"Nobody wins a war,\" he said.",
       "cn direct"},
      // appositions
      {"Steve Witkoff, Trump’s special envoy, said the call was long.", "us indirect"},
      {"\"It was long,\" said Mao Ning, a spokeswoman for China’s Foreign Ministry.", "cn direct"},
      {"Mao Ning, a spokeswoman for China’s Foreign Ministry, spoke later.\nThe call was long, Mao said.",
       "cn indirect"},
      // quotations that run on
      {"\"It was long,\" Kirby said. \"It was frank.\"", "us direct"},
      {"\"It was long. It was frank,\" Kirby said.", "us direct"},
      {"Biden cut his trip short, his office said.", "us indirect"},
      {"It was a long call, Xi’s office said.", "cn indirect"},
      {"A joint statement issued after the call said the two sides would cut tariffs.", "cn+us indirect"},
      {"The Chinese Foreign Ministry called the sale illegal.\n"
       "It also blamed Washington for the delay, saying that the harm was grave.",
       "cn indirect"},
      // who hears it, who stands beside it
      {"Wang Lin, deputy governor of the province, told state broadcaster CCTV that nobody was hurt.",
       "cn indirect"},
      {"Kirby said the call was frank, but Beijing rejected his account.", "cn+us indirect"},
      {"Biden raised the matter of the prisoners, a senior official said.", "us indirect"},
      {"“We were frank,” Kirby told a small group in Washington.", "us direct"},
      {"General Lin Hao told the press in Beijing that nobody was hurt.", "cn indirect"},
      {"“I think it went well,” Biden said aboard his aircraft late on Saturday.", "us direct"},
      {"Both agreed to meet, the two governments said.", "cn+us indirect"},
      // third parties and the reporter
      {"Italy said it was watching.", " indirect"},
      {"“It was long,” said Jane Biden, a professor in New York.", " direct"},
      {"Washington expelled an envoy, and Moscow responded by closing a consulate.", " narrated"},
      {"The call was long, Kirby said. ABC DEF GHI", " narrated"},
      {"\"They talk past each other,\" said Collin Koh, a senior fellow at a think tank in Singapore.",
       " direct"},
      {"Analysts said neither side expected much.", " indirect"},
      {"The two countries have traded since 1979.", " narrated"},
      {"The post Leaders talk appeared first on Daily News.", " narrated"},
      {"(Reporting by a staff writer; Editing by another)", " narrated"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(last_of(text) == expected);
  }
}

TEST_CASE("a headline names its source before its verbs, or beside a colon") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"China defends its curbs, says US threat is unjust", "cn indirect"},
      {"Biden raises Taiwan with Xi, urges Beijing to show restraint", "us indirect"},
      {"War is no answer: Biden", "us indirect"},
      {"“War is no answer at all”: Biden to Xi", "us direct"},
      {"White House: call was frank", "us indirect"},
      {"China accuses US of spying; Washington calls claim baseless", "cn+us indirect"},
      {"Talks were useful, says White House", "us indirect"},
      {"Biden and Xi hold call", " narrated"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(last_of(text) == expected);
  }
}

TEST_CASE("a Chinese article names its sources, too") {
  const Article article = article_of(
      "美国总统拜登与中国国家主席习近平星期二通电话。\n白宫表示，两国领导人讨论了台湾问题。\n"
      "据新华社报道，习近平指出，这是第一条红线。\n中国外交部称，这次通话是坦诚的。\n");
  REQUIRE(article.passages.size() == 4);
  CHECK(article.passages[0].accounts.empty());
  CHECK(article.passages[1].accounts == std::vector<std::string>{"us"});
  CHECK(article.passages[2].accounts == std::vector<std::string>{"cn"});
  CHECK(article.passages[3].accounts == std::vector<std::string>{"cn"});
}

TEST_CASE("the passages are the sentences of the article, whole and in order") {
  const Article article = article_of(kLede + "He added that it was \"frank\".");
  const CodePoints points(article.document.text);
  std::size_t end = 0;
  for (const Passage& passage : article.passages) {
    CHECK(passage.statement.span.begin >= end);
    CHECK(points.slice(passage.statement.span) == passage.statement.text);
    end = passage.statement.span.end;
  }
  CHECK(article.parties == std::vector<std::string>{"cn", "us"});
}

TEST_CASE("a party that an article cites seldom beside two others has no account") {
  const Article article =
      article_of(kLede +
                 "Kirby said the call was long.\nKirby said the call was frank.\n"
                 "The Chinese Foreign Ministry said the same.\nJapan said it was watching.");
  CHECK(article.passages.back().accounts.empty());
}

TEST_CASE("the accounts of an article are compared like any others") {
  const Article article = article_of(kLede);
  const std::vector<Account> accounts = article_accounts(article, {}, lexicons());
  REQUIRE(accounts.size() == 2);
  for (const Account& account : accounts) {
    REQUIRE(account.statements.size() == 1);
    CHECK(account.statements.front().sentence.has_value());
    CHECK(account.statements.front().id == account.id + ":1");
  }
  CHECK_THROWS_AS(article_accounts(article, {"us", "fr"}, lexicons()), InputError);
  CHECK_THROWS_AS(article_accounts(article, {"us"}, lexicons()), InputError);
  CHECK_THROWS_AS(article_accounts(article_of("It rained."), {}, lexicons()), InputError);
}

// --- floors on the annotated articles

using Rows = std::vector<std::vector<std::string>>;

Rows read_rows(const std::filesystem::path& path) {
  std::ifstream file(path);
  REQUIRE(file);
  Rows rows;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> cells;
    std::stringstream parts(line);
    for (std::string cell; std::getline(parts, cell, '\t');) cells.push_back(cell);
    rows.push_back(std::move(cells));
  }
  return rows;
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string sorted_account(const std::string& account) {
  if (account == "narrator" || account == "other") return "";
  std::stringstream parts(account);
  std::vector<std::string> ids;
  for (std::string id; std::getline(parts, id, '+');) ids.push_back(id);
  std::sort(ids.begin(), ids.end());
  return joined(ids);
}

TEST_CASE("articles: the account and the mode of most sentences are right") {
  const std::filesystem::path folder = std::filesystem::path(RASHOMON_TESTS_FOLDER) / "../corpora/articles";
  double all = 0;
  double right = 0;
  double modes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    const Article article = article_of(text_of(entry.path()));
    std::map<std::size_t, const Passage*> by_begin;
    for (const Passage& passage : article.passages) by_begin[passage.statement.span.begin] = &passage;
    std::filesystem::path base = entry.path();
    const Rows sentences = read_rows(base.replace_extension(".sentences.tsv"));
    base = entry.path();
    const Rows labels = read_rows(base.replace_extension(".attribution.tsv"));
    REQUIRE(labels.size() == sentences.size() + 1);
    for (std::size_t k = 0; k < sentences.size(); ++k) {
      const std::vector<std::string>& label = labels[k + 1];
      if (label[1] == "disputed") continue;
      ++all;
      const auto at = by_begin.find(std::stoul(sentences[k][1]));
      if (at == by_begin.end() || joined(at->second->accounts) != sorted_account(label[1])) continue;
      ++right;
      modes += mode_of(*at->second) == (label[4] == "carried" ? "indirect" : label[4]) ? 1 : 0;
    }
  }
  REQUIRE(all > 100);
  MESSAGE("account " << right / all << ", mode " << modes / right);
  CHECK(right / all >= 0.96);
  CHECK(modes / right >= 0.95);
}

}  // namespace
}  // namespace rashomon
