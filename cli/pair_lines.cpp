#include "cli/pair_lines.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "cli/inputs.h"
#include "cli/json_object.h"
#include "engine/records/error.h"

namespace rashomon::cli {
namespace {

using nlohmann::json;

const std::vector<std::string> kKeys = {"id", "group", "left", "right", "link", "relation", "score"};
const std::vector<std::string> kRelations = {"agree", "reframe", "diverge"};  // by Relation

constexpr const char* kShape = "write one object {\"id\", \"group\", \"left\", \"right\"} a line";

json parse(std::string_view line, const std::string& place) {
  const JsonObject object = parse_object(line, place, kShape);
  check_keys(object, kKeys, place);
  return object.value;
}

json id_of(const json& object, const std::string& place) {
  json id = at(object, "id");
  if (!is_id(id)) wrong_value(place, "id", id, "give a string or a whole number");
  return id;
}

std::string group_of(const json& object, const std::string& place) {
  const json group = at(object, "group");
  if (group.is_null()) return "";
  if (group.is_number_integer()) return group.dump();
  if (!group.is_string()) wrong_value(place, "group", group, "give a string or a whole number");
  return group.get<std::string>();
}

std::string text_of(const json& object, const char* key, const std::string& place) {
  const json text = at(object, key);
  if (!text.is_string()) wrong_value(place, key, text, "give a text as a string");
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
    wrong_value(place, "link", link, "give true, false, \"full\" or \"part\"");
  }
  const json relation = at(object, "relation");
  if (!relation.is_null()) {
    const auto found = std::find(kRelations.begin(), kRelations.end(), relation);
    if (found == kRelations.end())
      wrong_value(place, "relation", relation, "give \"agree\", \"reframe\" or \"diverge\"");
    label.relation = static_cast<Relation>(found - kRelations.begin());
  }
  const json score = at(object, "score");
  if (!score.is_null()) {
    if (!score.is_number() || score.get<double>() < -1 || score.get<double>() > 1)
      wrong_value(place, "score", score, "give a number from -1 to 1");
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
    throw InputError(path, "it holds no line", kShape);
  }
  return out;
}

}  // namespace rashomon::cli
