#include "engine/report/html/parts.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace rashomon {
namespace {

bool is_of_id(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':'; }

/// Whether it is the id of a statement, "us:12".
bool is_statement_id(const Comparison& comparison, std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view digits = word.substr(colon + 1);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return false;
  return std::any_of(comparison.accounts.begin(), comparison.accounts.end(), [&](const ComparedAccount& one) {
    return one.account.id == word.substr(0, colon) && number >= 1 && number <= one.account.statements.size();
  });
}

void reference(Html& html, std::string_view id) {
  html.leaf("a", {{"class", "id"}, {"href", "#" + std::string(id)}}, id);
}

}  // namespace

std::size_t number_of(const Comparison& comparison, const PairComparison& pair, const Link& link) {
  std::size_t before = 0;
  for (const PairComparison* one = comparison.pairs.data(); one != &pair; ++one) before += one->links.size();
  return before + static_cast<std::size_t>(&link - pair.links.data()) + 1;
}

std::string language_of(const Account& account) {
  const std::string& language = account.document.language;
  const bool tag = !language.empty() && language.size() <= 35 &&
                   std::isalpha(static_cast<unsigned char>(language.front())) != 0 &&
                   std::all_of(language.begin(), language.end(), [](char c) {
                     return c == '-' || std::isalnum(static_cast<unsigned char>(c)) != 0;
                   });
  return tag ? language : "und";
}

void statement_reference(Html& html, const Statement& statement) { reference(html, statement.id); }

void sentence_with_references(Html& html, const Comparison& comparison, std::string_view sentence) {
  while (!sentence.empty()) {
    const auto begin = std::find_if(sentence.begin(), sentence.end(), is_of_id);
    const auto end = std::find_if_not(begin, sentence.end(), is_of_id);
    const std::string_view word(begin, end);
    html.text({sentence.begin(), begin});
    is_statement_id(comparison, word) ? reference(html, word) : void(html.text(word));
    sentence = {end, sentence.end()};
  }
}

void relation_name(Html& html, std::string_view relation, std::string_view words) {
  html.leaf("span", {{"class", "relation " + std::string(relation)}}, words);
}

}  // namespace rashomon
