#include "cli/options.h"

#include <boost/program_options.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "cli/suggest.h"
#include "engine/records/error.h"

namespace rashomon::cli {
namespace {

namespace po = boost::program_options;

const Option* find(const std::vector<Option>& table, std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Option& one) { return one.name == name; });
  return found == table.end() ? nullptr : &*found;
}

[[noreturn]] void unknown(std::string name, const std::vector<Option>& table) {
  name = name.substr(0, name.find('='));
  std::vector<std::string> names;
  for (const Option& option : table) names.push_back(dashed(option.name));
  throw InputError("option " + name, "there is no such option",
                   did_you_mean(name, names, "the command's --help shows them all"));
}

/// What may be typed for an option's name in short, in every command: -o is --output.
std::string letter_of(const Option& option) { return option.name == "output" ? "o" : ""; }

/// The name as Boost takes it, "output,o".
std::string boost_name(const Option& option) {
  const std::string letter = letter_of(option);
  return letter.empty() ? option.name : option.name + ',' + letter;
}

/// Boost's own messages name no cure: each of its complaints is put into our words.
po::parsed_options parse(const Arguments& arguments, const std::vector<Option>& table) {
  namespace style = po::command_line_style;
  constexpr int kStyle = style::allow_long | style::long_allow_next | style::long_allow_adjacent |
                         style::allow_short | style::allow_dash_for_short | style::short_allow_next;
  po::options_description description;
  for (const Option& option : table) {
    if (option.value.empty()) {
      description.add_options()(boost_name(option).c_str(), "");
    } else {
      description.add_options()(boost_name(option).c_str(), po::value<std::vector<std::string>>(), "");
    }
  }
  try {
    return po::command_line_parser(arguments).options(description).style(kStyle).run();
  } catch (const po::unknown_option& error) {
    unknown(error.get_option_name(), table);
  } catch (const po::error_with_option_name& error) {
    const std::string name = error.get_option_name();
    const Option* option = find(table, name.substr(std::min(name.find_first_not_of('-'), name.size())));
    if (option != nullptr && option->value.empty()) {
      throw InputError("option " + name, "it takes no value", "give it alone");
    }
    throw InputError("option " + name, "its value is missing",
                     "give " + name + ' ' + (option != nullptr ? option->value : "VALUE"));
  } catch (const po::error&) {
    throw InputError("command line", "it cannot be read", "the command's --help shows its options");
  }
}

/// "--name A B" of an option that takes two values as "--name A --name B".
Arguments one_value_each(const Arguments& arguments, const std::vector<Option>& table) {
  Arguments out;
  for (std::size_t k = 0; k < arguments.size(); ++k) {
    out.push_back(arguments[k]);
    if (arguments[k] == "--") {
      out.insert(out.end(), arguments.begin() + static_cast<std::ptrdiff_t>(k) + 1, arguments.end());
      break;
    }
    const std::size_t equals = arguments[k].find('=');
    const std::string name = arguments[k].substr(0, equals);
    const Option* option = name.starts_with("--") ? find(table, name.substr(2)) : nullptr;
    if (option == nullptr || option->takes < 2) continue;
    const std::size_t there = equals == std::string::npos ? 0 : 1;
    for (std::size_t n = there; n < option->takes; ++n) {
      if (++k >= arguments.size() || arguments[k].starts_with("--")) {
        throw InputError("option " + name, "it takes " + std::to_string(option->takes) + " values",
                         "give " + name + ' ' + option->value);
      }
      if (n > 0) out.push_back(name);
      out.push_back(arguments[k]);
    }
  }
  return out;
}

template <typename Number>
std::optional<Number> parsed(const std::string& text) {
  Number value{};
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = status == std::errc{} && end == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string dashed(std::string_view name) { return "--" + std::string(name); }

Options::Options(const Arguments& arguments, const std::vector<Option>& table) {
  for (const auto& one : parse(one_value_each(arguments, table), table).options) {
    if (one.position_key >= 0 || one.string_key.empty()) {
      inputs_.insert(inputs_.end(), one.value.begin(), one.value.end());
      continue;
    }
    const Option* option = find(table, one.string_key);
    if (option == nullptr) unknown(one.string_key, table);
    std::vector<std::string>& values = values_[one.string_key];
    if (!option->repeats && !option->value.empty() && values.size() >= option->takes) {
      throw InputError("option " + dashed(option->name), "it is given twice", "give it once");
    }
    values.insert(values.end(), one.value.begin(), one.value.end());
  }
}

std::vector<std::string> Options::values(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::string> Options::value(const std::string& name) const {
  const std::vector<std::string> all = values(name);
  return all.empty() ? std::nullopt : std::optional(all.front());
}

std::optional<double> Options::number(const std::string& name, double low, double high) const {
  const std::optional<std::string> text = value(name);
  if (!text) return std::nullopt;
  const std::optional<double> number = parsed<double>(*text);
  if (number && std::isfinite(*number) && *number >= low && *number <= high) return number;
  char range[64];
  std::snprintf(range, sizeof range, "give a number from %g to %g", low, high);
  throw InputError("option " + dashed(name), '"' + *text + "\" is no number that it takes", range);
}

std::optional<std::size_t> Options::count(const std::string& name, std::size_t low, std::size_t high) const {
  const std::optional<std::string> text = value(name);
  if (!text) return std::nullopt;
  const std::optional<std::size_t> number = parsed<std::size_t>(*text);
  if (number && *number >= low && *number <= high) return number;
  throw InputError("option " + dashed(name), '"' + *text + "\" is no number that it takes",
                   "give a whole number from " + std::to_string(low) + " to " + std::to_string(high));
}

std::size_t Options::choice(const std::string& name, const std::vector<std::string>& words,
                            std::size_t otherwise) const {
  const std::optional<std::string> text = value(name);
  if (!text) return otherwise;
  const auto found = std::find(words.begin(), words.end(), *text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  throw InputError("option " + dashed(name), '"' + *text + "\" is none of " + all,
                   did_you_mean(*text, words, "give one of these"));
}

std::string describe(const std::vector<Option>& table) {
  std::size_t width = 0;
  const auto left = [](const Option& option) {
    const std::string letter = letter_of(option);
    return (letter.empty() ? "" : '-' + letter + ", ") + dashed(option.name) +
           (option.value.empty() ? "" : ' ' + option.value);
  };
  for (const Option& option : table) width = std::max(width, left(option).size());
  std::string out;
  for (const Option& option : table) {
    std::string head = left(option);
    head.resize(width + 2, ' ');
    out += "  " + head;
    for (const char byte : option.help)
      out += byte == '\n' ? '\n' + std::string(width + 4, ' ') : std::string(1, byte);
    out += '\n';
  }
  return out;
}

}  // namespace rashomon::cli
