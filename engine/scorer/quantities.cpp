#include "engine/scorer/quantities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include "engine/scorer/days.h"
#include "engine/scorer/token_forms.h"

namespace rashomon {
namespace {

using Tokens = std::vector<Token>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kMinutesOfHour = 60;
constexpr double kLeastCount = 3;       // "two sides", "one step" count nothing
constexpr std::size_t kHedgeReach = 3;  // words before a quantity that may hedge it
// How far what a text writes may be from the truth.
constexpr double kRounded = 0.1;  // whole and half hours
constexpr double kExact = 0.05;
constexpr double kAbout = 0.2;
constexpr double kNearly = 0.02;  // "nearly two hours" is hardly more than two

struct NumberWord {
  std::string_view word;
  double value;
};
constexpr std::array<NumberWord, 44> kNumberWords = {{
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"dozen", 12},   {"a", 1},          {"an", 1},
    {"一", 1},        {"二", 2},        {"两", 2},       {"三", 3},       {"四", 4},         {"五", 5},
    {"六", 6},        {"七", 7},        {"八", 8},       {"九", 9},       {"单", 1},         {"双", 2},
    {"半", 0.5},      {"half", 0.5},
}};
constexpr std::array<NumberWord, 4> kScales = {
    {{"hundred", 1e2}, {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}}};
constexpr std::size_t kLongestNumberWord = 9;  // "seventeen"

template <std::size_t N>
std::optional<double> value_of(const std::array<NumberWord, N>& words, std::string_view form) {
  if (form.empty() || form.size() > kLongestNumberWord) return std::nullopt;  // most words: a quick no
  const auto at = std::find_if(words.begin(), words.end(), [&](const NumberWord& w) {
    return w.word.size() == form.size() && w.word.front() == form.front() && w.word == form;
  });
  if (at == words.end()) return std::nullopt;
  return at->value;
}

std::size_t past_hyphen(const Tokens& tokens, std::size_t at) {
  return form_at(tokens, at) == "-" ? at + 1 : at;
}

// A value with the place after its last token.
struct Read {
  double value = 0;
  std::size_t next = 0;
};

// 二十五, 四十, 十: tens and ones.
std::optional<Read> read_han(const Tokens& tokens, std::size_t at) {
  std::optional<double> first = value_of(kNumberWords, form_at(tokens, at));
  std::size_t next = first ? at + 1 : at;
  if (form_at(tokens, next) != "十") return first ? std::optional(Read{*first, next}) : std::nullopt;
  double value = first.value_or(1) * 10;
  ++next;
  if (const auto ones = value_of(kNumberWords, form_at(tokens, next)); ones && *ones >= 1) {
    value += *ones;
    ++next;
  }
  return Read{value, next};
}

// "253.5 billion", "twenty-five", "three hundred", "a", "一百" is left out.
std::optional<Read> read_number(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size()) return std::nullopt;
  Read read{0, at + 1};
  if (tokens[at].kind == TokenKind::han) return read_han(tokens, at);
  if (const auto value = tokens[at].kind == TokenKind::number ? number_of(tokens[at].form) : std::nullopt) {
    read.value = *value;
  } else if (const auto word = value_of(kNumberWords, tokens[at].form)) {
    read.value = *word;
    const std::size_t ones_at = past_hyphen(tokens, at + 1);
    const auto ones = value_of(kNumberWords, form_at(tokens, ones_at));
    const bool tens = *word >= 20 && std::fmod(*word, 10) == 0;
    if (tens && ones && *ones >= 1 && *ones < 10 && form_at(tokens, ones_at) != "a" &&
        form_at(tokens, ones_at) != "an") {
      read = {*word + *ones, ones_at + 1};
    }
  } else {
    return std::nullopt;
  }
  while (const auto scale = value_of(kScales, form_at(tokens, past_hyphen(tokens, read.next)))) {
    read = {read.value * *scale, past_hyphen(tokens, read.next) + 1};
  }
  return read;
}

// "a half", "three quarters", "a quarter": parts of one.
std::optional<Read> read_fraction(const Tokens& tokens, std::size_t at) {
  const auto number = read_number(tokens, at);
  if (!number) return std::nullopt;
  const std::size_t next = past_hyphen(tokens, number->next);
  if (is_one_of(form_at(tokens, next), {"half"})) return Read{0.5 * number->value, next + 1};
  if (is_one_of(form_at(tokens, next), {"quarter", "quarters"})) return Read{0.25 * number->value, next + 1};
  if (form_at(tokens, at) == "half") return Read{0.5, at + 1};
  return std::nullopt;
}

// The minutes of the unit at this place, and where it ends; 0 where there is none.
Read read_unit(const Tokens& tokens, std::size_t at) {
  std::size_t next = past_hyphen(tokens, at);
  if (is_one_of(form_at(tokens, next), {"hour", "hours", "hrs"})) return {kMinutesOfHour, next + 1};
  if (is_one_of(form_at(tokens, next), {"minute", "minutes", "mins"})) return {1, next + 1};
  if (form_at(tokens, next) == "个") ++next;
  if (form_at(tokens, next) == "多") ++next;
  if (form_at(tokens, next) == "半") ++next;
  if (form_at(tokens, next) == "多") ++next;
  if (form_at(tokens, next) == "小" && form_at(tokens, next + 1) == "时") return {kMinutesOfHour, next + 2};
  if (form_at(tokens, next) == "分" && form_at(tokens, next + 1) == "钟") return {1, next + 2};
  return {0, at};
}

