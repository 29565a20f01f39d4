#include "engine/extractor/phrases.h"

#include <algorithm>

namespace rashomon {
namespace {

constexpr std::size_t kLongest = 25;  // tokens of a source's noun phrase

}  // namespace

bool holds_role(const Statement& statement, Phrase phrase, CitationRole role, const Lexicons& lexicons) {
  return std::any_of(statement.finds.begin(), statement.finds.end(), [&](const Find& find) {
    return find.table == Table::citations && lexicons.citations()[find.entry].role == role &&
           phrase.holds(find);
  });
}

Phrases::Phrases(const Reading& reading, const std::vector<bool>& quoted, const Lexicons& lexicons)
    : statement_(*reading.statement),
      tokens_(reading.statement->tokens),
      classes_(reading.classes),
      quoted_(quoted),
      lexicons_(lexicons),
      roles_(reading.statement->tokens.size()),
      in_name_(reading.statement->tokens.size(), false) {
  for (const Find& find : statement_.finds) {
    if (find.table == Table::citations) roles_[find.first] = lexicons.citations()[find.entry].role;
    for (std::size_t at = find.first; find.table == Table::parties && at < find.last; ++at)
      in_name_[at] = true;
  }
}

bool Phrases::holds(Phrase phrase, CitationRole role) const {
  return holds_role(statement_, phrase, role, lexicons_);
}

bool Phrases::parts(std::size_t at) const {
  if (tokens_[at].kind != TokenKind::mark || in_name_[at]) return false;
  constexpr std::string_view kInside = "./&[]'";
  const std::string& form = tokens_[at].form;
  if (form.size() == 1 && kInside.find(form.front()) != std::string_view::npos) return false;
  if (form != "-") return true;
  return at == 0 || at + 1 == size() || tokens_[at - 1].span.end != tokens_[at].span.begin ||
         tokens_[at + 1].span.begin != tokens_[at].span.end;
}

bool Phrases::begins_clause(std::size_t at) const {
  return begins(at, CitationRole::clause) || (begins(at, CitationRole::beside) && tokens_[at].form != "and");
}

bool Phrases::bounds(std::size_t at) const {
  if (quoted_[at] || parts(at)) return true;
  if (tokens_[at].form == "and") return at > 0 && parts(at - 1);
  return begins_clause(at) && !is_capitalised(tokens_[at]);
}

Phrase Phrases::before(std::size_t last) const {
  std::size_t first = last;
  while (first > 0 && !bounds(first - 1)) --first;
  return {first, last};
}

Phrase Phrases::from(std::size_t first) const {
  std::size_t last = first;
  while (last < size() && !bounds(last) && last - first < kLongest) ++last;
  if (last == size() && last > first && tokens_[last - 1].form == ".") --last;
  return {first, last};
}

bool Phrases::describes(std::size_t at) const {
  return at < size() && !is(at, Word::preposition) && !tokens_[at].form.ends_with("ing");
}

Phrase Phrases::apposition(std::size_t comma) const {
  const bool opens = is_form(comma, ",") || is_form(comma, "(");
  if (!opens || comma + 1 >= size() || quoted_[comma]) return {};
  const Phrase phrase = from(comma + 1);
  return describes(phrase.first) && !is(phrase.first, Word::conjunction) ? phrase : Phrase{};
}

}  // namespace rashomon
