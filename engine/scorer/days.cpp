#include "engine/scorer/days.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include "engine/scorer/token_forms.h"

namespace rashomon {
namespace {

using Tokens = std::vector<Token>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kDaysOfMonth = 31;  // every month's days have room
constexpr double kDaysOfYear = 12 * kDaysOfMonth;
constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

std::optional<int> month_at(const Tokens& tokens, std::size_t at) {
  const auto month = std::find(kMonths.begin(), kMonths.end(), form_at(tokens, at));
  if (month == kMonths.end()) return std::nullopt;
  // "may" is a month where it is written as one
  if (tokens[at].form == "may" && tokens[at].surface != "May") return std::nullopt;
  return static_cast<int>(month - kMonths.begin());
}

std::optional<int> whole_number(const Tokens& tokens, std::size_t at, int low, int high) {
  if (at >= tokens.size() || tokens[at].kind != TokenKind::number) return std::nullopt;
  std::string form = tokens[at].form;
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (form.size() > 2 && form.ends_with(ending)) form.resize(form.size() - 2);
  }
  const auto value = number_of(form);
  if (!value || *value < low || *value > high || *value != std::floor(*value)) return std::nullopt;
  return static_cast<int>(*value);
}

std::optional<int> day_at(const Tokens& tokens, std::size_t at) { return whole_number(tokens, at, 1, 31); }

// "before", "by the end of" and their kin open a range; not "by phone on".
Range opened(const Tokens& tokens, std::size_t first, Range days) {
  for (std::size_t k = first; k-- > 0 && k + 5 >= first;) {
    if (tokens[k].kind == TokenKind::mark || is_one_of(tokens[k].form, {"on", "in", "at"})) break;
    if (is_one_of(tokens[k].form, {"before", "by", "until"})) return {-kInfinity, days.high};
    if (is_one_of(tokens[k].form, {"after", "from"})) return {days.low, kInfinity};
  }
  return days;
}

// 9月25日, 2010年5月
std::optional<DayRange> read_han_day(const Tokens& tokens, std::size_t at) {
  DayRange out;
  std::size_t next = at;
  if (const auto year = year_at(tokens, at); year && form_at(tokens, at + 1) == "年") {
    out.year = year;
    next = at + 2;
  }
  const auto month = whole_number(tokens, next, 1, 12);
  if (!month || form_at(tokens, next + 1) != "月") return std::nullopt;
  next += 2;
  const double first = (*month - 1) * kDaysOfMonth;
  out.days = {first, first + kDaysOfMonth - 1};
  if (const auto day = day_at(tokens, next); day && form_at(tokens, next + 1) == "日") {
    out.days = {first + *day - 1, first + *day - 1};
    next += 2;
  }
  out.words = {at, next};
  return out;
}

// "September 25", "25 September", "September 25-26, 2012", "May 2010"
std::optional<DayRange> read_day(const Tokens& tokens, std::size_t at) {
  if (const auto han = read_han_day(tokens, at)) return han;
  std::optional<int> month = month_at(tokens, at);
  std::optional<int> day;
  std::size_t next = at + 1;
  if (!month) {  // "25 September", "25th of September"
    day = day_at(tokens, at);
    if (day && form_at(tokens, next) == "of") ++next;
    month = month_at(tokens, next);
    if (!day || !month) return std::nullopt;
    ++next;
  } else if (day = day_at(tokens, next); day) {
    ++next;
  }
  DayRange out;
  const double first = *month * kDaysOfMonth;
  out.days = day ? Range{first + *day - 1, first + *day - 1} : Range{first, first + kDaysOfMonth - 1};
  if (day && is_one_of(form_at(tokens, next), {"-", "–", "and"})) {
    if (const auto last = day_at(tokens, next + 1); last && *last > *day) {
      out.days.high = first + *last - 1;
      next += 2;
    }
  }
  const std::size_t year_place = form_at(tokens, next) == "," ? next + 1 : next;
  if (const auto year = year_at(tokens, year_place)) {
    out.year = year;
    next = year_place + 1;
  }
  out.words = {at, next};
  return out;
}

}  // namespace

std::optional<int> year_at(const Tokens& tokens, std::size_t at) {
  return whole_number(tokens, at, 1900, 2100);
}

bool DayRange::meets(const DayRange& other, double slack) const {
  Range a = days;
  if (year && other.year) {
    const double apart = (*year - *other.year) * kDaysOfYear;
    a = {a.low + apart, a.high + apart};
  }
  return Range{a.low - slack, a.high + slack}.meets(other.days);
}

std::vector<DayRange> read_days(const Tokens& tokens) {
  std::vector<DayRange> out;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    auto day = read_day(tokens, at);
    if (!day) continue;
    day->days = opened(tokens, at, day->days);
    at = day->words.last - 1;
    out.push_back(*day);
  }
  return out;
}

}  // namespace rashomon
