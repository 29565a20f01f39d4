#include "engine/vectorizer/vocabulary.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace rashomon {

TermId Vocabulary::add(std::string_view term) {
  if (2 * terms_.size() >= slots_.size()) grow();
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(term));
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].next != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].hash == hash && terms_[slots_[at].next - 1] == term) return slots_[at].next - 1;
  }
  const auto id = static_cast<TermId>(terms_.size());
  terms_.emplace_back(term);
  slots_[at] = {hash, id + 1};
  return id;
}

void Vocabulary::grow() {
  constexpr std::size_t kLeastSlots = 1024;
  const std::vector<Slot> old = std::exchange(slots_, {});
  slots_.resize(std::max(kLeastSlots, 2 * old.size()));
  for (const Slot& slot : old) {
    if (slot.next == 0) continue;
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].next != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

}  // namespace rashomon
