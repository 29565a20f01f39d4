#include "engine/knowledge.h"

#include <utility>

#include "engine/reader/reader.h"

namespace rashomon {

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
