#include "engine/extractor/extractor.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "engine/extractor/lines.h"
#include "engine/extractor/quotations.h"
#include "engine/records/error.h"
#include "engine/text/characters.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

using Strings = std::vector<std::string>;

// Two invented countries, Arland (ar) and Belmark (be), and a third one, Corvia (co).
const Lexicons& lexicons() {
  static const Lexicons all({
      parse_tsv("party\tkind\ten\tzh\tfrom\tto\tnote\n"
                "ar\tname\tArland\t\u7532\u56fd\t\t\t\n"
                "ar\tadjective\t=Arlandic\t\u7532\u65b9\t\t\t\n"
                "ar\tleader\tJohn Arrow; President Arrow; Arrow; John Arrow, Jr\t\u963f\u7f57\t\t\t\n"
                "ar\tbuilding\tGreen House\t\t\t\t\n"
                "be\tname\tBelmark\t\u4e59\u56fd\t\t\t\n"
                "be\tadjective\t=Belmarkian; Belmark side\t\u4e59\u65b9\t\t\t\n"
                "be\tleader\tMaria Bell; President Bell; Bell\t\u8d1d\u5c14\t\t\t\n"
                "be\tspokesperson\tTom Birch\t\t\t\t\n"
                "be\tmedia\tBelmark News\t\t\t\t\n"
                "co\tname\tCorvia\t\t\t\t\n",
                "parties.tsv"),
      parse_tsv("en\tzh\tact\tstrength\tfactivity\tcontent\n"
                "say; said\t\u8868\u793a\tinform\t1\tneutral\tthat;quote\n"
                "=stressed\t\u5f3a\u8c03\tstress\t3\tneutral\tthat\n"
                "=noted\t\u6307\u51fa\tinform\t1\tneutral\tthat\n"
                "=warned\t\twarn\t4\tneutral\tthat\n"
                "=discussed\t\u8ba8\u8bba\tinform\t1\tneutral\tabout\n"
                "=agreed; agreed to; agreed that\t\u540c\u610f\tagree\t4\tneutral\tthat\n"
                "=thanked\t\tpraise\t2\tneutral\tobject\n"
                "=urges; =urged\t\turge\t3\tneutral\tto\n"
                "call on; called for\t\turge\t3\tneutral\tto\n"
                "=spoke\t\tinform\t1\tneutral\tabout\n"
                "=condemned\t\taccuse\t4\tneutral\tobject\n",
                "speech_verbs.tsv"),
      parse_tsv("en\tzh\tlevel\tcategory\tbasis\n"
                "smear\t\t-4\taccusation\t\n",
                "register.tsv"),
      parse_tsv("concept\tparent\tfamily\ten\tzh\tnote\n"
                "sea\t\tplace\tBelmark Sea\t\t\n",
                "concepts.tsv"),
      parse_tsv("word\tlanguage\nthe\ten\nand\ten\nof\ten\nto\ten\na\ten\n", "stop_words.tsv"),
  });
  return all;
}

Document document(const std::string& text, const std::string& language = "en") {
  Document made;
  made.name = "test.txt";
  made.text = text;
  made.language = language;
  made.characters = count_code_points(text);
  return made;
}

Strings sentences(const std::string& text, const std::string& language = "en") {
  const CodePoints points(text);
  Strings all;
  for (const Span span : split_sentences(document(text, language))) all.emplace_back(points.slice(span));
  return all;
}

std::vector<Statement> statements(const std::string& text, const std::string& own,
                                  const Strings& parties = {"ar", "be"}) {
  const Document read = document(text);
  Account account{own, own, read, cut_statements(read, lexicons())};
  extract_statements(account, parties, lexicons());
  return account.statements;
}

std::string holders(const Statement& statement) {
  std::string all;
  for (const std::string& holder : statement.holders) all += (all.empty() ? "" : "+") + holder;
  return all.empty() ? "none" : all;
}

Strings all_holders(const std::string& text, const std::string& own, const Strings& parties = {"ar", "be"}) {
  Strings all;
  for (const Statement& statement : statements(text, own, parties)) all.push_back(holders(statement));
  return all;
}

}  // namespace

TEST_CASE("sentences are cut where they end, and nowhere else") {
  const std::vector<Strings> cases = {
      {"The U.S. President met Mr. Roe.", "They talked."},
      {"Gen. John Q. Doe Jr. came at 5 p.m. Moscow time.", "He left at 6 p.m.", "The talks went on."},
      {"Both are in the U.S.", "The call lasted an hour."},
      {"Growth was 5.2 percent under No. 7 of the plan.", "Fine!"},
      {"It was on Sept. 5 or so.", "42 ships came."},
      {"He paused... Then he went on\u2026 Then he left.", "Done."},
      {"\u201cWe will see.\u201d", "He left."},
      {"\u201cWill we see?\u201d he asked.", "Yes."},
      {"We support peace; we oppose war; we wait.", "That is all."},
      {"1. The first point holds.", "It stands."},
      {"ARTOWN, April 2 (Belmark News) -- The sides met.", "They agreed."},
      {"Mao Ning: We said so.", "Q: Why?", "A: It is so."},
  };
  for (const Strings& expected : cases) {
    std::string text;
    for (const std::string& sentence : expected) text += (text.empty() ? "" : " ") + sentence;
    CAPTURE(text);
    CHECK(sentences(text) == expected);
  }
}

