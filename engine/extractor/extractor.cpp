// The room in order: sentences, tokens and finds, who is named, whose turn it is, who says it, points.
#include "engine/extractor/extractor.h"

#include <algorithm>

#include "engine/extractor/points.h"
#include "engine/extractor/reading.h"
#include "engine/records/error.h"

namespace rashomon {
namespace {

bool has_words(const Statement& statement) {
  return std::any_of(statement.tokens.begin(), statement.tokens.end(),
                     [](const Token& token) { return token.kind != TokenKind::mark; });
}

}  // namespace

void extract_statements(Account& account, const std::vector<std::string>& parties, const Lexicons& lexicons) {
  const Compared compared(parties, account.id, lexicons);
  std::vector<Statement>& statements = account.statements;
  if (std::none_of(statements.begin(), statements.end(), has_words)) {
    throw InputError(account.document.name, "the text holds no sentence",
                     "give a text with at least one sentence");
  }
  Text text = read_text(account.document, statements, account.id, lexicons);
  attribute(statements, text, parties, compared, lexicons);
  for (std::size_t k = 0; k < statements.size(); ++k) {
    statements[k].id = account.id + ":" + std::to_string(k + 1);
    statements[k].points = read_points(statements[k], text.readings[k].classes);
  }
}

}  // namespace rashomon
