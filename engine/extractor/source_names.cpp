#include "engine/extractor/source_names.h"

#include <algorithm>

namespace rashomon {
namespace {

Phrase name_in(const Reading& reading, Phrase phrase, const std::vector<const Find*>& finds) {
  const std::vector<Token>& tokens = reading.statement->tokens;
  std::size_t begin = phrase.first;
  for (std::size_t at = phrase.first; at < phrase.last; ++at) {
    if (finds[at] != nullptr) begin = std::max(begin, std::min(finds[at]->last, phrase.last));
  }
  Phrase name{phrase.last, phrase.last};
  while (name.first > begin) {
    const Token& token = tokens[name.first - 1];
    const WordClass& word = reading.classes[name.first - 1];
    const bool joint = token.form == "-" || token.form == ".";
    if (!joint && (!is_capitalised(token) || token.stop || word.is(Word::office) || word.is(Word::actor)))
      break;
    --name.first;
  }
  while (!name.empty() && tokens[name.first].kind == TokenKind::mark) ++name.first;
  return name;
}

}  // namespace

std::string words_of(const Reading& reading, Phrase phrase) {
  const std::vector<Token>& tokens = reading.statement->tokens;
  while (phrase.first < phrase.last &&
         (reading.classes[phrase.first].is(Word::article) || tokens[phrase.first].kind == TokenKind::mark))
    ++phrase.first;
  std::string all;
  for (std::size_t at = phrase.first; at < phrase.last; ++at) {
    if (at > phrase.first && tokens[at].span.begin > tokens[at - 1].span.end) all += ' ';
    all += tokens[at].surface;
  }
  return all;
}

Phrase name_of(const Reading& reading, Phrase source, Phrase apposition,
               const std::vector<const Find*>& finds) {
  const Phrase name = name_in(reading, source, finds);
  if (!name.empty()) return name;
  const Phrase other = name_in(reading, apposition, finds);
  return other.first == apposition.first ? other : Phrase{};
}

}  // namespace rashomon
