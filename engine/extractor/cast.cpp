#include "engine/extractor/cast.h"

#include <algorithm>
#include <utility>

#include "engine/extractor/names.h"

namespace rashomon {

Cast::Cast(const std::vector<Statement>& statements, const std::vector<std::vector<WordClass>>& classes,
           const Lexicons& lexicons, std::string own_party)
    : own_party_(std::move(own_party)) {
  for (std::size_t k = 0; k < statements.size(); ++k) read(statements[k], classes[k], lexicons);
  for (auto& [word, person] : unmarked_) people_.try_emplace(word, std::move(person));
  unmarked_.clear();
}

const Cast::Person* Cast::find(const Token& token) const {
  if (token.kind != TokenKind::word) return nullptr;
  const auto at = people_.find(token.surface);
  return at == people_.end() ? nullptr : &at->second;
}

// "Jane Roe" of the lexicon is also meant by "Dr. Roe".
std::size_t Cast::add_known(const std::vector<Token>& tokens, const std::vector<WordClass>& classes,
                            const Find& find, const PartyName& name) {
  const Token& surname = tokens[find.last - 1];
  const bool is_name = find.last - find.first >= 2 && is_capitalised(surname) && !surname.stop &&
                       !classes[find.last - 1].is(Word::office) &&
                       !classes[find.last - 1].is(Word::portfolio) &&
                       !classes[find.last - 1].is(Word::actor) && !classes[find.last - 1].is(Word::pair);
  if (is_name) people_.try_emplace(surname.surface, Person{name.party, label_of(find, tokens, name)});
  return find.last;
}

void Cast::read(const Statement& statement, const std::vector<WordClass>& classes, const Lexicons& lexicons) {
  const std::vector<Token>& tokens = statement.tokens;
  const std::vector<const Find*> finds = party_finds(statement, lexicons);
  const auto is_office = [&](std::size_t at) {
    return classes[at].is(Word::office) || classes[at].is(Word::portfolio);
  };
  for (std::size_t at = 0; at < tokens.size();) {
    // one run of titles, parties and capitalised words: "US Deputy Secretary of State Jane Roe"
    std::string party;
    std::string label;
    bool office = false;
    std::vector<std::size_t> name;
    std::size_t end = at;
    while (end < tokens.size()) {
      if (const Find* find = finds[end]) {
        const PartyName& known = lexicons.party_names()[find->entry];
        if (is_named_person(known.kind)) {
          if (end == at) end = add_known(tokens, classes, *find, known);
          break;
        }
        if (party.empty()) party = known.party;
        office = office || known.kind == PartyNameKind::title || known.kind == PartyNameKind::ministry;
        name.clear();
        end = find->last;
        continue;
      }
      const bool inner =
          end > at && end + 1 < tokens.size() && is_capitalised(tokens[end + 1]) &&
          (tokens[end].form == "." ? tokens[end - 1].surface.size() <= 3 : tokens[end].form == "-");
      if (is_office(end)) {
        const bool small =
            tokens[end].kind == TokenKind::word && !is_capitalised(tokens[end]);  // "of", "for the"
        if (small && (end == at || !name.empty())) break;
        if (small && end + 1 < tokens.size() && tokens[end + 1].form == "the") ++end;
        if (tokens[end].kind != TokenKind::word || (!is_capitalised(tokens[end]) && end == at)) break;
        office = classes[end].is(Word::office) ? !classes[end].is(Word::genitive) : office;
        name.clear();
      } else if (is_capitalised(tokens[end]) && !classes[end].is(Word::article) && !tokens[end].stop) {
        name.push_back(end);
      } else if (!inner) {
        break;
      }
      ++end;
    }
    // "Jane Roe of Japan"
    if (!name.empty() && party.empty() && end + 1 < tokens.size() && tokens[end].form == "of" &&
        finds[end + 1] != nullptr) {
      party = lexicons.party_names()[finds[end + 1]->entry].party;
    }
    if (office && !name.empty() && name.size() <= 4) {
      for (const std::size_t k : name) label += (label.empty() ? "" : " ") + tokens[k].surface;
      auto& known = party.empty() ? unmarked_ : people_;
      for (const std::size_t k : name) {
        if (tokens[k].surface.size() >= 2)
          known.try_emplace(tokens[k].surface, Person{party.empty() ? own_party_ : party, label});
      }
    }
    at = std::max(end, at + 1);
  }
}

}  // namespace rashomon
