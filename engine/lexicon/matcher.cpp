#include "engine/lexicon/matcher.h"

#include <algorithm>
#include <array>
#include <limits>

#include "engine/lexicon/tsv.h"

namespace rashomon {
namespace {

constexpr std::uint32_t kGap = 0;  // the word "*"
constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kLongestGap = 4;  // words that `*` may stand for

// Marks inside a compound: they part its words and break no expression.
bool joins_words(const Token& token) {
  return token.kind == TokenKind::mark && (token.surface == "-" || token.surface == "/" || token.form == "'" ||
                                           token.surface == "\u2010" || token.surface == "\u2011");
}

bool before(const Find& a, const Find& b) {
  return a.first != b.first ? a.first < b.first : a.table < b.table;
}

std::vector<Find> longest_of_each_table(std::vector<Find> finds, std::size_t tokens) {
  std::stable_sort(finds.begin(), finds.end(), [](const Find& a, const Find& b) {
    const std::size_t a_length = a.last - a.first;
    const std::size_t b_length = b.last - b.first;
    return a_length != b_length ? a_length > b_length : a.first < b.first;
  });
  std::vector<std::vector<bool>> taken;  // by table, by token
  std::vector<Find> kept;
  for (const Find& find : finds) {
    const auto table = static_cast<std::size_t>(find.table);
    if (taken.size() <= table) taken.resize(table + 1);
    auto& cover = taken[table];
    cover.resize(tokens);
    const auto first = cover.begin() + static_cast<std::ptrdiff_t>(find.first);
    const auto last = cover.begin() + static_cast<std::ptrdiff_t>(find.last);
    if (std::find(first, last, true) != last) continue;
    std::fill(first, last, true);
    kept.push_back(find);
  }
  std::stable_sort(kept.begin(), kept.end(), before);
  return kept;
}

}  // namespace

Matcher::Word Matcher::intern(const std::string& part) {
  return words_.try_emplace(part, static_cast<Word>(words_.size())).first->second;
}

Matcher::Word Matcher::lookup(const std::string& part) const {
  const auto at = words_.find(part);
  return at == words_.end() ? kUnknown : at->second;
}

void Matcher::add(std::string_view pattern, Table table, std::size_t entry) {
  Node node = 0;
  for (const std::string& part : split_list(pattern, ' ')) {
    const auto [at, is_new] = edges_.try_emplace(edge(node, intern(part)), nodes_);
    if (is_new) ++nodes_;
    node = at->second;
  }
  payloads_[node].push_back({table, static_cast<std::uint32_t>(entry)});
}

struct Matcher::Walk {
  const Matcher& matcher;
  const std::vector<Token>& tokens;
  std::vector<std::array<Word, 3>> words;  // of each token: as stem, as form, as surface
  std::vector<Find> finds;

  void run() {
    words.reserve(tokens.size());
    for (const Token& token : tokens) {
      words.push_back({matcher.lookup(token.stem), matcher.lookup("=" + token.form), matcher.lookup("^" + token.surface)});
    }
    for (std::size_t first = 0; first < tokens.size(); ++first) step(0, first, first);
  }

  void follow(Node node, Word word, std::size_t first, std::size_t next) {
    if (word == kUnknown) return;
    const auto at = matcher.edges_.find(edge(node, word));
    if (at != matcher.edges_.end()) step(at->second, first, next);
  }

  // At `node` after the tokens first .. next.
  void step(Node node, std::size_t first, std::size_t next) {
    if (const auto at = matcher.payloads_.find(node); at != matcher.payloads_.end()) {
      for (const Payload& payload : at->second) finds.push_back({payload.table, payload.entry, first, next});
    }
    while (node != 0 && next < tokens.size() && joins_words(tokens[next])) ++next;
    if (next == tokens.size()) return;
    for (const Word word : words[next]) follow(node, word, first, next + 1);
    if (node == 0) return;
    if (const auto gap = matcher.edges_.find(edge(node, kGap)); gap != matcher.edges_.end()) {
      const std::size_t last = std::min(tokens.size(), next + kLongestGap + 1);
      for (std::size_t to = next; to < last; ++to) {
        for (const Word word : words[to]) follow(gap->second, word, first, to + 1);
      }
    }
  }
};

std::vector<Find> Matcher::find(const std::vector<Token>& tokens) const {
  Walk walk{*this, tokens, {}, {}};
  walk.run();
  return longest_of_each_table(std::move(walk.finds), tokens.size());
}

}  // namespace rashomon
