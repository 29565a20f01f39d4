#include "cli/pair_lines.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "cli/inputs.h"
#include "cli/suggest.h"
#include "engine/records/error.h"
#include "engine/text/code_points.h"

namespace rashomon::cli {
namespace {

using nlohmann::json;

const std::vector<std::string> kKeys = {"id", "group", "left", "right", "link", "relation", "score"};
const std::vector<std::string> kRelations = {"agree", "reframe", "diverge"};  // by Relation

json parse(std::string_view line, const std::string& place) {
  if (const std::size_t bad = first_invalid_byte(line); bad != std::string::npos) {
    throw InputError(place, "byte " + std::to_string(bad) + " of the line is not UTF-8", "save it as UTF-8");
  }
  std::set<std::string> seen;
  std::string repeated;
  const auto watch = [&](int depth, json::parse_event_t event, json& value) {
    if (depth == 1 && event == json::parse_event_t::key && !seen.insert(value.get<std::string>()).second)
      repeated = value.get<std::string>();
    return true;
  };
  json object;
  try {
    object = json::parse(line, watch);
  } catch (const json::exception&) {
    throw InputError(place, "is no valid JSON",
                     "write one object {\"id\", \"group\", \"left\", \"right\"} a line");
  }
  if (!object.is_object()) {
    throw InputError(place, std::string("is a JSON ") + object.type_name(),
                     "write one object {\"id\", \"group\", \"left\", \"right\"} a line");
  }
  if (!repeated.empty()) throw InputError(place, "it has the key \"" + repeated + "\" twice", "give it once");
  for (const auto& [key, value] : object.items()) {
    if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) continue;
    throw InputError(
        place, "it has the unknown key \"" + key + '"',
        did_you_mean(key, kKeys, "leave it out; there are id, group, left, right, link, relation, score"));
  }
  return object;
}

/// null where the key is missing.
json at(const json& object, const char* key) { return object.value(key, json()); }

[[noreturn]] void wrong(const std::string& place, const char* key, const json& value,
                        const std::string& cure) {
  const std::string problem = value.is_null() ? "it has no \"" : "it has a wrong \"";
  throw InputError(place, problem + key + '"', cure);
}

json id_of(const json& object, const std::string& place) {
  json id = at(object, "id");
  if (!id.is_string() && !id.is_number_integer()) wrong(place, "id", id, "give a string or a whole number");
  return id;
}

std::string group_of(const json& object, const std::string& place) {
  const json group = at(object, "group");
  if (group.is_null()) return "";
  if (group.is_number_integer()) return group.dump();
  if (!group.is_string()) wrong(place, "group", group, "give a string or a whole number");
  return group.get<std::string>();
}

std::string text_of(const json& object, const char* key, const std::string& place) {
  const json text = at(object, key);
  if (!text.is_string()) wrong(place, key, text, "give a text as a string");
  return text.get<std::string>();
}

PairLabel label_of(const json& object, const std::string& place) {
  PairLabel label;
  const json link = at(object, "link");
  if (link == false) {
    label.strength = Strength::none;
  } else if (link == true) {
    label.strength = Strength::linked;
  } else if (link == "part") {
    label.strength = Strength::part;
  } else if (link == "full") {
    label.strength = Strength::full;
  } else if (!link.is_null()) {
    wrong(place, "link", link, "give true, false, \"full\" or \"part\"");
  }
  const json relation = at(object, "relation");
  if (!relation.is_null()) {
    const auto found = std::find(kRelations.begin(), kRelations.end(), relation);
    if (found == kRelations.end())
      wrong(place, "relation", relation, "give \"agree\", \"reframe\" or \"diverge\"");
    label.relation = static_cast<Relation>(found - kRelations.begin());
  }
  const json score = at(object, "score");
  if (!score.is_null()) {
    if (!score.is_number() || score.get<double>() < -1 || score.get<double>() > 1)
      wrong(place, "score", score, "give a number from -1 to 1");
    label.score = score.get<double>();
  }
  return label;
}

/// A group with the places of its texts.
struct Gathering {
  std::size_t group = 0;
  std::map<std::string, std::size_t> left;
  std::map<std::string, std::size_t> right;
};

std::size_t add_text(std::vector<Document>& texts, std::map<std::string, std::size_t>& places,
                     std::string text, const std::string& place) {
  const auto [found, added] = places.emplace(std::move(text), texts.size());
  if (added) {
    Document document;
    document.name = place;
    document.text = found->first;
    texts.push_back(std::move(document));
  }
  return found->second;
}

std::string read_all(const std::string& path) {
  if (path != "-") return read_bytes(path);
  return {std::istreambuf_iterator<char>(std::cin), {}};
}

}  // namespace

PairLines read_pair_lines(const std::string& path) {
  const std::string all = read_all(path);
  PairLines out;
  std::map<std::string, Gathering> gatherings;
  std::size_t number = 0;
  for (std::size_t from = 0; from < all.size();) {
    const std::size_t end = std::min(all.find('\n', from), all.size());
    const std::string_view line = std::string_view(all).substr(from, end - from);
    const std::string place = path + ':' + std::to_string(++number);
    from = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const json object = parse(line, place);
    const std::string name = group_of(object, place);
    const auto [at, added] = gatherings.emplace(name, Gathering{out.groups.size(), {}, {}});
    Gathering& gathering = at->second;
    if (added) out.groups.push_back({name, {}, {}, {}});
    PairGroup& group = out.groups[gathering.group];
    group.lines.push_back(out.ids.size());
    out.ids.push_back(id_of(object, place));
    const std::size_t left =
        add_text(group.texts.left, gathering.left, text_of(object, "left", place), place);
    const std::size_t right =
        add_text(group.texts.right, gathering.right, text_of(object, "right", place), place);
    group.texts.asked.push_back({left, right});
    group.labels.push_back(label_of(object, place));
  }
  if (out.ids.empty()) {
    throw InputError(path, "it holds no line",
                     "write one object {\"id\", \"group\", \"left\", \"right\"} a line");
  }
  return out;
}

}  // namespace rashomon::cli
