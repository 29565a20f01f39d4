#include <doctest/doctest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/reader/reader.h"
#include "engine/records/error.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

using namespace std::string_literals;

Document read_one(const std::string& bytes, const std::string& name = "a.txt",
                  const ReadOptions& options = {}) {
  const auto documents = read_documents(bytes, name, options);
  REQUIRE(documents.size() == 1);
  return documents.front();
}

std::string message_of(const std::string& bytes, const std::string& name, const ReadOptions& options = {}) {
  try {
    read_documents(bytes, name, options);
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

// Independent of the reader's converters: each code point of the Basic Multilingual Plane as two bytes.
std::string utf16(std::string_view utf8, bool big_endian) {
  std::string bytes;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto unit = static_cast<unsigned>(next_code_point(utf8, at));
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

const std::string english = "The two leaders spoke.\nThey agreed to talk again.\n";
// "Xi Jinping spoke with Biden by telephone. The two sides exchanged views on Sino-US relations."
const std::string chinese = "习近平同拜登通电话。\n双方就中美关系交换了意见。\n";

TEST_CASE("plain text stays as it is, and its digest is that of its bytes") {
  const Document document = read_one("abc");
  CHECK(document.text == "abc");
  CHECK(document.sha256 ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-4, example
  CHECK(document.characters == 3);
  CHECK(document.encoding == "UTF-8");
  CHECK(document.media_type == "text/plain");
  CHECK_FALSE(document.extracted);
  CHECK(read_one("# Title\n", "a.md").media_type == "text/markdown");
}

TEST_CASE("line ends are kept and counted, a byte-order mark is not") {
  const Document document = read_one("\xEF\xBB\xBFOne.\r\nTwo 红线.\r\n");
  CHECK(document.text == "One.\r\nTwo 红线.\r\n");
  CHECK(document.characters == 15);
}

TEST_CASE("every encoding gives the same text") {
  const std::string gb = "\xCF\xB0\xBD\xFC\xC6\xBD\xCD\xAC\xB0\xDD\xB5\xC7\xCD\xA8\xB5\xE7\xBB\xB0\xA1\xA3";
  const std::string spoken = "习近平同拜登通电话。";
  const std::string utf32 = "N\0\0\0o\0\0\0"s;
  const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
      {english, english, "UTF-8"},
      {"\xFF\xFE" + utf16(chinese, false), chinese, "UTF-16LE"},
      {"\xFE\xFF" + utf16(chinese, true), chinese, "UTF-16BE"},
      {"\xFF\xFE\0\0"s + utf32, "No", "UTF-32LE"},
      {utf16(english, false), english, "UTF-16LE"},
      {utf16(english, true), english, "UTF-16BE"},
      {utf16(chinese, false), chinese, "UTF-16LE"},
      {utf16(chinese, true), chinese, "UTF-16BE"},
      {utf16(spoken, false), spoken, "UTF-16LE"},
      {utf16("두 정상은 오늘 전화 통화를 했다.", false), "두 정상은 오늘 전화 통화를 했다.", "UTF-16LE"},
      {utf16("Стороны обсудили отношения.", true), "Стороны обсудили отношения.", "UTF-16BE"},
      {gb, spoken, "GB18030"},
      {"\xD6\xD0\xB9\xFA", "中国", "GB18030"},
      {utf16("停止干涉内政。", false), "停止干涉内政。", "UTF-16LE"},
      {"\xB2\xBB\xC2\xFA", "不满", "GB18030"},  // both in the rows of EUC-KR's hangul
      {"Interior Minister Nu\xF1"
       "ez, Paris",
       "Interior Minister Nuñez, Paris", "windows-1252"},
      {"Wang Yi (\xCD\xF5\xD2\xE3) spoke.", "Wang Yi (王毅) spoke.", "GB18030"},
      {"\xC1\xF8\xE9\x46\xBB\xF9\xCB\xB5\xBB\xB0\xC1\xCB\xA1\xA3\xB4\xF3\xBC\xD2\xBA\xC3",
       "柳镕基说话了。大家好", "GB18030"},
      {"He said \x93no\x94 \x96 and left.", "He said “no” – and left.", "windows-1252"},
      {"Le pr\xE9sident a parl\xE9 de l\x92\xE9t\xE9 avec la ministre.",
       "Le président a parlé de l’été avec la ministre.", "windows-1252"},
      {"Der Pr\xE4sident sprach \xFC"
       "ber die Gespr\xE4"
       "che.",
       "Der Präsident sprach über die Gespräche.", "windows-1252"},
  };
  for (const auto& [bytes, text, encoding] : cases) {
    CAPTURE(text);
    const Document document = read_one(bytes);
    CHECK(document.text == text);
    CHECK(document.encoding == encoding);
  }
}

TEST_CASE("other encodings of a few words are told by uchardet") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      // windows-1251, Shift_JIS, EUC-KR
      {"\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xD0\xEE\xF1\xF1\xE8\xE8 \xEF\xF0\xEE\xE2\xB8\xEB "
       "\xF0\xE0\xE7\xE3\xEE\xE2\xEE\xF0.",
       "Президент России провёл разговор."},
      {"\x93\xFA\x95\xC4\x8E\xF1\x94\x5D\x93\x64\x98\x62\x89\xEF\x92\x6B\x82\xAA\x8D\x73\x82\xED\x82\xEA\x82"
       "\xDC\x82\xB5\x82\xBD\x81\x42",
       "日米首脳電話会談が行われました。"},
      {"\xB5\xCE \xC1\xA4\xBB\xF3\xC0\xBA \xBF\xC0\xB4\xC3 \xC0\xFC\xC8\xAD \xC5\xEB\xC8\xAD\xB8\xA6 "
       "\xC7\xDF\xB4\xD9.",
       "두 정상은 오늘 전화 통화를 했다."},
  };
  for (const auto& [bytes, text] : cases) {
    CAPTURE(text);
    CHECK(read_one(bytes).text == text);
  }
}

TEST_CASE("the user's word on the encoding wins") {
  const std::string bytes = "caf\xE9";
  CHECK(read_one(bytes, "a.txt", {"iso-8859-1"}).text == "café");
  CHECK(read_one(bytes, "a.txt", {"cp1251"}).text == "cafй");
  CHECK(read_one(utf16(english, false), "a.txt", {"utf-16"}).text == english);
  CHECK(read_one("\xD6\xEC\xE9\x46", "a.txt", {"gb2312"}).text == "朱镕");  // its second character is GBK's
}

TEST_CASE("languages are told by script and by function words") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"The two leaders spoke by phone and agreed to talk again.", "en"},
      {"Les deux dirigeants ont parlé de la situation dans le pays.", "fr"},
      {"Die beiden haben über die Lage in dem Land gesprochen.", "de"},
      {"Los dos presidentes hablaron de la situación en el país.", "es"},
      {"I due presidenti hanno parlato della situazione nel paese e delle relazioni.", "it"},
      {"Os dois presidentes falaram da situação no país e das relações com o povo.", "pt"},
      {chinese, "zh"},
      {"President Biden (拜登) spoke with the President of China (习近平).", "en"},
      {"日米首脳電話会談が行われました。", "ja"},
      {"두 정상은 오늘 전화 통화를 했다.", "ko"},
      {"Президент провёл телефонный разговор.", "ru"},
      {"Президент України провів телефонну розмову.", "uk"},
      {"أجرى الرئيس اتصالا هاتفيا", "ar"},
      {"گفتگوی تلفنی رئیس جمهور", "fa"},
      {"Lorem ipsum dolor sit amet", "und"},
      {"12345", "und"},
  };
  for (const auto& [text, language] : cases) {
    CAPTURE(text);
    CHECK(read_one(text).language == language);
  }
}

