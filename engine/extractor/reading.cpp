#include "engine/extractor/reading.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "engine/extractor/extractor.h"
#include "engine/extractor/lines.h"
#include "engine/extractor/quotations.h"
#include "engine/text/characters.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

constexpr std::size_t kLongestLabel = 7;  // tokens of "Hong Kong and human rights."
constexpr std::size_t kFewestLabels = 3;
constexpr std::size_t kShortestSentence = 8;  // tokens of one without its end mark

std::u32string_view slice(std::u32string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

bool is_numbered(std::u32string_view text) { return list_mark(text) != 0 && is_digit(text.front()); }

// "2. Trade" between paragraphs of running text: a heading, and no item of a list.
bool is_numbered_heading(std::u32string_view text, const std::vector<Span>& all, std::size_t paragraph) {
  const auto numbered = [&](std::size_t k) { return is_numbered(slice(text, all[k])); };
  return numbered(paragraph) && !has_end_mark(slice(text, all[paragraph])) && paragraph + 1 < all.size() &&
         !numbered(paragraph + 1) && (paragraph == 0 || !numbered(paragraph - 1)) &&
         has_end_mark(slice(text, all[paragraph + 1]));
}

// "Climate." before the sentences of a paragraph: a few words and no verb.
bool is_label(const Statement& statement) {
  if (statement.tokens.size() > kLongestLabel || statement.tokens.back().form != ".") return false;
  const Word clausal[] = {Word::auxiliary, Word::normative, Word::he,   Word::they,  Word::i,
                          Word::we,        Word::meet,      Word::hold, Word::thanks};
  for (const WordClass& word : word_classes(statement)) {
    if (std::any_of(std::begin(clausal), std::end(clausal), [&](Word c) { return word.is(c); })) return false;
  }
  return std::none_of(statement.finds.begin(), statement.finds.end(),
                      [](const Find& find) { return find.table == Table::speech_verbs; });
}

// Such labels are headings where most paragraphs of several sentences begin with one.
void mark_labels(std::vector<Statement>& statements, const std::vector<std::size_t>& paragraphs) {
  std::vector<std::size_t> labels;
  std::size_t several = 0;
  for (std::size_t k = 0; k + 1 < statements.size(); ++k) {
    if (paragraphs[k] != paragraphs[k + 1] || (k > 0 && paragraphs[k] == paragraphs[k - 1])) continue;
    ++several;
    if (is_label(statements[k])) labels.push_back(k);
  }
  if (labels.size() < kFewestLabels || 2 * labels.size() < several) return;
  for (const std::size_t k : labels) statements[k].heading = true;
}

// A paragraph of its own without an end mark, or the lead of a list.
bool is_heading(std::u32string_view sentence, Span span, Span paragraph) {
  return span == paragraph && !has_end_mark(sentence) && list_mark(sentence) == 0 && sentence.back() != U';';
}

// "The ministers also raised other matters" that has lost its dot: headings begin with no article and no
// pronoun, or are short.
bool reads_as_sentence(const Statement& statement) {
  if (statement.tokens.size() < kShortestSentence || statement.text.ends_with(':')) return false;
  const WordClass first = word_classes(statement).front();
  return first.is(Word::article) || first.is(Word::he) || first.is(Word::they) || first.is(Word::we);
}

}  // namespace

std::vector<Statement> cut_statements(const Document& document, const Lexicons& lexicons) {
  const CodePoints points(document.text);
  const std::u32string text = to_code_points(document.text);
  const std::vector<Span> all = paragraphs(text);
  std::size_t paragraph = 0;
  std::vector<Statement> statements;
  std::vector<std::size_t> paragraph_of;  // of each statement
  for (const Span span : split_sentences(document)) {
    while (all[paragraph].end <= span.begin) ++paragraph;
    Statement statement;
    statement.span = span;
    statement.text = points.slice(span);
    statement.heading = is_heading(slice(text, span), span, all[paragraph]) ||
                        (span == all[paragraph] && is_numbered_heading(text, all, paragraph));
    statement.tokens = lexicons.tokenize(statement.text, span.begin);
    statement.finds = lexicons.find(statement.tokens);
    if (paragraph > 0 && statement.heading && reads_as_sentence(statement)) statement.heading = false;
    statements.push_back(std::move(statement));
    paragraph_of.push_back(paragraph);
  }
  mark_labels(statements, paragraph_of);
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
