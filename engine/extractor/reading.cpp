#include "engine/extractor/reading.h"

#include <string_view>
#include <utility>

#include "engine/extractor/extractor.h"
#include "engine/extractor/lines.h"
#include "engine/extractor/quotations.h"
#include "engine/text/characters.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

std::u32string_view slice(std::u32string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

// A paragraph of its own without an end mark, or the lead of a list.
bool is_heading(std::u32string_view sentence, Span span, Span paragraph) {
  return span == paragraph && !has_end_mark(sentence) && list_mark(sentence) == 0 && sentence.back() != U';';
}

}  // namespace

std::vector<Statement> cut_statements(const Document& document, const Lexicons& lexicons) {
  const CodePoints points(document.text);
  const std::u32string text = to_code_points(document.text);
  const std::vector<Span> all = paragraphs(text);
  std::size_t paragraph = 0;
  std::vector<Statement> statements;
  for (const Span span : split_sentences(document)) {
    while (all[paragraph].end <= span.begin) ++paragraph;
    Statement statement;
    statement.span = span;
    statement.text = points.slice(span);
    statement.heading = is_heading(slice(text, span), span, all[paragraph]);
    statement.tokens = lexicons.tokenize(statement.text, span.begin);
    statement.finds = lexicons.find(statement.tokens);
    statements.push_back(std::move(statement));
  }
  return statements;
}

Text read_text(const Document& document, const std::vector<Statement>& statements,
               const std::string& own_party, const Lexicons& lexicons) {
  const std::u32string text = to_code_points(document.text);
  const std::vector<Span> all = paragraphs(text);
  Text read;
  read.quotations = quotations(text, all);

  std::vector<std::vector<WordClass>> classes;
  std::size_t paragraph = 0;
  for (const Statement& statement : statements) {
    while (all[paragraph].end <= statement.span.begin) ++paragraph;
    read.paragraphs.push_back(paragraph);
    read.list_items.push_back(list_mark(slice(text, statement.span)) != 0);
    classes.push_back(word_classes(statement));
  }
  const Cast cast(statements, classes, lexicons, own_party);
  for (std::size_t k = 0; k < statements.size(); ++k) {
    read.readings.push_back(read_actors(statements[k], std::move(classes[k]), cast, lexicons));
  }
  read.turns = read_turns(statements, read.readings, lexicons);
  return read;
}

}  // namespace rashomon