TEST_CASE("line ends part headings, labels and items, and join a hard-wrapped paragraph") {
  const std::vector<std::pair<std::string, Strings>> cases = {
      {"Readout of the call\nThe leaders spoke today.", {"Readout of the call", "The leaders spoke today."}},
      {"One\n\nTwo", {"One", "Two"}},
      {"They agreed to:\n- Lift the ban\n- Resume talks\n2) Meet again",
       {"They agreed to:", "- Lift the ban", "- Resume talks", "2) Meet again"}},
      {"The two leaders spoke for more than one hour about the state of the\nrelationship between their "
       "countries and about trade. They will speak\nagain soon.",
       {"The two leaders spoke for more than one hour about the state of the\nrelationship between their "
        "countries and about trade.",
        "They will speak\nagain soon."}},
      {"Question: Will you come\nMr. Roe: We will.", {"Question: Will you come", "Mr. Roe: We will."}},
      {"\r\n  A line.  \r\n", {"A line."}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(sentences(text) == expected);
  }
}

TEST_CASE("in Chinese a quotation mark belongs to the sentence that it opens or closes") {
  const Strings expected = {"\u4ed6\u8bf4\u5b8c\u4e86\u3002", "\u201c\u6211\u4eec\u540c\u610f\u3002\u201d",
                            "\u4f1a\u8c08\u7ed3\u675f\u3002"};
  CHECK(sentences(expected[0] + expected[1] + expected[2], "zh") == expected);
}

TEST_CASE("sentences hold every code point but white space, in order") {
  for (const std::string text : {"A. B.\n\n  C \u201cD.\u201d E?F\u2026\u2026 \u3002", "- \n-\n1.\n",
                                 "\"\n\"", "\u203c\ufe0f\u4e2d \U0001F600. a"}) {
    CAPTURE(text);
    const std::u32string points = to_code_points(text);
    std::size_t at = 0;
    for (const Span span : split_sentences(document(text))) {
      for (; at < span.begin; ++at) CHECK(is_white_space(points[at]));
      CHECK(span.begin < span.end);
      CHECK_FALSE(is_white_space(points[span.begin]));
      CHECK_FALSE(is_white_space(points[span.end - 1]));
      at = span.end;
    }
    for (; at < points.size(); ++at) CHECK(is_white_space(points[at]));
  }
}

TEST_CASE("labels and list marks are told from text") {
  const std::vector<std::pair<std::u32string, std::size_t>> labels = {
      {U"Q: Why?", 2},          {U"MR. KIRBY: No.", 10}, {U"Mao Ning: Yes.", 9},
      {U"At 10:30 we met.", 0}, {U"He said: no.", 0},    {U"\u95ee\uff1a\u4e3a\u4f55", 2}};
  for (const auto& [text, length] : labels) {
    CAPTURE(to_utf8(text));
    CHECK(label(text) == length);
  }
  const std::vector<std::pair<std::u32string, std::size_t>> marks = {
      {U"- item", 2}, {U"2. item", 3}, {U"(a) item", 4}, {U"2024 was", 0}, {U"a man", 0}, {U"-5 degrees", 0}};
  for (const auto& [text, length] : marks) {
    CAPTURE(to_utf8(text));
    CHECK(list_mark(text) == length);
  }
}

TEST_CASE("holders of single statements in Arland's account") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"President Arrow warned against a war.", "ar"},
      {"John Arrow, Jr. spoke today with President Bell.", "none"},
      {"President Bell warned against a war.", "be"},
      {"President Arrow and President Bell discussed trade.", "ar+be"},
      {"Arland will lift the ban.", "ar"},
      {"President Arrow spoke with President Bell today.", "none"},
      {"The ban, President Bell said, is wrong and must be lifted soon.", "be"},
      {"The ban is wrong and must be lifted soon, President Bell said.", "be"},
      {"\u201cThe ban is wrong and must go,\u201d said President Bell.", "be"},
      {"According to President Bell, the ban is wrong.", "be"},
      {"Corvia condemned the ban.", "ar"},
      {"Belmark continues to smear its neighbours.", "ar"},
      {"Thank you.", "none"},
      {"In his call with President Bell, President Arrow stressed peace.", "ar"},
      {"We ask whether Belmark has agreed to the plan.", "ar"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(all_holders(text, "ar") == Strings{expected});
  }
}

