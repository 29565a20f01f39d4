// The facts of an event on which two accounts can contradict each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rashomon {

enum class FactType : std::uint8_t { duration, date, place, initiator, participants, figure, agreed, raised };
inline constexpr std::size_t kFactTypes = 8;

inline constexpr std::string_view name_of(FactType type) {
  constexpr std::string_view names[kFactTypes] = {"duration",     "date",   "place",  "initiator",
                                                  "participants", "figure", "agreed", "raised"};
  return names[static_cast<std::size_t>(type)];
}

}  // namespace rashomon
