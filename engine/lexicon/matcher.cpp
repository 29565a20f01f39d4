#include "engine/lexicon/matcher.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "engine/lexicon/tsv.h"

namespace rashomon {
namespace {

constexpr std::uint32_t kGap = 0;  // the word "*"
constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kLongestGap = 4;  // words that `*` may stand for
constexpr std::uint32_t kEntryBits = 24;
constexpr std::size_t kHeader = 6;  // words, slots, bytes of chars, nodes, edges, payloads

// FNV-1a (Fowler, Noll, Vo) over a prefix and a text.
std::uint32_t hash(std::string_view prefix, std::string_view text) {
  std::uint32_t h = 2166136261U;
  for (const std::string_view part : {prefix, text}) {
    for (const char c : part) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  return h;
}

std::size_t numbers_for(std::size_t bytes) {
  return (bytes + sizeof(std::uint32_t) - 1) / sizeof(std::uint32_t);
}

// "R", "St", "Dr", "Jr": what a dot shortens.
bool is_shortened(const Token& token) {
  constexpr std::size_t kMostLetters = 2;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  return token.kind == TokenKind::word && token.surface.size() <= kMostLetters &&
         is_capital(token.surface.front()) && (token.surface.size() == 1 || is_small(token.surface.back()));
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
    const bool has_twin =
        find.table == Table::opposites && std::any_of(kept.begin(), kept.end(), [&](const Find& other) {
          return other.table == find.table && other.first == find.first && other.last == find.last;
        });
    if (!has_twin && std::find(first, last, true) != last) continue;
    std::fill(first, last, true);
    kept.push_back(find);
  }
  std::stable_sort(kept.begin(), kept.end(), before);
  return kept;
}

// The trie while it grows.
struct Trie {
  std::map<std::string, std::uint32_t> words{{"*", kGap}};
  std::vector<std::map<std::uint32_t, std::uint32_t>> children{1};  // of each node: word -> node
  std::vector<std::vector<std::uint32_t>> payloads{1};

  void add(const Pattern& pattern) {
    std::uint32_t node = 0;
    for (const std::string& part : split_list(pattern.parts, ' ')) {
      const auto word = words.try_emplace(part, static_cast<std::uint32_t>(words.size())).first->second;
      const auto [at, is_new] = children[node].try_emplace(word, static_cast<std::uint32_t>(children.size()));
      node = at->second;
      if (is_new) {
        children.emplace_back();
        payloads.emplace_back();
      }
    }
    payloads[node].push_back(static_cast<std::uint32_t>(pattern.table) << kEntryBits |
                             static_cast<std::uint32_t>(pattern.entry));
  }
};

std::vector<std::uint32_t> to_block(const Trie& trie) {
  std::vector<std::string_view> by_id(trie.words.size());
  for (const auto& [text, id] : trie.words) by_id[id] = text;
  std::string chars;
  std::vector<std::uint32_t> offsets{0};
  std::size_t slot_count = 1;
  while (slot_count < 2 * by_id.size()) slot_count *= 2;
  std::vector<std::uint32_t> slots(slot_count);
  for (std::uint32_t id = 0; id < by_id.size(); ++id) {
    std::size_t slot = hash("", by_id[id]) & (slot_count - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (slot_count - 1);
    slots[slot] = id + 1;
    chars += by_id[id];
    offsets.push_back(static_cast<std::uint32_t>(chars.size()));
  }
  std::vector<std::uint32_t> child_begin{0};
  std::vector<std::uint32_t> edge_words;
  std::vector<std::uint32_t> edge_nodes;
  std::vector<std::uint32_t> payload_begin{0};
  std::vector<std::uint32_t> payloads;
  for (std::size_t node = 0; node < trie.children.size(); ++node) {
    for (const auto& [word, child] : trie.children[node]) {
      edge_words.push_back(word);
      edge_nodes.push_back(child);
    }
    child_begin.push_back(static_cast<std::uint32_t>(edge_words.size()));
    payloads.insert(payloads.end(), trie.payloads[node].begin(), trie.payloads[node].end());
    payload_begin.push_back(static_cast<std::uint32_t>(payloads.size()));
  }
  std::vector<std::uint32_t> text(numbers_for(chars.size()));
  if (!chars.empty()) std::memcpy(text.data(), chars.data(), chars.size());

  std::vector<std::uint32_t> block;
  for (const std::size_t count :
       {by_id.size(), slots.size(), chars.size(), trie.children.size(), edge_words.size(), payloads.size()}) {
    block.push_back(static_cast<std::uint32_t>(count));
  }
  for (const auto* part :
       {&slots, &offsets, &text, &child_begin, &edge_words, &edge_nodes, &payload_begin, &payloads}) {
    block.insert(block.end(), part->begin(), part->end());
  }
  return block;
}

}  // namespace

bool joins_words(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.kind != TokenKind::mark) return false;
  if (token.surface == ".")
    return at > 0 && tokens[at - 1].span.end == token.span.begin && is_shortened(tokens[at - 1]);
  constexpr std::array<std::string_view, 7> kJoins = {"-", "/", "'", "\u2010", "\u2011", "\u00B7", "\u2027"};
  return std::find(kJoins.begin(), kJoins.end(), token.form == "'" ? token.form : token.surface) !=
         kJoins.end();
}

Matcher Matcher::build(const std::vector<Pattern>& patterns) {
  Trie trie;
  for (const Pattern& pattern : patterns) trie.add(pattern);
  Matcher matcher;
  matcher.owned_ = to_block(trie);
  matcher.read_block(matcher.owned_);
  return matcher;
}

Matcher Matcher::view(std::span<const std::uint32_t> block) {
  Matcher matcher;
  matcher.read_block(block);
  return matcher;
}

void Matcher::read_block(Numbers block) {
  block_ = block;
  const std::size_t words = block[0];
  const std::size_t nodes = block[3];
  std::size_t at = kHeader;
  const auto take = [&](std::size_t size) {
    at += size;
    return block.subspan(at - size, size);
  };
  slots_ = take(block[1]);
  word_offsets_ = take(words + 1);
  chars_ = {reinterpret_cast<const char*>(take(numbers_for(block[2])).data()), block[2]};
  child_begin_ = take(nodes + 1);
  edge_words_ = take(block[4]);
  edge_nodes_ = take(block[4]);
  payload_begin_ = take(nodes + 1);
  payloads_ = take(block[5]);
}

std::uint32_t Matcher::word(std::string_view prefix, std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash(prefix, text) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t id = slots_[slot] - 1;
    const auto known = chars_.substr(word_offsets_[id], word_offsets_[id + 1] - word_offsets_[id]);
    if (known.size() == prefix.size() + text.size() && known.starts_with(prefix) && known.ends_with(text))
      return id;
  }
  return kUnknown;
}

