#include "engine/scorer/commitment.h"

#include <algorithm>

#include "engine/scorer/cues.h"

namespace rashomon {
namespace {

constexpr double kRungs = 5;  // of the strength of a verb

std::optional<double> strength_of(const Find& find, const Lexicons& lexicons) {
  if (find.table == Table::speech_verbs) {
    const ActPhrase& verb = lexicons.speech_verbs()[find.entry];
    if (verb.act == Act::commit || verb.act == Act::agree) return verb.strength / kRungs;
  } else if (find.table == Table::modals) {
    const Modal& modal = lexicons.modals()[find.entry];
    if (modal.kind == ModalKind::intention || modal.kind == ModalKind::readiness ||
        modal.kind == ModalKind::wish)
      return modal.strength;
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> commitment_of(const Statement& statement, const Lexicons& lexicons) {
  std::optional<double> firmest;
  for (const Find& find : statement.finds) {
    const auto strength = strength_of(find, lexicons);
    if (strength && !is_negated(statement, find.first, lexicons))
      firmest = std::max(firmest.value_or(0), *strength);
  }
  return firmest;
}

}  // namespace rashomon
