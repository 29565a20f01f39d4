// The contract's names of enumerated values.
#pragma once

#include <string_view>

#include "engine/records/comparison.h"

namespace rashomon {

inline constexpr std::string_view name_of(Voice voice) { return voice == Voice::same ? "same" : "cross"; }

inline constexpr std::string_view name_of(OffsetUnit unit) {
  constexpr std::string_view names[] = {"codepoints", "utf16", "utf8"};
  return names[static_cast<std::size_t>(unit)];
}

inline constexpr std::string_view name_of(Relation relation) {
  constexpr std::string_view names[] = {"agree", "reframe", "diverge", "contradict"};
  return names[static_cast<std::size_t>(relation)];
}

inline constexpr std::string_view name_of(Dimension dimension) {
  constexpr std::string_view names[] = {"tone", "strength", "scope", "agency", "credit"};
  return names[static_cast<std::size_t>(dimension)];
}

inline constexpr std::string_view name_of(FactKind kind) {
  constexpr std::string_view names[kFactKinds] = {"contact",  "initiator",   "date",     "place",
                                                  "duration", "participant", "follow_up"};
  return names[static_cast<std::size_t>(kind)];
}

inline constexpr std::string_view name_of(FactVerdict verdict) {
  constexpr std::string_view names[] = {"same", "differs", "silent"};
  return names[static_cast<std::size_t>(verdict)];
}

inline constexpr std::string_view name_of(ClaimVerdict verdict) {
  constexpr std::string_view names[] = {"denied", "silent", "weakened", "strengthened", "confirmed"};
  return names[static_cast<std::size_t>(verdict)];
}

inline constexpr std::string_view name_of(Mode mode) {
  constexpr std::string_view names[] = {"direct", "partial", "indirect", "narrated"};
  return names[static_cast<std::size_t>(mode)];
}

}  // namespace rashomon
