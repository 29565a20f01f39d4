#include "cli/json_object.h"

#include <algorithm>
#include <set>

#include "cli/suggest.h"
#include "engine/records/error.h"
#include "engine/text/code_points.h"

namespace rashomon::cli {
namespace {

using nlohmann::json;

/// Looks on while JSON is parsed: which object has a key twice.
class RepeatedKeys {
 public:
  bool operator()(json::parse_event_t event, const json& value) {
    if (event == json::parse_event_t::object_start) open_.emplace_back();
    if (event == json::parse_event_t::object_end) open_.pop_back();
    if (event == json::parse_event_t::key && !open_.back().insert(value.get<std::string>()).second)
      found_ = value.get<std::string>();
    return true;
  }
  const std::string& found() const { return found_; }

 private:
  std::vector<std::set<std::string>> open_;  // keys of the objects not yet closed
  std::string found_;
};

}  // namespace

JsonObject parse_object(std::string_view line, const std::string& place, const std::string& shape) {
  if (const std::size_t bad = first_invalid_byte(line); bad != std::string::npos) {
    throw InputError(place, "byte " + std::to_string(bad) + " of the line is not UTF-8", "save it as UTF-8");
  }
  JsonObject object;
  RepeatedKeys repeated;
  try {
    object.value = json::parse(
        line, [&](int, json::parse_event_t event, const json& value) { return repeated(event, value); });
  } catch (const json::exception&) {
    throw InputError(place, "is no valid JSON", shape);
  }
  if (!object.value.is_object())
    throw InputError(place, std::string("is a JSON ") + object.value.type_name(), shape);
  object.repeated = repeated.found();
  return object;
}

void check_keys(const JsonObject& object, const std::vector<std::string>& keys, const std::string& place) {
  if (!object.repeated.empty()) {
    throw InputError(place, "it has the key \"" + object.repeated + "\" twice", "give it once");
  }
  check_keys(object.value, keys, place);
}

void check_keys(const json& object, const std::vector<std::string>& keys, const std::string& place) {
  for (const auto& [key, value] : object.items()) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    std::string all;
    for (const std::string& known : keys) all += (all.empty() ? "" : ", ") + known;
    throw InputError(place, "it has the unknown key \"" + key + '"',
                     did_you_mean(key, keys, "leave it out; there are " + all));
  }
}

json at(const json& object, const char* key) { return object.value(key, json()); }

bool is_id(const json& value) { return value.is_string() || value.is_number_integer(); }

void wrong_value(const std::string& place, const char* key, const json& value, const std::string& cure) {
  const std::string problem = value.is_null() ? "it has no \"" : "it has a wrong \"";
  throw InputError(place, problem + key + '"', cure);
}

}  // namespace rashomon::cli
