#include "engine/lexicon/lexicons.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "engine/lexicon/rows.h"
#include "engine/records/error.h"
#include "engine/text/normalize.h"

namespace rashomon {
namespace {

// In the order of the enums.
constexpr std::array<std::string_view, 5> kFamilies = {"issue", "place", "person", "organisation", "formula"};
constexpr std::array<std::string_view, 12> kCategories = {
    "relation_label", "talks",   "evaluation", "commitment", "neutral",    "disagreement",
    "concern",        "protest", "demand",     "warning",    "accusation", "threat"};
constexpr std::array<std::string_view, kActs> kActNames = {
    "inform",    "stress", "commit",   "agree",   "welcome",  "praise",    "request", "urge",
    "demand",    "warn",   "accuse",   "deny",    "reject",   "blame",     "justify", "harm",
    "condition", "report", "threaten", "concede", "sanction", "cooperate", "progress"};
constexpr std::array<std::string_view, 3> kFactivities = {"neutral", "factive", "counter"};
constexpr std::array<std::string_view, 13> kPartyNameKinds = {
    "name",     "adjective",    "capital",  "building", "government", "leader", "minister",
    "official", "spokesperson", "ministry", "media",    "title",      "people"};
constexpr std::array<std::string_view, 7> kModalKinds = {
    "obligation", "prohibition", "intention", "readiness", "wish", "possibility", "ability"};
constexpr std::array<std::string_view, 4> kScopes = {"pre", "post", "pseudo", "ending"};

// "any" is no type; the others in the order of FactType.
constexpr std::array<std::string_view, kFactTypes + 1> kFactTypeNames = {
    "duration", "date", "place", "initiator", "participants", "figure", "agreed", "raised", "any"};
constexpr std::array<std::string_view, kFactRoles> kFactRoleNames = {
    "yes",     "no",   "no-such", "no-by", "only",  "length",  "before", "after",   "inside", "mutual",
    "planned", "held", "venue",   "city",  "count", "contact", "part",   "generic", "title",  "earlier"};

constexpr std::array<std::string_view, kCitationRoles> kCitationRoleNames = {
    "cites",   "quotes",     "tells",   "according", "both",   "spokesman", "official", "body",   "document",
    "private", "background", "carries", "notice",    "clause", "beside",    "time",     "hearer", "issued"};

constexpr double kMostWordsOfScope = 30;

Concept read_concept(const RowReader& row) {
  return {row.text("concept"), row.text("parent"), row.choice<Family>("family", kFamilies)};
}
Rung read_rung(const RowReader& row) {
  return {row.number("level", -5, 5), row.choice<RegisterCategory>("category", kCategories)};
}
ActPhrase read_speech_verb(const RowReader& row) {
  return {row.choice<Act>("act", kActNames), static_cast<int>(row.number("strength", 1, 5)),
          row.choice<Factivity>("factivity", kFactivities)};
}
ActPhrase read_act(const RowReader& row) {
  return {row.choice<Act>("act", kActNames), static_cast<int>(row.number("strength", 1, 5)),
          Factivity::neutral};
}
ContestedName read_contested_name(const RowReader& row) {
  return {row.text("thing"), split_list(row.text("used_by")), row.number("charge", -3, 3)};
}
PartyName read_party_name(const RowReader& row) {
  const auto names = split_list(row.text("en"));
  std::string label = names.empty() ? "" : names.front();
  const bool exact = label.starts_with('=');
  label.erase(0, label.find_first_not_of('='));
  return {row.text("party"), row.choice<PartyNameKind>("kind", kPartyNameKinds), std::move(label), exact};
}
Modal read_modal(const RowReader& row) {
  return {row.choice<ModalKind>("kind", kModalKinds), row.number("strength", 0, 1)};
}
Degree read_degree(const RowReader& row) { return {row.number("strength", 0, 1)}; }
Negation read_negation(const RowReader& row) {
  return {row.choice<NegationScope>("scope", kScopes),
          static_cast<int>(row.number("reach", 0, kMostWordsOfScope))};
}
FactPhrase read_fact_phrase(const RowReader& row) {
  const auto type = row.choice<std::size_t>("type", kFactTypeNames);
  FactPhrase phrase{std::nullopt, row.choice<FactRole>("role", kFactRoleNames)};
  if (kFactTypeNames[type] != "any") phrase.type = static_cast<FactType>(type);
  return phrase;
}
CitationPhrase read_citation_phrase(const RowReader& row) {
  return {row.choice<CitationRole>("role", kCitationRoleNames)};
}
Marker read_marker(const RowReader& row) { return {row.text("kind")}; }

std::vector<std::string> patterns_of(const RowReader& row, const Tokenizer& tokenizer,
                                     const std::vector<std::string_view>& columns) {
  if (row.table->has("patterns")) return split_list(row.text("patterns"));
  std::vector<std::string> patterns;
  for (const auto column : columns) {
    for (const std::string& expression : split_list(row.text(column))) {
      patterns.push_back(expression_pattern(expression, tokenizer));
      if (patterns.back().empty()) {
        throw InputError(row.place(), "the expression '" + expression + "' holds no word",
                         "write at least one word");
      }
    }
  }
  return patterns;
}

using Patterns = std::vector<Pattern>;

const std::vector<std::string_view> kExpressions = {"en", "zh"};

template <typename Entry>
std::vector<Entry> read_table(const std::vector<TsvTable>& tables, std::string_view name, Table table,
                              Entry (*read)(const RowReader&), const Tokenizer& tokenizer,
                              Patterns* patterns) {
  std::vector<Entry> entries;
  for (const RowReader& row : merged_rows(tables, name)) {
    if (patterns != nullptr) {
      for (std::string& p : patterns_of(row, tokenizer, kExpressions))
        patterns->push_back({std::move(p), table, entries.size()});
    }
    entries.push_back(read(row));
  }
  return entries;
}

// A compiled row of opposites holds its left and right patterns parted by '|'.
std::vector<Opposite> read_opposites(const std::vector<TsvTable>& tables, const Tokenizer& tokenizer,
                                     Patterns* patterns) {
  std::vector<Opposite> entries;
  std::size_t pair = 0;
  for (const RowReader& row : merged_rows(tables, "opposites")) {
    std::array<std::vector<std::string>, 2> sides;
    if (patterns == nullptr) {
      // the matcher has them already
    } else if (row.table->has("patterns")) {
      const std::string& cell = row.text("patterns");
      const std::size_t bar = cell.find('|');
      sides = {split_list(cell.substr(0, bar)), split_list(cell.substr(bar + 1))};
    } else {
      sides = {patterns_of(row, tokenizer, {"left", "left_zh"}),
               patterns_of(row, tokenizer, {"right", "right_zh"})};
    }
    for (const bool right : {false, true}) {
      for (std::string& p : sides[right ? 1 : 0])
        patterns->push_back({std::move(p), Table::opposites, entries.size()});
      entries.push_back({pair, right});
    }
    ++pair;
  }
  return entries;
}

void check_parents(const std::vector<Concept>& concepts, const std::vector<TsvTable>& tables) {
  std::unordered_map<std::string, bool> known;
  for (const Concept& c : concepts) known[c.id] = true;
  for (const RowReader& row : merged_rows(tables, "concepts")) {
    const std::string& parent = row.text("parent");
    if (!parent.empty() && !known.contains(parent)) {
      throw InputError(row.place(), "the parent '" + parent + "' is no concept",
                       "add it or leave the cell empty");
    }
  }
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : std::string(between)) + part;
  return all;
}

}  // namespace

