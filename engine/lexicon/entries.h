// What the tables of the lexicons say, row by row: for people who read, check and extend them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/lexicon/lexicons.h"

namespace rashomon {

/// One entry of a table: a row, or one side of a row of opposites.
struct Entry {
  std::vector<std::string> expressions;  // as written: "=talks", "lodge * representations"
  std::vector<std::pair<std::string, std::string>>
      says;  // columns that tell what it means: {"concept", "taiwan"}
};

/// An expression that, read as a text, is not found as its own entry.
struct Misfit {
  Table table = Table::concepts;
  std::string expression;  // as written
  std::string says;        // of its own entry
  std::string found;       // what the matcher finds there instead, "" for nothing
};

/// The file's name without its ending: "contested_names".
std::string_view name_of(Table table);

/// The entries of a table, in the order that Find::entry counts.
std::vector<Entry> entries(const std::vector<TsvTable>& tables, Table table);

/// What an entry says, in one line: "taiwan", "-2, concern".
std::string line_of(const Entry& entry);

/// The text that an expression stands for: `=` taken off, nothing in the place of `*`.
std::string plain_text(std::string_view expression);

/// Every expression of every table, read as a text, must be found as its own entry and from end to end.
std::vector<Misfit> misfits(const std::vector<TsvTable>& tables);

}  // namespace rashomon