const std::string page = R"(<!DOCTYPE html>
<html lang="en-US"><head>
<meta charset="utf-8">
<title>Readout of the Call | The Ministry</title>
<meta property="og:title" content="Readout of the Call">
<meta property="article:published_time" content="2024-04-02T18:00:00Z">
<link rel="canonical" href="https://example.org/readout">
<script>var text = "<p>Scripts are not part of the story, however long they are.</p>";</script>
</head><body class="has-sidebar">
<div id="cookie-banner"><p>We use cookies to improve your experience on this website. By going on you accept our policy.</p></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News of the ministry</a></li></ul></nav></header>
<div class="content"><article>
<h1>Readout of the Call</h1>
<p class="date">April 2, 2024</p>
<p>The President spoke today with the
   President of the other side.</p>
<p>They had a <b>candid</b> discussion of <a href="/t">the Taiwan Strait</a>, and of trade.</p>
<h2>Next steps</h2>
<ul><li>The two sides will keep channels of communication open.</li><li>A visit is planned.</li></ul>
<p>He said: &ldquo;We will talk again.&rdquo;<br>She agreed to that.</p>
<h2>Related</h2>
<ul><li><a href="/1">Another readout that you should read.</a></li><li><a href="/2">One more of those readouts.</a></li></ul>
<div class="share-buttons"><p>Share this story with all of your friends. It is easy.</p></div>
</article>
<aside><p>The ministry was founded in 1949. It has many tasks and a large building in the city.</p></aside></div>
<div class="comments"><p>I do not like this call at all, said a reader, and wrote a long comment on it.</p></div>
<footer><p>Copyright of the ministry. All rights reserved. Contact us at any time.</p></footer>
<script>more();</script></body></html>)";

