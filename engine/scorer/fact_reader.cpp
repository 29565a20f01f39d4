#include "engine/scorer/fact_reader.h"

#include <algorithm>
#include <cctype>

#include "engine/scorer/token_forms.h"

namespace rashomon {
namespace {

bool overlaps(const Find& find, std::size_t first, std::size_t last) {
  return find.first < last && first < find.last;
}

bool holds_token(const Find& find, std::size_t token) { return find.first <= token && token < find.last; }

bool ends_clause(const Token& token) {
  return token.form == ";" || token.form == "." || token.form == ":" || token.form == "；" ||
         token.form == "。";
}

}  // namespace

FactReader::FactReader(const Statement& statement, const Lexicons& lexicons)
    : statement_(statement),
      lexicons_(lexicons),
      empty_(statement.tokens.size(), false),
      concepts_(statement.tokens.size(), nullptr) {
  const auto empty = [&](std::size_t first, std::size_t last) {
    for (std::size_t k = first; k < last; ++k) empty_[k] = true;
  };
  for (const Find& find : statement.finds) {
    switch (find.table) {
      case Table::facts:
        phrases_.push_back(&find);
        if (phrase(find).role != FactRole::count && phrase(find).role != FactRole::city)
          empty(find.first, find.last);
        break;
      case Table::parties: parties_.push_back(&find); break;
      case Table::speech_verbs: empty(find.first, find.last); break;
      case Table::concepts:
        if (lexicons.concepts()[find.entry].family == Family::formula) break;
        for (std::size_t k = find.first; k < find.last; ++k) concepts_[k] = &find;
        break;
      default: break;
    }
  }
  for (const DayRange& day : read_days(statement.tokens)) empty(day.words.first, day.words.last);
  for (const Quantity& count : read_counts(statement.tokens)) empty(count.words.first, count.words.last);
  for (std::size_t k = 0; k < statement.tokens.size(); ++k) {
    const Token& token = statement.tokens[k];
    if (token.stop || token.kind == TokenKind::mark || token.kind == TokenKind::number) empty_[k] = true;
  }
}

bool FactReader::is_one_of(std::size_t at, std::initializer_list<std::string_view> forms) const {
  return at < tokens().size() && std::find(forms.begin(), forms.end(), tokens()[at].form) != forms.end();
}

std::vector<const Find*> FactReader::all(FactType type, FactRole role) const {
  std::vector<const Find*> out;
  for (const Find* find : phrases_) {
    if (phrase(*find).type == type && phrase(*find).role == role) out.push_back(find);
  }
  return out;
}

bool FactReader::any(FactRole role) const {
  return std::any_of(phrases_.begin(), phrases_.end(),
                     [&](const Find* find) { return phrase(*find).role == role; });
}

const Find* FactReader::at(FactRole role, std::size_t token) const {
  const auto found = std::find_if(phrases_.begin(), phrases_.end(), [&](const Find* find) {
    return phrase(*find).role == role && holds_token(*find, token);
  });
  return found == phrases_.end() ? nullptr : *found;
}

const Find* FactReader::last_before(FactRole role, std::size_t token) const {
  const Find* last = nullptr;
  for (const Find* find : phrases_) {
    if (phrase(*find).role == role && find->last <= token) last = find;
  }
  return last;
}

bool FactReader::contact_within(std::size_t first, std::size_t last) const {
  return std::any_of(phrases_.begin(), phrases_.end(), [&](const Find* find) {
    const FactRole role = phrase(*find).role;
    return (role == FactRole::contact || role == FactRole::held) && overlaps(*find, first, last);
  });
}

bool FactReader::earlier_before(std::size_t token) const {
  return last_before(FactRole::earlier, token) != nullptr;
}

std::vector<const Find*> FactReader::speech_verbs() const {
  std::vector<const Find*> out;
  for (const Find& find : statement_.finds) {
    if (find.table == Table::speech_verbs) out.push_back(&find);
  }
  return out;
}

bool FactReader::speech_within(std::size_t first, std::size_t last) const {
  return std::any_of(statement_.finds.begin(), statement_.finds.end(), [&](const Find& find) {
    return (find.table == Table::speech_verbs || find.table == Table::acts) && find.first >= first &&
           find.last <= last;
  });
}

bool FactReader::negated(std::size_t token, std::size_t reach) const {
  return std::any_of(statement_.finds.begin(), statement_.finds.end(), [&](const Find& find) {
    if (find.table != Table::negations || find.last > token || token - find.last > reach) return false;
    if (lexicons_.negations()[find.entry].scope != NegationScope::pre) return false;
    const auto begin = tokens().begin();
    const auto from = begin + static_cast<std::ptrdiff_t>(find.first);
    const auto to = begin + static_cast<std::ptrdiff_t>(find.last);
    const auto until = begin + static_cast<std::ptrdiff_t>(token);
    return std::any_of(from, to, [](const Token& t) { return is_plain_not(t.form); }) &&
           std::none_of(to, until, [](const Token& t) { return t.kind == TokenKind::mark; });
  });
}

bool FactReader::modal_before(std::size_t token, std::size_t reach) const {
  const std::size_t from = token > reach ? token - reach : 0;
  return std::any_of(statement_.finds.begin(), statement_.finds.end(), [&](const Find& find) {
    return find.table == Table::modals && find.last <= token && find.last > from;
  });
}

bool FactReader::condition_before(std::size_t token) const {
  return std::any_of(statement_.finds.begin(), statement_.finds.end(),
                     [&](const Find& find) { return find.table == Table::conditions && find.last <= token; });
}

std::string FactReader::party_before(std::size_t token, std::size_t reach) const {
  for (auto find = parties_.rbegin(); find != parties_.rend(); ++find) {
    if ((*find)->last > token) continue;
    const bool far = token - (*find)->last > reach || parted((*find)->last, token);
    return far ? "" : party(**find);
  }
  return "";
}

std::string FactReader::party_after(std::size_t token, std::size_t reach) const {
  for (std::size_t k = token; k <= token + 2; ++k) {
    if (is_one_of(k, {"latter"})) return party_before(token, tokens().size());
    if (is_one_of(k, {"former"})) return parties_.empty() ? "" : party(*parties_.front());
  }
  for (const Find* find : parties_) {
    if (find->first < token) continue;
    return find->first > token + reach || parted(token, find->first) ? "" : party(*find);
  }
  return "";
}

std::string FactReader::party_of(std::size_t token) const {
  const auto found = std::find_if(parties_.begin(), parties_.end(),
                                  [&](const Find* find) { return holds_token(*find, token); });
  return found == parties_.end() ? "" : party(**found);
}

bool FactReader::party_at(std::size_t token) const { return !party_of(token).empty(); }

std::vector<std::string> FactReader::people_of() const {
  std::vector<std::string> out;
  for (const Find* find : parties_) {
    const PartyNameKind kind = lexicons_.party_names()[find->entry].kind;
    const bool person = kind == PartyNameKind::leader || kind == PartyNameKind::minister ||
                        kind == PartyNameKind::official || kind == PartyNameKind::title;
    const bool house = std::any_of(phrases_.begin(), phrases_.end(), [&](const Find* p) {
      return phrase(*p).role == FactRole::venue && overlaps(*p, find->first, find->last);
    });
    if (person && !house && std::find(out.begin(), out.end(), party(*find)) == out.end())
      out.push_back(party(*find));
  }
  return out;
}

std::vector<std::pair<TokenRange, std::string>> FactReader::capitals() const {
  std::vector<std::pair<TokenRange, std::string>> out;
  for (const Find* find : parties_) {
    if (lexicons_.party_names()[find->entry].kind != PartyNameKind::capital) continue;
    out.push_back({{find->first, find->last}, party(*find)});
  }
  return out;
}

TokenRange FactReader::with_party(TokenRange words, const std::string& named) const {
  constexpr std::size_t kReach = 6;
  for (const Find* find : parties_) {
    if (party(*find) != named || apart(words, {find->first, find->last}) > kReach) continue;
    return {std::min(words.first, find->first), std::max(words.last, find->last)};
  }
  return words;
}

std::size_t FactReader::apart(const TokenRange& a, const TokenRange& b) const {
  if (a.last <= b.first) return b.first - a.last;
  return b.last <= a.first ? a.first - b.last : 0;
}

bool FactReader::parted(std::size_t a, std::size_t b) const {
  const auto begin = tokens().begin();
  return a < b && std::any_of(begin + static_cast<std::ptrdiff_t>(a), begin + static_cast<std::ptrdiff_t>(b),
                              ends_clause);
}

TokenRange FactReader::clause(const Find& find) const {
  // a comma with "and", "but" or "while" starts a clause of its own
  const auto starts = [&](std::size_t at) {
    if (ends_clause(tokens()[at])) return true;
    return tokens()[at].form == "," &&
           is_one_of(at + 1, {"and", "but", "while", "whereas", "though", "although"});
  };
  TokenRange out{find.first, find.last};
  while (out.first > 0 && !starts(out.first - 1)) --out.first;
  while (out.last < tokens().size() && !starts(out.last)) ++out.last;
  return out;
}

bool FactReader::is_side(std::size_t token) const {
  if (!party_at(token)) return false;
  const Find* named = concepts_[token];
  return named == nullptr || lexicons_.concepts()[named->entry].family != Family::issue;
}

void FactReader::add_terms(std::size_t token, bool with_sides, Matter& out) const {
  const auto names_matter = [&](std::size_t k) {
    return k < tokens().size() && !empty_[k] && (with_sides || !is_side(k));
  };
  if (!names_matter(token)) return;
  MatterTerm term{tokens()[token].stem, std::nullopt};
  if (concepts_[token] != nullptr) term.concept_entry = concepts_[token]->entry;
  if (tokens()[token].kind == TokenKind::han) {
    if (!names_matter(token + 1) || tokens()[token + 1].kind != TokenKind::han) return;
    term.stem += tokens()[token + 1].stem;
  }
  const bool known =
      std::any_of(out.begin(), out.end(), [&](const MatterTerm& t) { return t.stem == term.stem; });
  if (!known) out.push_back(std::move(term));
}

Matter FactReader::terms(const TokenRange& range, bool with_sides) const {
  Matter out;
  for (std::size_t k = range.first; k < range.last; ++k) add_terms(k, with_sides, out);
  return out;
}

Matter FactReader::matter(const TokenRange& range) const {
  Matter out = terms(range, false);
  return out.empty() ? terms(range, true) : out;
}

std::vector<Matter> FactReader::items(const TokenRange& range) const {
  const bool with_sides = terms(range, false).empty();
  std::vector<Matter> out;
  for (std::size_t first = range.first; first < range.last;) {
    std::size_t last = first;
    while (last < range.last && !is_one_of(last, {",", "and", "or", "nor", "、", "和", "及"})) ++last;
    if (Matter item = terms({first, last}, with_sides); !item.empty()) out.push_back(std::move(item));
    first = last + 1;
  }
  return out;
}

std::vector<std::string> FactReader::people(const TokenRange& range) const {
  std::vector<std::string> out;
  for (std::size_t k = range.first; k < range.last; ++k) {
    const Token& token = tokens()[k];
    const bool capital =
        token.kind == TokenKind::word && std::isupper(static_cast<unsigned char>(token.surface[0])) != 0;
    const bool no_person = std::any_of(parties_.begin(), parties_.end(), [&](const Find* find) {
      const PartyNameKind kind = lexicons_.party_names()[find->entry].kind;
      return holds_token(*find, k) && kind != PartyNameKind::leader && kind != PartyNameKind::minister &&
             kind != PartyNameKind::official;
    });
    const bool title = at(FactRole::title, k) != nullptr || at(FactRole::generic, k) != nullptr;
    if (capital && !token.stop && !no_person && !title) out.push_back(token.form);
  }
  return out;
}

}  // namespace rashomon