TEST_CASE("pronouns and pairs point back, and a speaker carries on in the paragraph") {
  const std::string text =
      "President Arrow met with President Bell in Corvia. The two sides agreed that talks matter. "
      "President Bell stressed that peace comes first. Trade should be free. He noted that time is short. "
      "They discussed energy.\n\nTrade matters. The Belmark side thanked Arland.";
  CHECK(all_holders(text, "ar") == Strings{"none", "ar+be", "be", "be", "be", "ar+be", "ar", "be"});
}

TEST_CASE("who asked for a call, how long and in what tone is nobody's speech") {
  const std::vector<std::pair<std::string, Strings>> cases = {
      {"President Bell stressed peace. Belmark had asked for the call. It lasted an hour. The exchange was "
       "open.",
       {"be", "none", "none", "ar"}},
      {"President Bell stressed peace. The talks, held in Artown, were frank and at times hard.",
       {"be", "ar"}},
      {"President Bell asked for a call on trade.", {"ar"}},
      {"The talks went on for five hours.", {"none"}},
      {"President Bell is on a state visit to Arland.", {"none"}},
      {"President Bell made a courtesy call on President Arrow.", {"none"}},
      {"Tom Birch made the remarks at a briefing.", {"none"}},
      {"President Bell noted that this visit took years to plan.", {"be"}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(all_holders(text, "ar") == expected);
  }
}

TEST_CASE("what \"he\" says stays his, even where it sounds like a reproach") {
  const std::string text =
      "President Arrow met with President Bell. President Bell said that peace comes first. "
      "He stressed that nobody may smear Belmark. He will soon come to Artown.";
  CHECK(all_holders(text, "ar") == Strings{"none", "be", "be", "be"});
  CHECK(statements(text, "ar")[2].speaker == "Maria Bell");
}

TEST_CASE("what one offers and the other accepts, and what two will do, is of both") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"President Bell urged President Arrow to come, and President Arrow agreed.", "ar+be"},
      {"President Bell discussed the work done, and both leaders were pleased.", "ar+be"},
      {"President Bell said that trade grew, and both leaders were pleased.", "be"},
      {"They will also keep in touch.", "ar+be"},
      {"The two sides will hold to the plan.", "ar+be"},
      {"A joint press statement was issued.", "ar+be"},
      {"The Trade Dialogue will meet in Artown.", "ar+be"},
      {"In an open and warm mood the two leaders weighed the future.", "ar+be"},
      {"The two sides should hold to the plan.", "be"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    const std::string before = "President Arrow met with President Bell. President Bell stressed peace. ";
    CHECK(all_holders(before + text, "ar").back() == expected);
  }
}

TEST_CASE("numbered headings and labels before paragraphs have no holder, items have") {
  CHECK(all_holders("1. Trade\n\nArland will wait.\n\n2. The sea\n\nArland will act.", "ar") ==
        Strings{"none", "ar", "none", "ar"});
  CHECK(all_holders("1. Lift the ban\n\n2. Resume talks\n\nArland will act.", "ar") ==
        Strings{"ar", "ar", "ar"});
  CHECK(all_holders("Climate. Arland will act.\n\nTrade and jobs. Arland will wait.\n\nPeace. Arland hopes.",
                    "ar") == Strings{"none", "ar", "none", "ar", "none", "ar"});
}

TEST_CASE("a person whom no lexicon knows has the party of the first mention") {
  const std::string text =
      "Belmarkian Trade Minister Jane Roe met with Secretary Jim Doe. Roe urged calm. Doe urged speed.";
  CHECK(all_holders(text, "ar") == Strings{"none", "be", "ar"});
}

TEST_CASE("headings and reporters' questions have no holder, answers have") {
  const std::string text =
      "Daily briefing\n\nBelmark News: Belmark urged Arland to wait. What is your comment?\n\n"
      "Jim Doe: We will wait. Belmark knows that.\n\nGreen Times: Will it?\n\nJim Doe: It will.";
  const auto read = statements(text, "ar");
  REQUIRE(read.size() == 7);
  CHECK(read[0].heading);
  CHECK(read[1].question);
  CHECK(read[2].question);
  CHECK_FALSE(read[3].question);
  CHECK(read[5].question);
  CHECK(all_holders(text, "ar") == Strings{"none", "none", "none", "ar", "ar", "none", "ar"});
}