const std::string story =
    "The President spoke today with the President of the other side.\n\n"
    "They had a candid discussion of the Taiwan Strait, and of trade.\n\n"
    "Next steps\n\n"
    "The two sides will keep channels of communication open.\nA visit is planned.\n\n"
    "He said: “We will talk again.”\nShe agreed to that.";

TEST_CASE("of an HTML page the story is left, with what its metadata say") {
  for (const std::string name : {"page.html", "page.HTM", "-"}) {
    CAPTURE(name);
    const Document document = read_one(page, name);
    CHECK(document.text == story);
    CHECK(document.extracted);
    CHECK(document.media_type == "text/html");
    CHECK(document.title == "Readout of the Call");
    CHECK(document.date == "2024-04-02T18:00:00Z");
    CHECK(document.url == "https://example.org/readout");
    CHECK(document.language == "en");
    CHECK(document.characters == count_code_points(story));
  }
}

TEST_CASE("a page without <article> gives its story too") {
  std::string plain = page;
  for (const std::string tag : {"<article>", "</article>"}) plain.replace(plain.find(tag), tag.size(), "");
  CHECK(read_one(plain, "page.html").text == story);
}

TEST_CASE("a page that lies in a form, a table and a box named after its sidebar is read") {
  const std::string old =
      "<html><body><form><div class='with-sidebar'><table><tr><td><a href=/>Home</a><td>"
      "<p>The two sides exchanged views on their relations.<br><br>They agreed to stay in "
      "touch.</table></div></form>";
  CHECK(read_one(old, "old.htm").text ==
        "The two sides exchanged views on their relations.\n\nThey agreed to stay in touch.");
}

TEST_CASE("the lead above the story's box belongs to it, the imprint below does not") {
  const std::string lead = "The two presidents spoke for an hour.";
  const std::string trade =
      "They talked of trade, of the climate and of channels between their armed forces, at length.";
  const std::string strait =
      "They also talked of the strait, and of what either side would do if ships moved there.";
  const Document document =
      read_one("<body><p>" + lead + "</p><div><p>" + trade + "</p><p>" + strait + "</p></div>" +
                   "<div>Address: 2 South Street. Visitors are welcome.</div>"
                   "<div>\u7248\u6743\u6240\u6709 The ministry, 2 South Street, Postcode 100701.</div>",
               "a.html");
  CHECK(document.text == lead + "\n\n" + trade + "\n\n" + strait);
  const Document parts =
      read_one("<body><div class=part><p>" + trade + "</p><p>" + strait + "</p></div><div class=part><p>" +
                   lead + "</p></div><div>Address: 2 South Street. Visitors are welcome.</div>",
               "a.html");
  CHECK(parts.text == trade + "\n\n" + strait + "\n\n" + lead);
}

