#include "engine/extractor/extractor.h"

#include <algorithm>
#include <utility>

#include "engine/extractor/actors.h"
#include "engine/extractor/attribution.h"
#include "engine/extractor/lines.h"
#include "engine/extractor/points.h"
#include "engine/extractor/quotations.h"
#include "engine/extractor/transcript.h"
#include "engine/records/error.h"
#include "engine/text/characters.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

// A paragraph of its own without an end mark, or the lead of a list.
bool is_heading(std::u32string_view text, Span span, Span paragraph) {
  const std::u32string_view sentence = text.substr(span.begin, span.end - span.begin);
  return span == paragraph && !has_end_mark(sentence) && list_mark(sentence) == 0 && sentence.back() != U';';
}

std::vector<Statement> cut_statements(const Account& account, const Lexicons& lexicons) {
  const CodePoints points(account.document.text);
  std::vector<Statement> statements;
  for (const Span span : split_sentences(account.document)) {
    Statement statement;
    statement.id = account.id + ":" + std::to_string(statements.size() + 1);
    statement.span = span;
    statement.text = points.slice(span);
    statement.tokens = lexicons.tokenize(statement.text, span.begin);
    statement.finds = lexicons.find(statement.tokens);
    statements.push_back(std::move(statement));
  }
  return statements;
}

}  // namespace

void extract_statements(Account& account, const std::vector<std::string>& parties, const Lexicons& lexicons) {
  account.statements = cut_statements(account, lexicons);
  if (account.statements.empty()) {
    throw InputError(account.document.name, "the text holds no sentence", "give a text with at least one sentence");
  }
  const std::u32string code_points = to_code_points(account.document.text);
  const std::u32string_view text = code_points;
  const std::vector<Span> all_paragraphs = paragraphs(text);

  Text read;
  read.quotations = quotations(text, all_paragraphs);
  std::size_t paragraph = 0;
  std::vector<std::vector<WordClass>> classes;
  for (Statement& statement : account.statements) {
    while (all_paragraphs[paragraph].end <= statement.span.begin) ++paragraph;
    read.paragraphs.push_back(paragraph);
    statement.heading = is_heading(text, statement.span, all_paragraphs[paragraph]);
    read.list_items.push_back(list_mark(text.substr(statement.span.begin, statement.span.end - statement.span.begin)) != 0);
    classes.push_back(word_classes(statement));
  }
  const Compared compared(parties, account.id, lexicons);
  const Cast cast(account.statements, classes, lexicons, account.id);
  for (std::size_t k = 0; k < account.statements.size(); ++k) {
    read.readings.push_back(read_actors(account.statements[k], std::move(classes[k]), cast, lexicons));
  }
  read.turns = read_turns(account.statements, read.readings, lexicons);
  attribute(account.statements, read, parties, compared, lexicons);
  for (std::size_t k = 0; k < account.statements.size(); ++k) {
    account.statements[k].points = read_points(account.statements[k], read.readings[k].classes);
  }
}

}  // namespace rashomon