WordLists word_lists(const std::vector<TsvTable>& tables) {
  WordLists lists;
  for (const RowReader& row : merged_rows(tables, "stop_words"))
    lists.stop_words.insert(fold(row.text("word")));
  for (const RowReader& row : merged_rows(tables, "spelling")) {
    lists.spelling[fold(row.text("variant"))] = fold(row.text("standard"));
  }
  return lists;
}

std::string expression_pattern(std::string_view expression, const Tokenizer& tokenizer) {
  std::vector<std::string> parts;
  const bool this_spelling = expression.starts_with("==");
  const bool all_exact = expression.starts_with('=');
  bool exact = all_exact;
  for (const Token& token : tokenizer(expression)) {
    if (token.kind == TokenKind::mark) {
      constexpr std::string_view kMarks = "*,()%\u3001";
      if (kMarks.find(token.form) != std::string_view::npos) parts.push_back(token.form);
      exact = all_exact || token.surface == "=";
      continue;
    }
    const bool capitals =
        token.kind == TokenKind::word && token.surface.size() >= 2 &&
        std::all_of(token.surface.begin(), token.surface.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    parts.push_back(capitals || this_spelling ? "^" + token.surface : exact ? "=" + token.form : token.stem);
    exact = all_exact;
  }
  while (!parts.empty() && parts.back() == "*") parts.pop_back();
  while (!parts.empty() && parts.front() == "*") parts.erase(parts.begin());
  return joined(parts, " ");
}

TsvTable with_patterns(TsvTable table, const Tokenizer& tokenizer) {
  const Schema& schema = schema_of(table);
  const bool sided = schema.name == "opposites";
  if (!sided && std::find(schema.columns.begin(), schema.columns.end(), "en") == schema.columns.end())
    return table;
  std::vector<std::string> cells;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const RowReader reader{&table, row};
    cells.push_back(sided ? joined(patterns_of(reader, tokenizer, {"left", "left_zh"}), ";") + '|' +
                                joined(patterns_of(reader, tokenizer, {"right", "right_zh"}), ";")
                          : joined(patterns_of(reader, tokenizer, kExpressions), ";"));
  }
  table.header.emplace_back("patterns");
  for (std::size_t row = 0; row < table.rows.size(); ++row) table.rows[row].push_back(std::move(cells[row]));
  return table;
}

