// All stages in order: the file to open first.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/knowledge.h"
#include "engine/records/alignment.h"
#include "engine/records/article.h"
#include "engine/records/comparison.h"
#include "engine/records/document.h"
#include "engine/records/vectors.h"

namespace rashomon {

/// A similarity from outside, on any scale: left statements x right statements, finite.
using OutsideSimilarity = std::function<Matrix(const Account& left, const Account& right)>;

struct CompareOptions {
  std::vector<std::string> parties;       // none, or one id a document, empty: told from the document
  std::optional<double> min_probability;  // links below are left out, 0 .. 1; default: the model's threshold
  OutsideSimilarity outside = {};         // joins the pair model; empty: none
};

/// Compares two or more documents, each one account; or of a single one, a news article, the accounts that it
/// passes on. Throws InputError on a text without a sentence, a bad party id, parties that are not one a
/// document, an article as article_accounts() does; std::invalid_argument without a document.
Comparison compare(std::vector<Document> documents, const Knowledge& knowledge,
                   const CompareOptions& options = {});

/// What a comparison by this model with these options bears; the options as typed are the caller's to add.
EngineStamp engine_stamp(const Model& model, const CompareOptions& options);

/// Compares two or more accounts, as read_accounts() or article_accounts() give them.
Comparison compare_accounts(std::vector<Account> accounts, const Knowledge& knowledge,
                            const CompareOptions& options = {});

/// Whose telling each sentence of a news article passes on. Throws InputError on a text without a sentence.
Article split(Document document, const Lexicons& lexicons);

/// The accounts inside an article: of `parties`, else of the two with most passages. Throws InputError where
/// it passes on less than two accounts, or nothing of one that is named; where one alone is named, or one
/// twice.
std::vector<Account> article_accounts(const Article& article, std::vector<std::string> parties,
                                      const Lexicons& lexicons);

/// The stages before the comparison: whose account each document is, and its statements.
std::vector<Account> read_accounts(std::vector<Document> documents, const std::vector<std::string>& parties,
                                   const Lexicons& lexicons);

/// Texts that are laid side by side in pairs: each is one statement, however long, and is read by itself.
struct TextPairs {
  std::vector<Document> left;   // the statements of the one account; a name says where the text came from
  std::vector<Document> right;  // those of the other
  std::vector<StatementPair> asked;  // indices into left and right
};

/// Statements that are compared at once, in the vector spaces of all texts.
struct PairBlock {
  std::vector<Statement> left;
  std::vector<Statement> right;
  PairSpaces spaces;
  std::vector<StatementPair> asked;  // indices into left and right of this block
  std::vector<std::size_t> places;   // of each in TextPairs::asked
};

/// Hands on the texts in blocks. Most come in one; where the two accounts have more than 200,000 pairs, only
/// those around the pairs that are asked for, block by block, so that memory stays bounded: idf is that of
/// all texts, standings are those within the block. Throws InputError on a text without a word.
void each_block(const TextPairs& texts, const Knowledge& knowledge,
                const std::function<void(const PairBlock&)>& take);

/// The link of every pair that is asked for, in order, whatever its probability. Throws as each_block().
std::vector<Link> judge_pairs(const TextPairs& texts, const Knowledge& knowledge);

}  // namespace rashomon