TEST_CASE("an official's answers in a transcript are their own words, but for those that they pass on") {
  const auto read = statements(
      "Daily briefing\n\nAFP: Is it over?\n\nMaria Bell: It is early. President Arrow stressed that the "
      "matter "
      "is grave.\n\nAFP: What comes next?\n\nMaria Bell: The talks matter most.",
      "be");
  REQUIRE(read.size() == 6);
  CHECK(read[1].question);
  CHECK(read[2].speaker.value_or("") == "Maria Bell");
  CHECK(read[2].mode == Mode::direct);
  CHECK(read[3].speaker.value_or("") != "Maria Bell");
  CHECK(read[3].mode == Mode::indirect);
  CHECK(read[4].question);
  CHECK(read[5].speaker.value_or("") == "Maria Bell");
  CHECK(read[5].mode == Mode::direct);
  CHECK(statements("MR. DOE: We will wait.", "ar").size() == 1);
}

TEST_CASE("the mode tells how much is quoted") {
  const std::vector<std::pair<std::string, Mode>> cases = {
      {"\u201cPeace comes first.\u201d", Mode::direct},
      {"\u201cPeace comes first,\u201d President Bell said.", Mode::direct},
      {"President Bell said that the deal is \u201cgood\u201d for all of them.", Mode::partial},
      {"President Bell said that the deal is good.", Mode::indirect},
      {"Arland will lift the ban.", Mode::narrated},
  };
  for (const auto& [text, mode] : cases) {
    CAPTURE(text);
    CHECK(statements(text, "ar").front().mode == mode);
  }
}

TEST_CASE("speaker, source and verb are named as the text and the lexicon write them") {
  const auto read = statements(
      "President Bell stressed that peace comes first. The Green House said that it agrees.", "ar");
  REQUIRE(read.size() == 2);
  CHECK(read[0].id == "ar:1");
  CHECK(read[0].speaker == "Maria Bell");
  CHECK(read[0].verb == "stressed");
  CHECK(read[1].source == "Green House");
}

TEST_CASE("a quotation over several sentences belongs to whom its end names") {
  const std::string text =
      "\u201cPeace comes first. We want it. Trade comes next,\u201d President Bell said.";
  CHECK(all_holders(text, "ar") == Strings{"be", "be", "be"});
}

TEST_CASE("own voice works for parties that the lexicon does not know") {
  CHECK(all_holders("We will lift the ban.", "left", {"left", "right"}) == Strings{"left"});
  CHECK(all_holders("Belmark will lift the ban. President Bell stressed that.", "left", {"left", "be"})
            .back() == "be");
}

TEST_CASE("points are cut at semicolons, verb phrases and items") {
  const std::vector<std::pair<std::string, Strings>> cases = {
      {"They discussed open trade, clean energy, and arms control.",
       {"They discussed open trade", "clean energy", "arms control."}},
      {"Bell stressed the need for peace and called for a new treaty.",
       {"Bell stressed the need for peace", "called for a new treaty."}},
      {"The first group stays; the second group leaves.",
       {"The first group stays", "the second group leaves."}},
      {"Bell stressed peace and trade.", {}},
      {"On Monday, in Artown, Bell stressed peace.", {}},
      {"Bell said \u201cone thing, two things, and three things\u201d today.", {}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    const CodePoints points(text);
    const Statement statement = statements(text, "be").front();
    Strings found;
    for (const Point& point : statement.points) {
      found.emplace_back(points.slice(point.span));
      CHECK(statement.tokens[point.first].span.begin == point.span.begin);
      CHECK(statement.tokens[point.last - 1].span.end == point.span.end);
    }
    CHECK(found == expected);
  }
}

TEST_CASE("the party of a text is told by who speaks first and most, else not at all") {
  const std::vector<std::pair<std::string, std::optional<std::string>>> cases = {
      {"President Arrow stressed peace. President Arrow noted the time.", "ar"},
      {"Belmark urged calm. Arland continues to smear us.", "be"},
      {"Tom Birch: We are ready. Trade matters.", "be"},
      {"President Arrow was here. The talk was long.", "ar"},
      {"I just had a call with President Arrow. The talk was long.", std::nullopt},
      {"\"I am glad\", President Arrow said. The talk was long.", "ar"},
      {"The weather was fine.", std::nullopt},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    const Document read = document(text);
    CHECK(detect_party(read, cut_statements(read, lexicons()), lexicons()) == expected);
  }
}

TEST_CASE("a text without a sentence is refused") {
  Account account{"ar", "Arland", document(" \n "), {}};
  CHECK_THROWS_AS(extract_statements(account, {"ar", "be"}, lexicons()), InputError);
}

TEST_CASE("the time grows with the text and not faster") {
  const auto time_of = [](std::size_t copies) {
    std::string text;
    for (std::size_t k = 0; k < copies; ++k)
      text += "\u201cOne, President Bell said. President Arrow stressed two, three, and four. ";
    const auto start = std::chrono::steady_clock::now();
    statements(text, "ar");
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  time_of(50);
  const double small = time_of(200);
  CHECK(time_of(1600) < 8 * 6 * small);
}

}  // namespace rashomon