TEST_CASE("a page of a few words, a fragment and a Chinese page are read") {
  CHECK(read_one("<p>Hello world", "a.html").text == "Hello world");
  // GB2312 as Chinese pages declare it, from an English template
  const std::string gb =
      "<html lang=en><meta http-equiv=Content-Type content='text/html; charset=gb2312'><body><div>"
      "<p>\xA1\xA1\xA1\xA1\xCF\xB0\xBD\xFC\xC6\xBD\xCD\xAC\xB0\xDD\xB5\xC7\xCD\xA8\xB5\xE7\xBB\xB0\xA1\xA3</"
      "p></div>";
  const Document document = read_one(gb, "a.html");
  CHECK(document.text == "习近平同拜登通电话。");
  CHECK(document.encoding == "GB18030");
  CHECK(document.language == "zh");
}

TEST_CASE("a declared charset is believed, but not against text that is valid UTF-8") {
  const std::string head = "<html><head><meta charset='windows-1251'></head><body><p>";
  CHECK(read_one(head + "\xCC\xE8\xF0", "a.html").text == "Мир");
  CHECK(read_one(head + "Мир и дружба", "a.html").text == "Мир и дружба");
}

TEST_CASE("titles and dates are found where they are") {
  const Document document = read_one(
      "<title> A &amp; B </title><body><time datetime='2021-11-16'>Tuesday</time><p>The two sides spoke of "
      "many things.",
      "a.html");
  CHECK(document.title == "A & B");
  CHECK(document.date == "2021-11-16");
  CHECK_FALSE(document.url.has_value());
  CHECK(read_one("<h1>Only a heading</h1><p>And a line.", "a.html").title == "Only a heading");
}

TEST_CASE("pages that would burden the parser are refused with their line") {
  const auto times = [](std::size_t count, const std::string& part) {
    std::string all;
    for (std::size_t k = 0; k < count; ++k) all += part;
    return all;
  };
  CHECK(message_of("<html>\n" + times(200000, "<div>"), "a.html")
            .starts_with("a.html:2: more than 512 HTML elements"));
  std::string fonts;
  for (int k = 0; k < 20000; ++k) fonts += "<p><font size=" + std::to_string(k) + ">x";
  CHECK(message_of(fonts, "a.html").find("512") != std::string::npos);
  std::string attributes = "<a";
  for (int k = 0; k < 5000; ++k) attributes += " a" + std::to_string(k);
  CHECK(message_of(attributes + ">", "a.html").find("1000 attributes") != std::string::npos);
  CHECK(message_of(std::string((16U << 20U) + 1, 'a'), "a.html").find("larger than 16 MB") !=
        std::string::npos);
  // what the guard cannot follow is found in the tree, and let go without recursion
  CHECK(message_of(times(20000, "<p><object></object></p><svg><desc></svg>") + "<p>x", "a.html") != "");

  // implied end tags, void elements, scripts and comments do not count as nesting
  const std::string flat =
      times(3000,
            "<p>A sentence of the page.<br><b>Bold</b><ul><li>One<li>Two</ul><!-- <div> -->"
            "<script>if (a<b) '<div>'</script><table><tr><td>1<td>2<tr><td>3</table>");
  CHECK(message_of(flat, "a.html") == "no error");
}

TEST_CASE("a JSON object is a document with what it says of itself") {
  const Document document = read_one(
      R"({"id": "r1", "text": "The talks.\r\nWere 坦诚.", "date": "2024-04-02", "party": "us", "title": "T", "url": "u", "x": [1]})",
      "a.json");
  CHECK(document.text == "The talks.\r\nWere 坦诚.");
  CHECK(document.characters == 20);
  CHECK(document.id == "r1");
  CHECK(document.date == "2024-04-02");
  CHECK(document.party == "us");
  CHECK(document.title == "T");
  CHECK(document.url == "u");
  CHECK(document.extracted);
  CHECK(document.media_type == "application/json");
  CHECK(read_one(R"({"text": "a", "id": 7, "date": null, "language": "fr"})", "a.json").language == "fr");
  CHECK(read_one(R"({"text": "a", "id": 7})", "a.json").id == "7");
}

