// Pieces of Markdown that GitHub and Pandoc read alike.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

/// Text of others as one line that no Markdown reads as markup, in a table or out of it.
std::string escaped(std::string_view text);

/// Code needs no escapes, but must not hold the fence, and in a table no bar.
std::string code(std::string_view text);

/// An address that opens, "<https://...>"; the escaped text where it is no address of the web.
std::string address(std::string_view url);

/// A column of a table.
struct MarkdownColumn {
  std::string head;  // Markdown
  bool figures = false;
  std::size_t share = 3;  // dashes: Pandoc cuts the page by them where a row is long
};

/// The head, and the line under it.
std::string table_head(const std::vector<MarkdownColumn>& columns);
std::string table_row(const std::vector<std::string>& cells);

}  // namespace rashomon
