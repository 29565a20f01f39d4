#include "engine/pipeline.h"

#include <algorithm>
#include <future>
#include <map>
#include <stdexcept>
#include <utility>

#include "engine/aligner/aligner.h"
#include "engine/aligner/blocks.h"
#include "engine/extractor/article.h"
#include "engine/extractor/extractor.h"
#include "engine/extractor/party_ids.h"
#include "engine/records/error.h"
#include "engine/scorer/judgement.h"
#include "engine/scorer/link_features.h"
#include "engine/scorer/scorer.h"
#include "engine/text/code_points.h"
#include "engine/vectorizer/select.h"
#include "engine/vectorizer/spaces.h"
#include "engine/version.h"

namespace rashomon {
namespace {

// No two accounts of one event among those annotated leave so much unanswered.
constexpr double kUnrelatedSilence = 0.85;

bool is_known(const std::string& language) { return language != "und"; }

// The most alike statements of two accounts of one event share more than a common word.
constexpr double kUnrelatedSimilarity = 0.05;

bool has_links(const Summary& summary) {
  return std::any_of(summary.relations.begin(), summary.relations.end(), [](auto n) { return n > 0; });
}

bool is_of_article(const ComparedAccount& account) {
  const std::vector<Statement>& statements = account.account.statements;
  return !statements.empty() && statements.front().sentence.has_value();
}

// Once for each text, however many copies of it there are.
void warn_of_copies(const std::vector<ComparedAccount>& accounts, std::vector<std::string>& warnings) {
  std::map<std::string, std::vector<std::string>> names;  // by text
  for (const ComparedAccount& account : accounts) {
    if (!is_of_article(account))
      names[account.account.document.text].push_back(account.account.document.name);
  }
  for (const ComparedAccount& account : accounts) {
    std::vector<std::string>& copies = names[account.account.document.text];
    if (copies.size() < 2) continue;
    std::string all = copies.front();
    for (std::size_t k = 1; k < copies.size(); ++k)
      all += (k + 1 < copies.size() ? ", " : " and ") + copies[k];
    warnings.push_back(all + " are the same text");
    copies.clear();
  }
}

void warn_of_pair(const ComparedAccount& left, const ComparedAccount& right, const PairComparison& pair,
                  const Alignment& alignment, std::vector<std::string>& warnings) {
  const Document& a = left.account.document;
  const Document& b = right.account.document;
  const bool one_article = is_of_article(left);
  const std::string both =
      one_article ? "the accounts of " + left.account.label + " and " + right.account.label + " in " + a.name
                  : a.name + " and " + b.name;
  if (a.text == b.text && !one_article) return;  // warn_of_copies() tells
  if (a.language != b.language && is_known(a.language) && is_known(b.language)) {
    warnings.push_back(both + " are in two languages (" + a.language + ", " + b.language +
                       "): only concepts, names and numbers can link them");
  } else if (!has_links(pair.summary)) {
    warnings.push_back(both + " have no link: they may not tell of one event");
  } else if (pair.summary.silence > kUnrelatedSilence ||
             alignment.similarity.maxCoeff() < kUnrelatedSimilarity) {
    warnings.push_back(both + " hardly answer each other: they may not tell of one event");
  }
}

// Every document by a thread of its own.
std::vector<std::vector<Statement>> cut_all(const std::vector<Document>& documents,
                                            const Lexicons& lexicons) {
  std::vector<std::future<std::vector<Statement>>> cutting;
  for (const Document& document : documents) {
    cutting.push_back(std::async(std::launch::async, [&] { return cut_statements(document, lexicons); }));
  }
  std::vector<std::vector<Statement>> statements;
  for (auto& one : cutting) statements.push_back(one.get());
  return statements;
}

// The features of as many pairs take some 300 MB.
constexpr std::size_t kMostPairsAtOnce = 200000;
// Blocks of more than that: small ones hold fewer pairs that nobody asked for.
constexpr std::size_t kPairsInBlock = 10000;

// Every text as one statement of the party's account, read as if there were no other.
std::vector<Statement> read_texts(const std::vector<Document>& texts, const std::string& party,
                                  const Lexicons& lexicons) {
  std::vector<Statement> statements;
  for (const Document& text : texts) {
    Statement statement;
    statement.span = {0, CodePoints(text.text).size()};
    statement.text = text.text;
    statement.tokens = lexicons.tokenize(text.text);
    statement.finds = lexicons.find(statement.tokens);
    Account account{party, party, text, {std::move(statement)}};
    extract_statements(account, {"left", "right"}, lexicons);
    statements.push_back(std::move(account.statements.front()));
  }
  return statements;
}

std::vector<Statement> select(const std::vector<Statement>& all, const std::vector<std::size_t>& numbers) {
  std::vector<Statement> out;
  for (const std::size_t number : numbers) out.push_back(all[number]);
  return out;
}

}  // namespace

std::vector<Account> read_accounts(std::vector<Document> documents, const std::vector<std::string>& parties,
                                   const Lexicons& lexicons) {
  std::vector<std::vector<Statement>> statements = cut_all(documents, lexicons);
  const std::vector<std::string> ids = party_ids(documents, statements, parties, lexicons);
  std::vector<Account> accounts;
  for (std::size_t k = 0; k < documents.size(); ++k) {
    accounts.push_back(
        {ids[k], account_label(ids[k], lexicons), std::move(documents[k]), std::move(statements[k])});
    extract_statements(accounts.back(), ids, lexicons);
  }
  return accounts;
}

Comparison compare(std::vector<Document> documents, const Knowledge& knowledge,
                   const CompareOptions& options) {
  if (documents.empty()) throw std::invalid_argument("a comparison needs a document");
  const Lexicons& lexicons = knowledge.lexicons;
  if (documents.size() == 1) {
    const Article article = split(std::move(documents.front()), lexicons);
    return compare_accounts(article_accounts(article, options.parties, lexicons), knowledge, options);
  }
  if (!options.parties.empty() && options.parties.size() != documents.size()) {
    throw InputError("parties",
                     "the inputs hold " + std::to_string(documents.size()) + " accounts, not " +
                         std::to_string(options.parties.size()),
                     "name one party for each, in order");
  }
  return compare_accounts(read_accounts(std::move(documents), options.parties, lexicons), knowledge, options);
}

Article split(Document document, const Lexicons& lexicons) {
  return split_article(std::move(document), lexicons);
}

std::vector<Account> article_accounts(const Article& article, std::vector<std::string> parties,
                                      const Lexicons& lexicons) {
  if (parties.empty()) {
    if (article.parties.size() < 2) {
      throw InputError(article.document.name,
                       article.parties.empty()
                           ? "it passes on no party's account"
                           : "it passes on one account alone, that of " + article.parties[0],
                       "give a second input, or an article that cites both sides");
    }
    parties.assign(article.parties.begin(), article.parties.begin() + 2);
  }
  if (parties.size() == 1 || std::find(parties.begin(), parties.end(), "") != parties.end()) {
    throw InputError("parties", "one of the article is named, and a comparison needs two",
                     "name two parties of the article, or none");
  }
  for (auto party = parties.begin(); party != parties.end(); ++party) {
    if (std::find(parties.begin(), party, *party) != party)
      throw InputError("parties", "'" + *party + "' is named twice", "name each party of the article once");
  }
  std::vector<Account> accounts;
  for (const std::string& party : parties) accounts.push_back(account_of(article, party, parties, lexicons));
  return accounts;
}

EngineStamp engine_stamp(const Model& model, const CompareOptions& options) {
  return {std::string(version()),
          model.name + ' ' + model.hash,
          model.threshold,
          options.min_probability.value_or(model.threshold),
          {}};
}

Comparison compare_accounts(std::vector<Account> accounts, const Knowledge& knowledge,
                            const CompareOptions& options) {
  if (accounts.size() < 2) throw std::invalid_argument("a comparison needs two accounts or more");
  const Lexicons& lexicons = knowledge.lexicons;
  const Model& model = knowledge.model;

  Comparison out;
  out.engine = engine_stamp(model, options);
  for (Account& account : accounts) {
    out.accounts.push_back(with_figures(std::move(account), lexicons));
  }

  warn_of_copies(out.accounts, out.warnings);
  TopicScores topics;
  for (std::size_t left = 0; left < out.accounts.size(); ++left) {
    for (std::size_t right = left + 1; right < out.accounts.size(); ++right) {
      const ComparedAccount& a = out.accounts[left];
      const ComparedAccount& b = out.accounts[right];
      const PairSpaces spaces = vector_spaces(a.account.statements, b.account.statements, lexicons,
                                              knowledge.background, knowledge.vectors);
      const Alignment alignment =
          align(a.account.statements, b.account.statements, spaces, lexicons, model.pairs,
                options.outside ? options.outside(a.account, b.account) : Matrix());
      PairComparison pair =
          score_pair(a, b, alignment, lexicons, model, {out.engine.min_probability}, topics);
      pair.left = left;
      pair.right = right;
      for (Omission& omission : pair.omissions) omission.account = omission.account == 0 ? left : right;
      warn_of_pair(a, b, pair, alignment, out.warnings);
      out.pairs.push_back(std::move(pair));
    }
  }
  out.topics = topics_of(out.accounts, topics, lexicons);
  return out;
}

void each_block(const TextPairs& texts, const Knowledge& knowledge,
                const std::function<void(const PairBlock&)>& take) {
  const std::vector<Statement> left = read_texts(texts.left, "left", knowledge.lexicons);
  const std::vector<Statement> right = read_texts(texts.right, "right", knowledge.lexicons);
  const PairSpaces spaces =
      vector_spaces(left, right, knowledge.lexicons, knowledge.background, knowledge.vectors);
  const bool at_once = left.size() * right.size() <= kMostPairsAtOnce;
  for (const IndexBlock& block : cut_blocks(texts.asked, at_once ? kMostPairsAtOnce : kPairsInBlock)) {
    PairBlock out{select(left, block.left),
                  select(right, block.right),
                  select_statements(spaces, block.left, block.right),
                  {},
                  {}};
    for (const IndexBlock::Asked& asked : block.asked) {
      out.asked.push_back({asked.row, asked.column});
      out.places.push_back(asked.pair);
    }
    take(out);
  }
}

std::vector<Link> judge_pairs(const TextPairs& texts, const Knowledge& knowledge) {
  std::vector<Link> links(texts.asked.size());
  each_block(texts, knowledge, [&](const PairBlock& block) {
    const Alignment alignment =
        align(block.left, block.right, block.spaces, knowledge.lexicons, knowledge.model.pairs);
    const LinkFeatures features(block.left, block.right, alignment, knowledge.lexicons);
    const JudgementModel& model = knowledge.model.judgement;
    const Judgements judgements = judge(features, alignment, model, block.asked);
    std::vector<Link> judged = explain_links(block.left, block.right, alignment, judgements, features, model);
    for (std::size_t k = 0; k < judged.size(); ++k) {
      Link& link = links[block.places[k]] = std::move(judged[k]);
      link.left = texts.asked[block.places[k]].left;
      link.right = texts.asked[block.places[k]].right;
    }
  });
  return links;
}

}  // namespace rashomon
