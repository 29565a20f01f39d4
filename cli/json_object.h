// Lines of JSON that a user wrote: one object each, of which every key is known.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon::cli {

struct JsonObject {
  nlohmann::json value;  // an object
  std::string repeated;  // a key that one object in it has twice; empty: none
};

/// Reads a line. `shape`: the cure, "write one object {...} a line". Throws InputError: not UTF-8, no JSON,
/// no object.
JsonObject parse_object(std::string_view line, const std::string& place, const std::string& shape);

/// Throws InputError where a key is repeated, or where the object has one that is not among `keys`.
void check_keys(const JsonObject& object, const std::vector<std::string>& keys, const std::string& place);
/// The same for an object within one that was checked for repeated keys.
void check_keys(const nlohmann::json& object, const std::vector<std::string>& keys, const std::string& place);

/// null where the key is missing.
nlohmann::json at(const nlohmann::json& object, const char* key);

/// Whether it can name a line: a string or a whole number.
bool is_id(const nlohmann::json& value);

/// Throws InputError: the key is missing, or has a value that it does not take.
[[noreturn]] void wrong_value(const std::string& place, const char* key, const nlohmann::json& value,
                              const std::string& cure);

}  // namespace rashomon::cli
