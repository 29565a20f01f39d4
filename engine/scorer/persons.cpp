#include "engine/scorer/persons.h"

#include <algorithm>
#include <cctype>

#include "engine/scorer/token_forms.h"

namespace rashomon {
namespace {

constexpr std::size_t kLongestName = 4;  // words of a name that the lexicon does not know

bool is_capitalised(const Token& token) {
  return token.kind == TokenKind::word && std::isupper(static_cast<unsigned char>(token.surface[0])) != 0;
}

bool names_person(PartyNameKind kind) {
  return kind == PartyNameKind::leader || kind == PartyNameKind::minister || kind == PartyNameKind::official;
}

// "the United States Secretary of State": whose office it is.
bool owns_office(PartyNameKind kind) {
  return kind == PartyNameKind::name || kind == PartyNameKind::adjective ||
         kind == PartyNameKind::government || kind == PartyNameKind::ministry;
}

class PersonReader {
 public:
  PersonReader(const Statement& statement, const Lexicons& lexicons)
      : tokens_(statement.tokens),
        known_(tokens_.size(), nullptr),
        title_(tokens_.size(), false),
        owner_(tokens_.size(), false),
        elsewhere_(tokens_.size(), false),
        taken_(tokens_.size(), false) {
    for (const Find& find : statement.finds) mark(find, lexicons);
  }

  std::vector<Person> read() const {
    std::vector<Person> out;
    std::size_t free = 0;  // one past the last person
    for (std::size_t k = 0; k < tokens_.size();) {
      const std::size_t last = end_of_name(k);
      if (last == k) {
        ++k;
        continue;
      }
      Person person;
      person.words = {start_of_titles(k, free), last};
      if (known_[k] != nullptr) person.entry = known_[k]->entry;
      for (std::size_t t = person.words.first; t < last; ++t) {
        if (title_[t]) {
          person.titles.push_back(tokens_[t].stem);
        } else if (t >= k && tokens_[t].kind != TokenKind::mark) {
          person.name.push_back(tokens_[t].form);
        }
      }
      if (!person.name.empty()) out.push_back(std::move(person));
      k = free = last;
    }
    return out;
  }

 private:
  void mark(const Find& find, const Lexicons& lexicons) {
    for (std::size_t k = find.first; k < find.last; ++k) {
      if (find.table == Table::parties) {
        const PartyNameKind kind = lexicons.party_names()[find.entry].kind;
        if (names_person(kind)) known_[k] = &find;
        if (kind == PartyNameKind::title) title_[k] = true;
        if (owns_office(kind)) owner_[k] = true;
        if (kind == PartyNameKind::capital || kind == PartyNameKind::building) elsewhere_[k] = true;
        taken_[k] = true;
      } else if (find.table == Table::facts) {
        const FactRole role = lexicons.facts()[find.entry].role;
        if (role == FactRole::title || (role == FactRole::generic && is_capitalised(tokens_[k])))
          title_[k] = true;
        if (role == FactRole::city || role == FactRole::venue || role == FactRole::contact)
          taken_[k] = elsewhere_[k] = true;
      } else if (find.table == Table::concepts && lexicons.concepts()[find.entry].family != Family::person) {
        taken_[k] = true;
      }
    }
  }

  // One past the name that starts at `at`; `at` where none does.
  std::size_t end_of_name(std::size_t at) const {
    if (known_[at] != nullptr) return end_of_capitals(known_[at]->last, tokens_.size());
    if (at == 0 || !title_[at - 1] || !is_capitalised(tokens_[at - 1]) || !is_name(at)) return at;
    const std::size_t last = end_of_capitals(at, at + kLongestName);
    const bool office = last < tokens_.size() && (known_[last] != nullptr ||  // "Party Chair Roe"
                                                  is_one_of(tokens_[last].form, {"of", "to", "for"}));
    return office ? at : last;
  }

  // The lexicon may know a name's first words only.
  std::size_t end_of_capitals(std::size_t at, std::size_t most) const {
    const auto initial = [&](std::size_t k) { return tokens_[k].form == "." && k + 1 < tokens_.size(); };
    while (at < std::min(most, tokens_.size()) && known_[at] == nullptr &&
           (is_name(at) || (initial(at) && is_name(at + 1)))) {
      ++at;
    }
    return at;
  }

  bool is_name(std::size_t at) const {
    return is_capitalised(tokens_[at]) && !tokens_[at].stop && !title_[at] && !taken_[at];
  }

  bool in_title(std::size_t at) const {
    return opens_title(at) || is_one_of(tokens_[at].form, {"of", "the", "to", "for", "and", "-"});
  }

  // A sentence's first word has a capital in any case.
  bool opens_title(std::size_t at) const {
    if (title_[at] || owner_[at]) return true;
    return at > 0 && is_capitalised(tokens_[at]) && !tokens_[at].stop && !elsewhere_[at] &&
           !is_one_of(tokens_[at].form, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                                         "sunday", "today", "yesterday"});
  }

  // Back over the words of a title: "China's Minister of Defense, Admiral ...".
  std::size_t start_of_titles(std::size_t name, std::size_t free) const {
    std::size_t first = name;
    while (first > free) {
      if (in_title(first - 1) && known_[first - 1] == nullptr) {
        --first;
        continue;
      }
      std::size_t before = first - 1;
      if (tokens_[before].form != "," || !title_[first] || before == free ||
          !is_capitalised(tokens_[before - 1]))
        break;
      while (before > free && in_title(before - 1)) --before;
      const auto begin = title_.begin();
      if (std::find(begin + static_cast<std::ptrdiff_t>(before), begin + static_cast<std::ptrdiff_t>(first),
                    true) == begin + static_cast<std::ptrdiff_t>(first)) {
        break;
      }
      first = before;
    }
    while (first < name && !opens_title(first)) ++first;
    return first;
  }

  const std::vector<Token>& tokens_;
  std::vector<const Find*> known_;  // of each token, the person whom it names
  std::vector<bool> title_;
  std::vector<bool> owner_;
  std::vector<bool> elsewhere_;  // names a place
  std::vector<bool> taken_;      // names something else, or is known
};

bool holds_all(const std::vector<std::string>& all, const std::vector<std::string>& some) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& word) {
    return std::find(all.begin(), all.end(), word) != all.end();
  });
}

bool share_a_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& word) { return std::find(b.begin(), b.end(), word) != b.end(); });
}

}  // namespace

bool Person::in_chinese() const {
  return !name.empty() && static_cast<unsigned char>(name.front().front()) >= 0xE0;  // three bytes and more
}

std::vector<Person> read_persons(const Statement& statement, const Lexicons& lexicons) {
  return PersonReader(statement, lexicons).read();
}

bool same_person(const Person& a, const Person& b) {
  if (holds_all(a.name, b.name) || holds_all(b.name, a.name)) return true;
  return a.entry && a.entry == b.entry && (a.in_chinese() != b.in_chinese() || share_a_word(a.name, b.name));
}

}  // namespace rashomon
