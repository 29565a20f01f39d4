#include "engine/extractor/article.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/extractor/event_parties.h"
#include "engine/extractor/extractor.h"
#include "engine/extractor/party_ids.h"
#include "engine/extractor/reading.h"
#include "engine/extractor/telling.h"
#include "engine/records/error.h"

namespace rashomon {
namespace {

std::set<std::string> parties_in(const Telling& telling) {
  std::set<std::string> parties;
  for (const Origin& source : telling.sources) parties.insert(source.parties.begin(), source.parties.end());
  return parties;
}

std::vector<std::string> accounts_of(const Telling& telling, const std::vector<std::string>& parties) {
  std::set<std::string> accounts;
  for (const Origin& source : telling.sources) {
    if (source.both)
      accounts.insert(parties.begin(), parties.begin() + static_cast<std::ptrdiff_t>(
                                                             std::min<std::size_t>(2, parties.size())));
  }
  for (const std::string& party : parties_in(telling)) {
    if (std::find(parties.begin(), parties.end(), party) != parties.end()) accounts.insert(party);
  }
  return {accounts.begin(), accounts.end()};
}

// What goes on with a third party's words is taken for the reporter's own, unless it is quoted.
Mode mode_of(const Telling& telling, const std::vector<std::string>& accounts) {
  const bool own = telling.carried && accounts.empty() && telling.mode == Mode::indirect;
  return own ? Mode::narrated : telling.mode;
}

std::string label_of(const std::vector<Origin>& sources) {
  std::string label;
  for (const Origin& source : sources) {
    if (source.label.empty() || label.find(source.label) != std::string::npos) continue;
    label += (label.empty() ? "" : "; ") + source.label;
  }
  return label;
}

}  // namespace

Article split_article(Document document, const Lexicons& lexicons) {
  std::vector<Statement> statements = cut_statements(document, lexicons);
  if (statements.empty()) {
    throw InputError(document.name, "the text holds no sentence", "give a text with at least one sentence");
  }
  const Text text = read_text(document, statements, "", lexicons);
  const std::vector<Telling> tellings = read_tellings(statements, text, lexicons);
  std::vector<std::set<std::string>> cited;
  for (const Telling& telling : tellings) cited.push_back(parties_in(telling));
  const std::vector<std::string> parties = event_parties(statements, cited, lexicons);

  Article article;
  std::map<std::string, std::size_t> count;
  for (std::size_t k = 0; k < statements.size(); ++k) {
    Passage passage;
    passage.accounts = accounts_of(tellings[k], parties);
    passage.statement = std::move(statements[k]);
    passage.statement.id = std::to_string(k + 1);
    passage.statement.speaker = tellings[k].speaker;
    passage.statement.mode = mode_of(tellings[k], passage.accounts);
    if (std::string label = label_of(tellings[k].sources); !label.empty())
      passage.statement.source = std::move(label);
    for (const std::string& account : passage.accounts) ++count[account];
    article.passages.push_back(std::move(passage));
  }
  for (const std::string& party : parties) {
    if (count[party] > 0) article.parties.push_back(party);
  }
  std::stable_sort(article.parties.begin(), article.parties.end(),
                   [&](const std::string& a, const std::string& b) { return count[a] > count[b]; });
  article.document = std::move(document);
  return article;
}

Account account_of(const Article& article, const std::string& party, const std::vector<std::string>& parties,
                   const Lexicons& lexicons) {
  Account account{party, account_label(party, lexicons), article.document, {}};
  std::vector<const Passage*> passages;
  for (const Passage& passage : article.passages) {
    if (std::find(passage.accounts.begin(), passage.accounts.end(), party) == passage.accounts.end())
      continue;
    passages.push_back(&passage);
    account.statements.push_back(passage.statement);
  }
  if (passages.empty()) {
    throw InputError(article.document.name, "it passes on nothing of the account of '" + party + "'",
                     "see whose accounts it holds with rashomon split");
  }
  extract_statements(account, parties, lexicons);
  for (std::size_t k = 0; k < passages.size(); ++k) {
    const Statement& told = passages[k]->statement;
    Statement& statement = account.statements[k];
    statement.sentence = static_cast<std::size_t>(passages[k] - article.passages.data()) + 1;
    statement.speaker = told.speaker;
    statement.source = told.source;
    statement.mode = told.mode;
  }
  return account;
}

}  // namespace rashomon
