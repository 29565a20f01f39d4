#include "engine/text/tokens.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <utility>

#include "engine/text/code_points.h"
#include "engine/text/normalize.h"

namespace rashomon {
namespace {

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  const auto mask = U_MASK(u_charType(static_cast<UChar32>(c)));
  return (mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

bool is_digit(char32_t c) {
  return c < 0x80 ? c >= U'0' && c <= U'9' : u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER;
}

bool is_blank(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || u_iscntrl(static_cast<UChar32>(c)) != 0;
}

bool is_han(char32_t c) {
  if (c < 0x2E80) return false;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }

// One past the last code point of the dotted abbreviation at `at` ("U.S.", "D.P.R.K."), or `at` where there
// is none.
std::size_t end_of_abbreviation(const CodePoints& text, std::size_t at) {
  std::size_t end = at;
  std::size_t letters = 0;
  while (end + 1 < text.size() && is_letter(text[end]) && text[end + 1] == U'.') {
    end += 2;
    ++letters;
  }
  if (letters == 0) return at;
  // "U.S" without its last dot, as in "U.S-China"
  if (end < text.size() && is_letter(text[end]) &&
      (end + 1 == text.size() || !(is_letter(text[end + 1]) || is_digit(text[end + 1])))) {
    return end + 1;
  }
  return letters >= 2 && (end == text.size() || !is_letter(text[end])) ? end : at;
}

std::size_t end_of_word(const CodePoints& text, std::size_t at) {
  while (at < text.size()) {
    const char32_t c = text[at];
    const bool inner = is_apostrophe(c) && at + 1 < text.size() && is_letter(text[at + 1]);
    if (!inner && !((is_letter(c) && !is_han(c)) || is_digit(c))) break;
    ++at;
  }
  return at;
}

std::size_t end_of_number(const CodePoints& text, std::size_t at) {
  while (at < text.size()) {
    const char32_t c = text[at];
    const bool inner = (c == U'.' || c == U',') && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!inner && !is_digit(c)) break;
    ++at;
  }
  // "19th", "3D": letters that follow at once make it a word
  return at < text.size() && is_letter(text[at]) && !is_han(text[at]) ? end_of_word(text, at) : at;
}

bool all_capitals(std::string_view surface) {
  const CodePoints text(surface);
  if (text.size() < 2) return false;
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (u_isULowercase(static_cast<UChar32>(text[k])) != 0) return false;
  }
  return true;
}

// "Xi's" -> "Xi", "States'" keeps its letters (the mark is no part of the word).
void drop_possessive(std::string& surface) {
  for (const std::string_view ending : {"'s", "\u2019s", "'S", "\u2019S"}) {
    if (surface.size() > ending.size() && surface.ends_with(ending))
      surface.resize(surface.size() - ending.size());
  }
}

}  // namespace

Tokenizer::Tokenizer(WordLists lists, std::string_view language)
    : lists_(std::move(lists)), language_(language) {}

void Tokenizer::finish_word(Token& token, const Stemmer& stemmer) const {
  drop_possessive(token.surface);
  token.form = fold(token.surface);
  if (const auto standard = lists_.spelling.find(token.form); standard != lists_.spelling.end())
    token.form = standard->second;
  token.stem = stemmer(token.form);
  // "US" and "IT" in capitals are names, "us" and "it" are not
  token.stop = !all_capitals(token.surface) && lists_.stop_words.contains(token.form);
}

std::vector<Token> Tokenizer::operator()(std::string_view utf8, std::size_t offset) const {
  const CodePoints text(utf8);
  const Stemmer stemmer(language_);
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 4);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text[at];
    if (is_blank(c)) {
      ++at;
      continue;
    }
    Token token;
    std::size_t end = at + 1;
    if (is_han(c)) {
      token.kind = TokenKind::han;
    } else if (is_letter(c)) {
      token.kind = TokenKind::word;
      end = end_of_abbreviation(text, at);
      if (end == at) end = end_of_word(text, at);
    } else if (is_digit(c)) {
      token.kind = TokenKind::number;
      end = end_of_number(text, at);
    } else {
      token.kind = TokenKind::mark;
    }
    token.span = {offset + at, offset + end};
    token.surface = text.slice({at, end});
    if (token.kind == TokenKind::word) {
      if (token.surface.size() > 1 && token.surface.find('.') != std::string::npos)
        std::erase(token.surface, '.');
      finish_word(token, stemmer);
    } else {
      token.form = fold(token.surface);
      token.stem = token.form;
      token.stop = token.kind == TokenKind::mark || lists_.stop_words.contains(token.form);
    }
    tokens.push_back(std::move(token));
    at = end;
  }
  return tokens;
}

std::vector<std::string> plain_words(std::string_view utf8) {
  const std::string folded = fold(utf8);
  const CodePoints text(folded);
  std::vector<std::string> words;
  const auto is_word = [](char32_t c) { return is_letter(c) || is_digit(c) || c == U'_'; };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end - at >= 2) words.emplace_back(text.slice({at, end}));
    at = std::max(end, at + 1);
  }
  return words;
}

}  // namespace rashomon
