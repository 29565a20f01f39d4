#include "engine/lexicon/entries.h"

#include <array>

#include "engine/lexicon/rows.h"

namespace rashomon {
namespace {

// Of each table, in the order of the enum: its name, and the columns that tell what a row means.
struct Reading {
  std::string_view name;
  std::vector<std::string_view> columns;
};

const std::array<Reading, kTables>& readings() {
  static const std::array<Reading, kTables> all = {{
      {"concepts", {"concept", "parent", "family"}},
      {"register", {"level", "category"}},
      {"speech_verbs", {"act", "strength", "factivity"}},
      {"acts", {"act", "strength"}},
      {"opposites", {"left", "right", "domain"}},
      {"contested_names", {"thing", "used_by", "charge"}},
      {"parties", {"party", "kind"}},
      {"modals", {"kind", "strength"}},
      {"hedges", {"kind", "strength"}},
      {"boosters", {"kind", "strength"}},
      {"negations", {"scope", "reach"}},
      {"conditions", {"kind"}},
      {"distancing", {"kind"}},
      {"facts", {"type", "role"}},
      {"citations", {"role"}},
  }};
  return all;
}

void add_expressions(Entry& entry, const RowReader& row, std::initializer_list<std::string_view> columns) {
  for (const auto column : columns) {
    for (std::string& expression : split_list(row.text(column)))
      entry.expressions.push_back(std::move(expression));
  }
}

Entry entry_of(const RowReader& row, Table table) {
  Entry entry;
  for (const auto column : readings()[static_cast<std::size_t>(table)].columns) {
    if (!row.text(column).empty()) entry.says.emplace_back(column, row.text(column));
  }
  return entry;
}

}  // namespace

std::string_view name_of(Table table) { return readings()[static_cast<std::size_t>(table)].name; }

std::vector<Entry> entries(const std::vector<TsvTable>& tables, Table table) {
  std::vector<Entry> all;
  for (const RowReader& row : merged_rows(tables, name_of(table))) {
    all.push_back(entry_of(row, table));
    if (table != Table::opposites) {
      add_expressions(all.back(), row, {"en", "zh"});
      continue;
    }
    add_expressions(all.back(), row, {"left", "left_zh"});
    all.push_back(entry_of(row, table));
    add_expressions(all.back(), row, {"right", "right_zh"});
  }
  return all;
}

std::string line_of(const Entry& entry) {
  std::string line;
  for (const auto& [column, value] : entry.says) line += (line.empty() ? "" : ", ") + value;
  return line;
}

std::string plain_text(std::string_view expression) {
  std::string text;
  for (const char c : expression) {
    if (c != '=' && c != '*') text += c;
  }
  return text;
}

std::vector<Misfit> misfits(const std::vector<TsvTable>& tables) {
  const Lexicons lexicons(tables);
  std::vector<Misfit> all;
  for (std::size_t k = 0; k < kTables; ++k) {
    const auto table = static_cast<Table>(k);
    const std::vector<Entry> rows = entries(tables, table);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (const std::string& expression : rows[row].expressions) {
        const std::vector<Token> tokens = lexicons.tokenize(plain_text(expression));
        std::string found;
        bool fits = false;
        for (const Find& find : lexicons.find(tokens)) {
          if (find.table != table) continue;
          const bool mark_before = find.first == 1 && tokens[0].kind == TokenKind::mark;
          const bool mark_after = find.last + 1 == tokens.size() && tokens.back().kind == TokenKind::mark;
          const bool whole = (find.first == 0 || mark_before) && (find.last == tokens.size() || mark_after);
          fits = fits || (whole && find.entry == row);
          found += (found.empty() ? "" : "; ") + line_of(rows[find.entry]);
        }
        if (!fits) all.push_back({table, expression, line_of(rows[row]), found});
      }
    }
  }
  return all;
}

}  // namespace rashomon