std::uint32_t Matcher::child(std::uint32_t node, std::uint32_t word) const {
  const auto first = edge_words_.begin() + child_begin_[node];
  const auto last = edge_words_.begin() + child_begin_[node + 1];
  const auto at = std::lower_bound(first, last, word);
  return at == last || *at != word ? kUnknown
                                   : edge_nodes_[static_cast<std::size_t>(at - edge_words_.begin())];
}

struct Matcher::Walk {
  const Matcher& matcher;
  const std::vector<Token>& tokens;
  std::vector<std::array<std::uint32_t, 3>> words{};  // of each token: as stem, as form, as surface
  std::vector<Find> finds{};

  void run() {
    words.reserve(tokens.size());
    for (const Token& token : tokens) {
      words.push_back(
          {matcher.word("", token.stem), matcher.word("=", token.form), matcher.word("^", token.surface)});
    }
    for (std::size_t first = 0; first < tokens.size(); ++first) step(0, first, first);
  }

  void follow(std::uint32_t node, std::uint32_t word, std::size_t first, std::size_t next) {
    if (word == kUnknown) return;
    if (const std::uint32_t to = matcher.child(node, word); to != kUnknown) step(to, first, next);
  }

  // At `node` after the tokens first .. next.
  void step(std::uint32_t node, std::size_t first, std::size_t next) {
    for (std::uint32_t k = matcher.payload_begin_[node + 1]; k-- > matcher.payload_begin_[node];) {
      const std::uint32_t payload = matcher.payloads_[k];  // the later row first
      finds.push_back(
          {static_cast<Table>(payload >> kEntryBits), payload & ((1U << kEntryBits) - 1), first, next});
    }
    while (node != 0 && next < tokens.size() && joins_words(tokens, next)) ++next;
    if (next == tokens.size()) return;
    for (const std::uint32_t word : words[next]) follow(node, word, first, next + 1);
    if (node == 0) return;
    if (const std::uint32_t gap = matcher.child(node, kGap); gap != kUnknown) {
      const std::size_t last = std::min(tokens.size(), next + kLongestGap + 1);
      for (std::size_t to = next; to < last; ++to) {
        for (const std::uint32_t word : words[to]) follow(gap, word, first, to + 1);
      }
    }
  }
};

std::vector<Find> Matcher::find(const std::vector<Token>& tokens) const {
  if (block_.empty()) return {};
  Walk walk{*this, tokens};
  walk.run();
  return longest_of_each_table(std::move(walk.finds), tokens.size());
}

}  // namespace rashomon
