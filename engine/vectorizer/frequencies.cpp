#include "engine/vectorizer/frequencies.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "engine/records/error.h"

extern "C" const char rashomon_frequencies_begin[];
extern "C" const char rashomon_frequencies_end[];

namespace rashomon {
namespace {

constexpr std::string_view kSentences = "sentences\t";

double number_after_tab(std::string_view line) {
  double value = 0;
  const std::size_t tab = line.find('\t');
  if (tab != std::string_view::npos) std::from_chars(line.data() + tab + 1, line.data() + line.size(), value);
  return value;
}

}  // namespace

Frequencies Frequencies::builtin() {
  return Frequencies({rashomon_frequencies_begin,
                      static_cast<std::size_t>(rashomon_frequencies_end - rashomon_frequencies_begin)});
}

Frequencies::Frequencies(std::string_view table) {
  const std::size_t newline = table.starts_with(kSentences) ? 0 : table.find("\nsentences\t");
  const std::size_t start = newline == 0 || newline == std::string_view::npos ? newline : newline + 1;
  const std::size_t end = table.find('\n', start);
  sentences_ = end != std::string_view::npos ? number_after_tab(table.substr(start, end - start)) : 0;
  if (sentences_ <= 0) {
    throw InputError("document frequencies", "no line says 'sentences<TAB>N', with N above 0",
                     "make them by 'rashomon frequencies'");
  }
  lines_ = table.substr(end + 1);
}

Frequencies Frequencies::keeping(std::string table) {
  auto kept = std::make_shared<const std::string>(std::move(table));
  Frequencies out{std::string_view(*kept)};
  out.kept_ = std::move(kept);
  return out;
}

double Frequencies::count(std::string_view stem) const {
  std::size_t low = 0;
  std::size_t high = lines_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t newline = middle == 0 ? std::string_view::npos : lines_.rfind('\n', middle - 1);
    const std::size_t start = newline == std::string_view::npos || newline < low ? low : newline + 1;
    const std::size_t end = std::min(lines_.find('\n', start), lines_.size());
    const std::string_view line = lines_.substr(start, end - start);
    const int order = line.substr(0, line.find('\t')).compare(stem);
    if (order == 0) return number_after_tab(line);
    if (order < 0) {
      low = end + 1;
    } else {
      high = start;
    }
  }
  return 0;
}

double Frequencies::idf(std::string_view stem) const {
  return std::log((1 + sentences_) / (1 + count(stem))) + 1;
}

}  // namespace rashomon