void check_keys(const TsvTable& table) {
  const Schema& schema = schema_of(table);
  std::unordered_map<std::string, std::size_t> lines;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const RowReader reader{&table, row};
    const auto [earlier, is_new] = lines.try_emplace(key_of(reader, schema), table.lines[row]);
    if (!is_new) {
      throw InputError(reader.place(), "its key stands in line " + std::to_string(earlier->second) + " too",
                       "make one row of the two");
    }
  }
}

TsvTable slim_table(const TsvTable& table) {
  const Schema& schema = schema_of(table);
  TsvTable slim;
  slim.place = table.place;
  slim.lines = table.lines;
  slim.header.assign(schema.read.begin(), schema.read.end());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::vector<std::string>& cells = slim.rows.emplace_back();
    for (const auto column : schema.read) {
      const std::string& cell = RowReader{&table, row}.text(column);
      cells.push_back(column == "en" ? cell.substr(0, cell.find(';')) : cell);
    }
  }
  return slim;
}

Lexicons::Lexicons(const std::vector<TsvTable>& tables) : Lexicons(tables, std::nullopt) {}

// With a compiled matcher, patterns need not be read.
Lexicons::Lexicons(const std::vector<TsvTable>& tables, std::optional<Matcher> matcher)
    : tokenizer_(word_lists(tables)) {
  Patterns patterns;
  Patterns* const wanted = matcher ? nullptr : &patterns;
  const auto read = [&]<typename Entry>(std::string_view name, Table table,
                                        Entry (*entry)(const RowReader&)) {
    return read_table(tables, name, table, entry, tokenizer_, wanted);
  };
  concepts_ = read("concepts", Table::concepts, read_concept);
  check_parents(concepts_, tables);
  rungs_ = read("register", Table::register_, read_rung);
  speech_verbs_ = read("speech_verbs", Table::speech_verbs, read_speech_verb);
  acts_ = read("acts", Table::acts, read_act);
  opposites_ = read_opposites(tables, tokenizer_, wanted);
  contested_names_ = read("contested_names", Table::contested_names, read_contested_name);
  party_names_ = read("parties", Table::parties, read_party_name);
  modals_ = read("modals", Table::modals, read_modal);
  hedges_ = read("hedges", Table::hedges, read_degree);
  boosters_ = read("boosters", Table::boosters, read_degree);
  negations_ = read("negations", Table::negations, read_negation);
  conditions_ = read("conditions", Table::conditions, read_marker);
  distancing_ = read("distancing", Table::distancing, read_marker);
  facts_ = read("facts", Table::facts, read_fact_phrase);
  citations_ = read("citations", Table::citations, read_citation_phrase);
  matcher_ = matcher ? std::move(*matcher) : Matcher::build(patterns);
  for (const PartyName& name : party_names_) {
    if (name.kind == PartyNameKind::name) labels_.try_emplace(name.party, name.label);
  }
}

const std::string& Lexicons::party_label(const std::string& party) const {
  const auto at = labels_.find(party);
  return at == labels_.end() ? party : at->second;
}

}  // namespace rashomon
