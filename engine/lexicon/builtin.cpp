// The compiled lexicons, as the build step wrote them.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/lexicon/lexicons.h"

extern "C" const char rashomon_lexicons_begin[];
extern "C" const char rashomon_lexicons_end[];
extern "C" const char rashomon_slim_lexicons_begin[];
extern "C" const char rashomon_slim_lexicons_end[];
extern "C" const std::uint32_t rashomon_matcher_begin[];
extern "C" const std::uint32_t rashomon_matcher_end[];

namespace rashomon {
namespace {

std::vector<TsvTable> split_tables(const char* begin, const char* end) {
  const std::string_view all(begin, static_cast<std::size_t>(end - begin));
  std::vector<TsvTable> tables;
  for (std::size_t at = 1; at < all.size();) {  // byte 0 is the first table's form feed
    const std::size_t next = std::min(all.find('\f', at), all.size());
    const std::string_view table = all.substr(at, next - at);
    const std::size_t name_end = table.find('\n');
    tables.push_back(parse_tsv(table.substr(name_end + 1), std::string(table.substr(0, name_end))));
    at = next + 1;
  }
  return tables;
}

}  // namespace

std::vector<TsvTable> builtin_tables() {
  return split_tables(rashomon_lexicons_begin, rashomon_lexicons_end);
}

Lexicons Lexicons::builtin() {
  return {split_tables(rashomon_slim_lexicons_begin, rashomon_slim_lexicons_end),
          Matcher::view({rashomon_matcher_begin, rashomon_matcher_end})};
}

}  // namespace rashomon
