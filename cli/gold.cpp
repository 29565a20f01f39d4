#include "cli/gold.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

#include "engine/lexicon/tsv.h"
#include "engine/reader/reader.h"
#include "engine/records/error.h"
#include "engine/text/code_points.h"
#include "engine/text/digest.h"
#include "engine/text/normalize.h"

namespace rashomon::cli {
namespace {

namespace fs = std::filesystem;

std::string read_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in)
    throw InputError(path.string(), "no such file",
                     "an annotated event has meta.json, two texts, their sentences and links.tsv");
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<Span> read_sentences(const std::string& text, const std::string& place) {
  std::vector<Span> spans;
  const TsvTable table = parse_tsv("index\tbegin\tend\ttext\n" + text, place);
  for (const auto& row : table.rows) spans.push_back({std::stoul(row[1]), std::stoul(row[2])});
  return spans;
}

Relation read_relation(const std::string& name, const std::string& place) {
  if (name == "agree") return Relation::agree;
  if (name == "reframe") return Relation::reframe;
  if (name == "diverge") return Relation::diverge;
  if (name == "contradict") return Relation::contradict;
  throw InputError(place, "unknown relation '" + name + "'", "write agree, reframe, diverge or contradict");
}

Strength read_strength(const std::string& name, const std::string& place) {
  if (name == "full") return Strength::full;
  if (name == "part") return Strength::part;
  if (name == "disputed") return Strength::disputed;
  throw InputError(place, "unknown strength '" + name + "'", "write full, part or disputed");
}

void check_sentences(const GoldEvent& event, const fs::path& folder) {
  for (const std::size_t side : {0U, 1U}) {
    const std::size_t size = count_code_points(event.documents[side].text);
    for (const Span& s : event.sentences[side]) {
      if (s.begin < s.end && s.end <= size) continue;
      throw InputError((folder / (side == 0 ? "left" : "right")).string() + ".sentences.tsv",
                       "a sentence outside its text", "count code points of the text, from 0");
    }
  }
}

void read_links(GoldEvent& event, const std::string& text, const std::string& place) {
  const TsvTable table = parse_tsv(text, place);
  for (std::size_t k = 0; k < table.rows.size(); ++k) {
    const auto& row = table.rows[k];
    const std::string at = place + ":" + std::to_string(table.lines[k]);
    const std::size_t left = std::stoul(row[table.column("left")]);
    const std::size_t right = std::stoul(row[table.column("right")]);
    if (left < 1 || right < 1 || left > event.sentences[0].size() || right > event.sentences[1].size()) {
      throw InputError(at, "a link of a sentence that does not exist",
                       "number the sentences as in *.sentences.tsv");
    }
    event.links[{left - 1, right - 1}] = {read_strength(row[table.column("strength")], at),
                                          read_relation(row[table.column("relation")], at),
                                          std::stod(row[table.column("score")]), GoldDimension::none};
  }
}

void read_dimensions(GoldEvent& event, const std::string& text, const std::string& place) {
  constexpr std::array<std::string_view, 6> kNames = {"none",  "tone",   "strength",
                                                      "scope", "agency", "credit"};
  const TsvTable table = parse_tsv(text, place);
  for (const auto& row : table.rows) {
    const auto link = event.links.find({std::stoul(row[0]) - 1, std::stoul(row[1]) - 1});
    const auto name = std::find(kNames.begin(), kNames.end(), row[2]);
    if (link == event.links.end() || name == kNames.end()) continue;
    link->second.dimension = static_cast<GoldDimension>(name - kNames.begin());
  }
}

void read_holders(GoldEvent& event, const std::string& text, const std::string& place) {
  const std::map<std::string, Holders> names = {
      {"left", kLeftHolds}, {"right", kRightHolds}, {"both", kLeftHolds | kRightHolds}, {"none", 0}};
  const TsvTable table = parse_tsv(text, place);
  for (std::size_t k = 0; k < table.rows.size(); ++k) {
    const auto& row = table.rows[k];
    const std::string& who = row[table.column("holders")];
    if (who == "disputed") continue;
    const auto named = names.find(who);
    if (named == names.end()) {
      throw InputError(place + ":" + std::to_string(table.lines[k]), "unknown holders '" + who + "'",
                       "write left, right, both, none or disputed");
    }
    event.holders[row[table.column("side")] == "right"][std::stoul(row[table.column("index")]) - 1] =
        named->second;
  }
  event.has_holders = true;
}

GoldEvent read_event(const fs::path& folder) {
  GoldEvent event;
  event.name = folder.filename().string();
  std::string all;
  const auto read = [&](const char* file) {
    std::string bytes = read_bytes(folder / file);
    all += bytes;
    return bytes;
  };
  const auto meta = nlohmann::json::parse(read("meta.json"));
  event.kind = meta.value("kind", "readouts");
  for (const std::string party : meta.at("parties")) event.parties.push_back(fold(party));
  for (const std::string side : {"left", "right"}) {
    event.documents.push_back(
        read_documents(read((side + ".txt").c_str()), (folder / (side + ".txt")).string()).at(0));
    event.sentences.push_back(
        read_sentences(read((side + ".sentences.tsv").c_str()), side + ".sentences.tsv"));
  }
  check_sentences(event, folder);
  read_links(event, read("links.tsv"), (folder / "links.tsv").string());
  if (fs::exists(folder / "dimensions.tsv")) {
    read_dimensions(event, read("dimensions.tsv"), (folder / "dimensions.tsv").string());
  }
  event.hash = sha256_hex(all);
  if (const fs::path holders = folder / "holders.tsv"; fs::exists(holders)) {
    read_holders(event, read_bytes(holders), holders.string());
  }
  return event;
}

}  // namespace

std::vector<GoldEvent> read_gold(const fs::path& folder) {
  if (!fs::is_directory(folder))
    throw InputError(folder.string(), "no such folder", "give a folder of annotated events");
  std::vector<fs::path> events;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (fs::exists(entry.path() / "links.tsv")) events.push_back(entry.path());
  }
  if (events.empty())
    throw InputError(folder.string(), "no annotated event in it",
                     "give the folder of the events, each of them a folder with links.tsv");
  std::sort(events.begin(), events.end());
  std::vector<GoldEvent> out;
  for (const fs::path& event : events) out.push_back(read_event(event));
  return out;
}

std::vector<std::size_t> covered(const Span& statement, const std::vector<Span>& sentences) {
  std::vector<std::size_t> out;
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    const std::size_t begin = std::max(statement.begin, sentences[k].begin);
    const std::size_t end = std::min(statement.end, sentences[k].end);
    const std::size_t shorter =
        std::min(statement.end - statement.begin, sentences[k].end - sentences[k].begin);
    if (begin < end && 2 * (end - begin) >= shorter) out.push_back(k);
  }
  return out;
}

GoldLink gold_link(const GoldEvent& event, const Span& left, const Span& right) {
  GoldLink best;
  const auto rank = [](Strength s) {
    return s == Strength::full ? 3 : s == Strength::part ? 2 : s == Strength::disputed ? 1 : 0;
  };
  for (const std::size_t i : covered(left, event.sentences[0])) {
    for (const std::size_t j : covered(right, event.sentences[1])) {
      const auto at = event.links.find({i, j});
      if (at != event.links.end() && rank(at->second.strength) > rank(best.strength)) best = at->second;
    }
  }
  return best;
}

}  // namespace rashomon::cli
