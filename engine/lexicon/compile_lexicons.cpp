// Build step: checks the tables and writes three files to be compiled in: the tables with their patterns,
// what a program start reads of them, and the block of the matcher.
//     compile_lexicons TABLES SLIM MATCHER TABLE.tsv...
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/text/code_points.h"

namespace {

using namespace rashomon;

TsvTable read_table(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.good() && !in.eof()) throw std::runtime_error(path + ": cannot be read");
  if (first_invalid_byte(text) != std::string::npos) throw std::runtime_error(path + ": is no UTF-8");
  return parse_tsv(text, path);
}

void write_row(std::ostream& out, const std::vector<std::string>& cells) {
  for (std::size_t k = 0; k < cells.size(); ++k) out << (k == 0 ? "" : "\t") << cells[k];
  out << '\n';
}

void write_table(std::ostream& out, const TsvTable& table) {
  out << '\f' << table_name(table) << ".tsv\n";  // form feed: starts a table
  write_row(out, table.header);
  for (const auto& row : table.rows) write_row(out, row);
}

void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error(path + ": cannot be written");
}

void compile(const std::string& tables_path, const std::string& slim_path, const std::string& matcher_path,
             const std::vector<std::string>& paths) {
  std::vector<TsvTable> tables;
  for (const std::string& path : paths) tables.push_back(read_table(path));
  const Tokenizer tokenizer(word_lists(tables));
  for (TsvTable& table : tables) table = with_patterns(std::move(table), tokenizer);
  const Lexicons checked(tables);

  std::ostringstream full;
  std::ostringstream slim;
  for (const TsvTable& table : tables) {
    check_keys(table);
    write_table(full, table);
    write_table(slim, slim_table(table));
  }
  write_file(tables_path, full.str());
  write_file(slim_path, slim.str());
  const auto block = checked.matcher().block();
  write_file(matcher_path, {reinterpret_cast<const char*>(block.data()), block.size_bytes()});
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc < 5) throw std::runtime_error("usage: compile_lexicons TABLES SLIM MATCHER TABLE.tsv...");
    compile(argv[1], argv[2], argv[3], {argv + 4, argv + argc});
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