TEST_CASE("arrays and JSON Lines give several documents, also without a name to tell") {
  const std::string array = " [{\"text\": \"one\"},\n {\"text\": \"two\"}]";
  const std::string lines = "{\"text\": \"one\"}\r\n\n{\"text\": \"two\"}";
  for (const auto& [bytes, name] :
       std::vector<std::pair<std::string, std::string>>{{array, "a.json"},
                                                        {array, "-"},
                                                        {lines, "a.jsonl"},
                                                        {lines, "-"},
                                                        {"\xEF\xBB\xBF" + array, "-"}}) {
    CAPTURE(name);
    const auto documents = read_documents(bytes, name);
    REQUIRE(documents.size() == 2);
    CHECK(documents[1].text == "two");
    CHECK(documents[0].sha256 == documents[1].sha256);
  }
  CHECK(read_one("{\n  \"text\": \"one\"\n}\n", "-").text == "one");
}

TEST_CASE("a text that begins with a bracket is a text") {
  CHECK(read_one("[Begin transcript] Good morning.", "-").media_type == "text/plain");
  CHECK(read_one("{sic} he said", "-").media_type == "text/plain");
  CHECK(read_one("<p>not by name a page", "a.txt").text == "<p>not by name a page");
}

TEST_CASE("JSON that cannot be used is refused with line and column") {
  const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
      {"a.json", "{\"text\": \"a\",\n  oops}", "a.json:2:3: is no valid JSON"},
      {"a.json", "{\"text\": \"a\"", "a.json:1:13: is no valid JSON"},
      {"a.json", "{\"id\": \"a\"}", "a.json:1:1: the document has no \"text\""},
      {"a.json", "[{\"text\": \"[,{\\\"\"},\n  {\"id\": \"b\"}]", "a.json:2:3: the document has no \"text\""},
      {"a.json", "[{\"text\": \"a\"}, 7]", "a.json:1:17: is a JSON number"},
      {"a.json", "{\"text\": 7}", "a.json:1:1: \"text\" is a number"},
      {"a.json", "{\"text\": \"a\", \"date\": 2024}", "\"date\" is a number"},
      {"a.json", "[]", "a.json:1:1: the array holds no document"},
      {"a.json", "\"text\"", "a.json:1:1: is a JSON string"},
      {"a.json", "{\"text\": \" \\n\"}", "a.json: its text is empty"},
      {"a.json", "{\"text\": \"a\\u0000b\"}", "a.json:1: is binary"},
      {"a.jsonl", "{\"text\": \"a\"}\n{\"text\": b}", "a.jsonl:2:10: is no valid JSON"},
      {"a.jsonl", "{\"text\": \"a\"}\n{\"text\": \"\"}", "a.jsonl: document 2: its text is empty"},
      {"a.jsonl", "{\"text\": \"a\"}\n\n[1]", "a.jsonl:3:1: is a JSON array"},
  };
  for (const auto& [name, bytes, message] : cases) {
    CAPTURE(bytes);
    CHECK(message_of(bytes, name).find(message) != std::string::npos);
    CAPTURE(message_of(bytes, name));
  }
  CHECK(message_of(std::string(1000000, '['), "a.json").find("no valid JSON") != std::string::npos);
}

TEST_CASE("what is no text is refused, naming what it is and the cure") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"%PDF-1.7\n", "a.txt: is a PDF document, not a text; convert it to text first"},
      {"PK\x03\x04....word/document.xml", "a.txt: is a Word document"},
      {"PK\x03\x04....", "a.txt: is a ZIP archive"},
      {"\x89PNG\r\n\x1a\n", "a.txt: is a PNG image"},
      {"\x1F\x8B\x08", "a.txt: is a gzip archive"},
      {"", "a.txt: is empty"},
      {" \r\n\t", "a.txt: is empty"},
      {"\xEF\xBB\xBF\n", "a.txt: is empty"},
      {"one\ntwo\0three"s, "a.txt:2: is binary: it holds NUL characters"},
      {"\x01\x02\x03 abc", "a.txt:1: is binary: it holds control characters"},
      {"\0\xFF\x12\xE0\0\0\0\x80\xC3"s, "a.txt: is binary: byte 0x00 at offset 0"},
  };
  for (const auto& [bytes, message] : cases) {
    CAPTURE(message);
    CHECK(message_of(bytes, "a.txt").starts_with(message));
  }
}

