// Raw arguments -> options. A command states its table once: parsing, help and suggestions are made from it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace rashomon::cli {

/// What was typed, by name. All of its functions throw InputError with the option's name and a cure.
class Options {
 public:
  /// Takes the arguments apart: no guessing of prefixes, `--name value` or `--name=value`, `--` before inputs
  /// that begin with a dash. Throws on an unknown option (with "did you mean"), a missing value, a second
  /// value.
  Options(const Arguments& arguments, const std::vector<Option>& table);

  bool has(const std::string& name) const { return values_.contains(name); }
  std::optional<std::string> value(const std::string& name) const;
  std::vector<std::string> values(const std::string& name) const;
  const std::vector<std::string>& inputs() const { return inputs_; }

  /// A number within low .. high.
  std::optional<double> number(const std::string& name, double low, double high) const;
  /// A whole number within low .. high.
  std::optional<std::size_t> count(const std::string& name, std::size_t low, std::size_t high) const;
  /// The index of the value among the words; `otherwise` where the option is not given.
  std::size_t choice(const std::string& name, const std::vector<std::string>& words,
                     std::size_t otherwise) const;

 private:
  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::string> inputs_;
};

/// The option's name as typed: "--name".
std::string dashed(std::string_view name);

/// The rows of a table as help prints them, in two columns.
std::string describe(const std::vector<Option>& table);

}  // namespace rashomon::cli
