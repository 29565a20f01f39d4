// Small questions to the forms of tokens.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/statement.h"

namespace rashomon {

inline bool is_one_of(std::string_view form, std::initializer_list<std::string_view> forms) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

/// "not" and its kin, not the verbs that negate by their meaning ("oppose").
inline bool is_plain_not(std::string_view form) {
  return is_one_of(form,
                   {"not", "cannot", "no", "never", "nothing", "none", "neither", "nor", "没", "未", "无"}) ||
         form.ends_with("n't") || form.ends_with("n’t");
}

/// Empty past the end.
inline std::string_view form_at(const std::vector<Token>& tokens, std::size_t at) {
  return at < tokens.size() ? std::string_view(tokens[at].form) : std::string_view();
}

/// The number that digits write: "2,500", "1.5".
inline std::optional<double> number_of(std::string digits) {
  std::erase(digits, ',');
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace rashomon
