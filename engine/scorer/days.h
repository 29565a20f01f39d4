// Days of the calendar as texts write them: "September 25", "before the end of February 2010", "9月25日".
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/records/statement.h"
#include "engine/scorer/quantities.h"

namespace rashomon {

/// A day, several, or a month; the year is often not told.
struct DayRange {
  Range days;  // 31 x month + day, both from 0; of a year
  std::optional<int> year;
  TokenRange words;

  /// Whether both can name one time, give or take `slack` days.
  bool meets(const DayRange& other, double slack) const;
};

/// Days and months of the calendar.
std::vector<DayRange> read_days(const std::vector<Token>& tokens);

/// A year from 1900 to 2100 in digits.
std::optional<int> year_at(const std::vector<Token>& tokens, std::size_t at);

}  // namespace rashomon
