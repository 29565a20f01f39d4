#include "engine/extractor/names.h"

namespace rashomon {

bool is_named_person(PartyNameKind kind) {
  return kind == PartyNameKind::leader || kind == PartyNameKind::minister ||
         kind == PartyNameKind::official || kind == PartyNameKind::spokesperson;
}

bool is_source(PartyNameKind kind) {
  return kind == PartyNameKind::building || kind == PartyNameKind::ministry || kind == PartyNameKind::media;
}

std::vector<const Find*> party_finds(const Statement& statement, const Lexicons& lexicons) {
  std::vector<const Find*> at(statement.tokens.size(), nullptr);
  for (const Find& find : statement.finds) {
    if (find.table == Table::parties && lexicons.party_names()[find.entry].kind != PartyNameKind::people)
      at[find.first] = &find;
  }
  for (const Find& find : statement.finds) {
    if (find.table != Table::concepts || lexicons.concepts()[find.entry].family != Family::place) continue;
    for (std::size_t k = find.first; k < find.last; ++k) {
      if (at[k] != nullptr && at[k]->last <= find.last && at[k]->last - at[k]->first < find.last - find.first)
        at[k] = nullptr;
    }
  }
  return at;
}

std::string label_of(const Find& find, const std::vector<Token>& tokens, const PartyName& name) {
  std::string written;
  for (std::size_t k = find.first; k < find.last; ++k) {
    if (tokens[k].kind == TokenKind::han || name.label.find(tokens[k].surface) != std::string::npos)
      return name.label;
    written += (k > find.first ? " " : "") + tokens[k].surface;
  }
  return written;
}

}  // namespace rashomon
