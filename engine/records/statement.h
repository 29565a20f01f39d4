// What the extractor hands on: the statements of an account, read with the lexicons.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/records/document.h"
#include "engine/records/span.h"

namespace rashomon {

enum class TokenKind : std::uint8_t { word, number, han, mark };

/// One word, number, Chinese character or punctuation mark of a text.
struct Token {
  std::string surface;  // as written, dots of abbreviations and possessive 's taken off: "U.S." -> "US"
  std::string form;     // normalised for matching: NFKC, case-folded, spelling folded
  std::string stem;     // Snowball stem of form; equals form for numbers, Chinese and marks
  Span span;            // in the document
  TokenKind kind = TokenKind::word;
  bool stop = false;  // function word: carries no content
};

/// The tables of the lexicons.
enum class Table : std::uint8_t {
  concepts,
  register_,
  speech_verbs,
  acts,
  opposites,
  contested_names,
  parties,
  modals,
  hedges,
  boosters,
  negations,
  conditions,
  distancing,
  facts,
  citations,
};
inline constexpr std::size_t kTables = static_cast<std::size_t>(Table::citations) + 1;

/// An expression of a lexicon found in a statement.
struct Find {
  Table table = Table::concepts;
  std::size_t entry = 0;  // index into that table of the Lexicons
  std::size_t first = 0;  // index of the first token in Statement::tokens
  std::size_t last = 0;   // one past the last token
};

/// How a statement passes on what was said.
enum class Mode : std::uint8_t {
  direct,    // a full quotation
  partial,   // some quoted words
  indirect,  // reported speech
  narrated,  // told, not said
};

/// One item or clause of a list sentence.
struct Point {
  Span span;
  std::size_t first = 0;  // index of its first token in Statement::tokens
  std::size_t last = 0;   // one past its last token
};

/// The unit that is compared: a sentence, or a clause of one.
struct Statement {
  std::string id;  // "us:3": account and number from 1
  Span span;
  std::string text;                    // exactly the span's code points
  bool heading = false;                // a title, a label, a list's lead: no full sentence
  bool question = false;               // a reporter's question: a statement of no account
  std::optional<std::string> speaker;  // person or side whose words it reports: "Joe Biden"
  std::optional<std::string> source;   // who passes it on: "White House"
  std::optional<std::string> verb;     // verb of speech as written: "made clear"
  Mode mode = Mode::narrated;
  std::vector<std::string> holders;     // party ids, in the order of the accounts; empty: none
  std::vector<Point> points;            // two or more, or none
  std::optional<std::size_t> sentence;  // its number in the article that it is taken from, from 1
  std::vector<Token> tokens;            // of the text, in order, punctuation included
  std::vector<Find> finds;              // by first token, then table
};

/// One party's telling of the event.
struct Account {
  std::string id;     // party id, unique in a comparison
  std::string label;  // for people: "United States"
  Document document;
  std::vector<Statement> statements;  // in the order of the text
};

}  // namespace rashomon
