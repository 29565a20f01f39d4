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

/// The document's sentences as statements with span, text, heading, tokens and finds: all that can be read
/// before it is known whose account it is.
std::vector<Statement> cut_statements(const Document& document, const Lexicons& lexicons);

/// The party whose account a text is, by its own evidence: its title and first sentence (a ministry, building
/// or medium), whose person is named first, who speaks most, who answers in a transcript, who is reproached.
/// None where the text does not tell clearly.
std::optional<std::string> detect_party(const Document& document, const std::vector<Statement>& statements,
                                        const Lexicons& lexicons);

/// Fills what cut_statements() leaves open in the account's statements: id, question, speaker, source, verb,
/// mode, holders, points. `parties`: the ids of all accounts that are compared, in order;
/// holders are given in these, and a party of the lexicon that is not among them is a third party.
/// `account.id` is one of them. Names, leaders and verbs come from the lexicons, the grammatical words
/// (pronouns, "the two sides", "met") from grammar.cpp. Throws InputError where the text holds no sentence.
void extract_statements(Account& account, const std::vector<std::string>& parties, const Lexicons& lexicons);

}  // namespace rashomon