TEST_CASE("bytes that an encoding does not allow are named with line and offset") {
  CHECK(message_of("one\ntwo \xFF", "a.txt", {"utf-8"})
            .starts_with("a.txt:2: byte 0xFF at offset 8 is not valid UTF-8"));
  CHECK(message_of("\xEF\xBB\xBFone\n\xE4", "a.txt")
            .starts_with("a.txt:2: byte 0xE4 at offset 7 is not valid UTF-8"));
  CHECK(message_of("\xFF\xFE" + utf16("a\nb", false) + "c", "a.txt")
            .starts_with("a.txt:2: byte 0x63 at offset 8"));
  CHECK(message_of("\xD6\xD0\n\xD6 ", "a.txt", {"gb18030"})
            .starts_with("a.txt:2: byte 0xD6 at offset 3 is not valid GB18030"));
  CHECK(message_of("a\n\x81\x20\x8D", "a.txt").starts_with("a.txt:2: byte 0x81 at offset 2"));
}

TEST_CASE("an unknown encoding is refused with the nearest known one") {
  CHECK(message_of("a", "a.txt", {"utf-88"}) ==
        "--encoding: 'utf-88' is no known encoding; did you mean UTF-8?");
  CHECK(message_of("a", "a.txt", {"gb1830"}).find("GB18030") != std::string::npos);
  CHECK(message_of("a", "a.txt", {""}).find("no known encoding") != std::string::npos);
  CHECK(message_of("a", "a.txt", {"../../x,swaplfnl"}).find("no known encoding") != std::string::npos);
}

TEST_CASE("files are read; what is none is refused") {
  const auto folder = std::filesystem::temp_directory_path() / "rashomon_reader_test";
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "a.txt").string();
  std::ofstream(path, std::ios::binary) << "One.\r\nTwo.";
  CHECK(read_file(path).front().text == "One.\r\nTwo.");
  CHECK(read_file(path).front().name == path);
  CHECK_THROWS_WITH_AS(read_file(folder.string()), doctest::Contains("is a folder; name a file in it"),
                       InputError);
  CHECK_THROWS_WITH_AS(read_file(path + "x"), doctest::Contains("a.txtx: no such file"), InputError);
  CHECK_THROWS_WITH_AS(read_file(path + "/x"), doctest::Contains("no such file"), InputError);
  std::filesystem::remove_all(folder);
}

TEST_CASE("a text at hand is plain whatever it looks like, and keeps every code point") {
  for (const std::string text :
       {"{\"text\": \"a\"}", "<html><p>a</p></html>", "\xEF\xBB\xBF a", "\xF0\x9F\x95\x8A a\r\n"}) {
    const Document document = read_text(text, "text 1");
    CHECK(document.text == text);
    CHECK(document.characters == count_code_points(text));
    CHECK(document.media_type == "text/plain");
    CHECK_FALSE(document.extracted);
  }
  CHECK_THROWS_WITH_AS(read_text(" \n", "text 1"), doctest::Contains("text 1: its text is empty"),
                       InputError);
}

TEST_CASE("damaged inputs are read or refused, never worse") {
  std::mt19937 random(1);
  const std::vector<std::pair<std::string, std::string>> seeds = {
      {page, "a.html"},
      {"[{\"text\": \"习近平\", \"id\": \"1\"}, {\"text\": \"b\"}]", "a.json"},
      {chinese, "-"},
      {"\xFF\xFE" + utf16(chinese, false), "-"},
      {utf16(english, false), "-"}};
  for (int round = 0; round < 400; ++round) {
    const auto& [seed, name] = seeds[static_cast<std::size_t>(round) % seeds.size()];
    std::string bytes = seed.substr(0, 1 + random() % seed.size());
    for (unsigned k = random() % 8; k > 0; --k)
      bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    try {
      for (const Document& document : read_documents(bytes, name)) {
        CHECK(first_invalid_byte(document.text) == std::string_view::npos);
        CHECK(document.characters == count_code_points(document.text));
      }
    } catch (const InputError&) {  // a refusal is an answer
    }
  }
}

}  // namespace
}  // namespace rashomon
