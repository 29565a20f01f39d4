// Tab-separated tables with a header row, as the lexicons are written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

/// A parsed table. Blank lines and lines that start with '#' are left out.
struct TsvTable {
  std::string place;                // file name, for messages
  std::vector<std::string> header;  // column names
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> lines;  // line number of each row, from 1

  bool has(std::string_view column) const;
  /// Index of a column. Throws InputError where the header lacks it.
  std::size_t column(std::string_view name) const;
};

/// Throws InputError where a row has more or fewer cells than the header, or the table is empty.
TsvTable parse_tsv(std::string_view text, const std::string& place);

/// Parts between separators, outer blanks taken off, empty parts left out.
std::vector<std::string> split_list(std::string_view cell, char separator = ';');

}  // namespace rashomon
