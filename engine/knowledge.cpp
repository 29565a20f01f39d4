#include "engine/knowledge.h"

#include <cstddef>
#include <utility>

#include "engine/reader/reader.h"
#include "engine/records/error.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

// A file of ours (a lexicon, a model): UTF-8.
std::string read_utf8(const std::string& path) {
  std::string bytes = read_bytes(path);
  if (const std::size_t bad = first_invalid_byte(bytes); bad != std::string::npos) {
    throw InputError(path, "byte " + std::to_string(bad) + " is not UTF-8", "save the file as UTF-8");
  }
  return bytes;
}

}  // namespace

TsvTable read_table(const std::string& path) { return parse_tsv(read_utf8(path), path); }

std::vector<TsvTable> tables_with(const std::vector<std::string>& paths) {
  std::vector<TsvTable> tables = builtin_tables();
  for (const std::string& path : paths) tables.push_back(read_table(path));
  return tables;
}

Lexicons lexicons_with(const std::vector<std::string>& paths) {
  return paths.empty() ? Lexicons::builtin() : Lexicons(tables_with(paths));
}

Knowledge Knowledge::builtin() { return with({}); }

Knowledge Knowledge::with(const KnowledgeFiles& files) {
  Lexicons lexicons = lexicons_with(files.lexicons);
  WordVectors vectors = files.vectors
                            ? WordVectors::parse(read_bytes(*files.vectors), *files.vectors, lexicons)
                            : WordVectors::builtin();
  return {std::move(lexicons), Frequencies::builtin(), std::move(vectors),
          files.model ? Model::parse(read_utf8(*files.model), *files.model) : Model::builtin()};
}

}  // namespace rashomon