// One amount with its unit: "two and a half hours", "three quarters of an hour", "90-minute", "两个半小时".
std::optional<Read> read_amount(const Tokens& tokens, std::size_t at) {
  if (const auto fraction = read_fraction(tokens, at)) {  // "half an hour", "a quarter of an hour"
    std::size_t next = past_hyphen(tokens, fraction->next);
    if (form_at(tokens, next) == "of") ++next;
    if (is_one_of(form_at(tokens, next), {"a", "an"})) ++next;
    if (const Read unit = read_unit(tokens, next); unit.value > 1)
      return Read{fraction->value * unit.value, unit.next};
  }
  auto number = read_number(tokens, at);
  if (!number) return std::nullopt;
  if (form_at(tokens, number->next) == "and") {
    if (const auto fraction = read_fraction(tokens, number->next + 1)) {
      number = Read{number->value + fraction->value, fraction->next};
    }
  }
  const Read unit = read_unit(tokens, number->next);
  if (unit.value == 0) return std::nullopt;
  const bool half = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(number->next),
                                tokens.begin() + static_cast<std::ptrdiff_t>(unit.next),
                                [](const Token& t) { return t.form == "半"; });
  return Read{(number->value + (half && number->value >= 1 ? 0.5 : 0)) * unit.value, unit.next};
}

// An amount and what is added to it: "an hour and three quarters", "one hour ten minutes".
std::optional<Read> read_length(const Tokens& tokens, std::size_t at) {
  auto length = read_amount(tokens, at);
  if (!length || length->value < kMinutesOfHour) return length;
  const std::size_t more = form_at(tokens, length->next) == "and" ? length->next + 1 : length->next;
  if (const auto amount = read_amount(tokens, more)) {
    if (amount->value < kMinutesOfHour) return Read{length->value + amount->value, amount->next};
  } else if (const auto fraction = read_fraction(tokens, more); fraction && more > length->next) {
    return Read{length->value + fraction->value * kMinutesOfHour, fraction->next};
  }
  return length;
}

enum class Hedge : std::uint8_t { none, about, nearly, over, at_least, under };

// "close to", "more than", "逾" before the quantity, 多 within it.
Hedge hedge_of(const Tokens& tokens, std::size_t first, std::size_t next) {
  for (std::size_t k = first; k < next; ++k) {
    if (tokens[k].form == "多") return Hedge::over;
  }
  for (std::size_t k = first; k-- > 0 && k + kHedgeReach >= first;) {
    const std::string_view form = tokens[k].form;
    const std::string_view after = form_at(tokens, k + 1);
    if (tokens[k].kind == TokenKind::mark && form != "$") break;
    if (is_one_of(form, {"about", "around", "some", "approximately", "roughly", "circa", "约", "大"}))
      return Hedge::about;
    if (is_one_of(form, {"nearly", "almost", "近"}) || (form == "close" && after == "to"))
      return Hedge::nearly;
    if (form == "least" || (form == "less" && k > 0 && tokens[k - 1].form == "no")) return Hedge::at_least;
    if (is_one_of(form, {"over", "exceeding", "逾", "超"}) ||
        (after == "than" && (form == "more" || form == "longer")))
      return Hedge::over;
    if (form == "under" || form == "most" || (form == "up" && after == "to") ||
        (after == "than" && (form == "less" || form == "fewer"))) {
      return Hedge::under;
    }
  }
  if (is_one_of(form_at(tokens, next), {"or", "plus", "左"})) return Hedge::about;  // "an hour or so", 左右
  return Hedge::none;
}

Range hedged(double value, Hedge hedge, double exact) {
  switch (hedge) {
    case Hedge::about: return {value * (1 - kAbout), value * (1 + kAbout)};
    case Hedge::nearly: return {value * (1 - kAbout), value * (1 + kNearly)};
    case Hedge::over: return {value, value * 2};
    case Hedge::at_least: return {value, kInfinity};
    case Hedge::under: return {0, value};
    default: return {value * (1 - exact), value * (1 + exact)};
  }
}

}  // namespace

std::vector<Quantity> read_durations(const Tokens& tokens) {
  std::vector<Quantity> out;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    std::optional<Read> length = read_length(tokens, at);
    if (!length && form_at(tokens, at) == "hour" && form_at(tokens, past_hyphen(tokens, at + 1)) == "long") {
      length = Read{kMinutesOfHour, at + 1};
    }
    if (!length) continue;
    const double exact = std::fmod(length->value, kMinutesOfHour / 2) == 0 ? kRounded : kExact;
    out.push_back({hedged(length->value, hedge_of(tokens, at, length->next), exact), {at, length->next}});
    at = length->next - 1;
  }
  return out;
}

std::vector<Quantity> read_counts(const Tokens& tokens) {
  const std::vector<DayRange> days = read_days(tokens);
  std::vector<Quantity> out;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto day =
        std::find_if(days.begin(), days.end(), [&](const DayRange& d) { return d.words.first == at; });
    if (day != days.end()) {
      at = day->words.last - 1;
      continue;
    }
    const auto number = tokens[at].kind == TokenKind::han ? std::nullopt : read_number(tokens, at);
    if (!number) continue;
    const bool year = tokens[at].form.find(',') == std::string::npos && year_at(tokens, at).has_value();
    if (number->value >= kLeastCount && !year) {
      out.push_back({hedged(number->value, hedge_of(tokens, at, number->next), 0), {at, number->next}});
    }
    at = number->next - 1;
  }
  return out;
}

}  // namespace rashomon
