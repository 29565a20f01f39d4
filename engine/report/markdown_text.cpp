#include "engine/report/markdown_text.h"

#include <algorithm>

#include "engine/text/width.h"

namespace rashomon {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char byte : make_visible(text)) {
    if (std::string_view("\\`*_[]{}<>&|~$#!^@").find(byte) != std::string_view::npos) out += '\\';
    out += byte;
  }
  return out;
}

std::string code(std::string_view text) {
  std::string out;
  for (const char byte : make_visible(text)) out += byte == '`' ? '\'' : byte == '|' ? '/' : byte;
  return '`' + out + '`';
}

std::string address(std::string_view url) {
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  const bool plain = std::all_of(url.begin(), url.end(), [](char byte) {
    return byte > ' ' && byte < 0x7F && std::string_view("<>|\\\"`").find(byte) == std::string_view::npos;
  });
  return web && plain ? '<' + std::string(url) + '>' : escaped(url);
}

std::string table_row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += ' ' + cell + " |";
  return out + '\n';
}

std::string table_head(const std::vector<MarkdownColumn>& columns) {
  std::vector<std::string> heads;
  std::string line = "|";
  for (const MarkdownColumn& column : columns) {
    heads.push_back(column.head);
    line += std::string(column.share, '-') + (column.figures ? ":|" : "|");
  }
  return table_row(heads) + line + '\n';
}

}  // namespace rashomon
