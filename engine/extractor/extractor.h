// Document -> statements: sentences with who says them, read with the lexicons.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/document.h"
#include "engine/records/statement.h"

namespace rashomon {

/// Sentence spans: exact, in order, without outer white space; every other code point of the text lies in
/// one. ICU's sentences, joined and cut by our own list: titles and initials, "U.S. President", decimals,
/// ellipses, quotations that end a sentence, headings, list items, datelines, speaker labels of transcripts.
std::vector<Span> split_sentences(const Document& document);

/// The party whose account a text is, by its own evidence (publisher, dateline, whose leader comes first,
/// "our"); none where the text does not tell.
std::optional<std::string> detect_party(const Document& document, const Lexicons& lexicons);

/// Fills the account's statements from its document: spans, tokens, finds, speaker, source, verb, mode,
/// holders, points. `parties`: the ids of all accounts that are compared, in order; holders are given in
/// these. `account.id` is one of them. Throws InputError where the text holds no sentence.
void extract_statements(Account& account, const std::vector<std::string>& parties, const Lexicons& lexicons);

}  // namespace rashomon
