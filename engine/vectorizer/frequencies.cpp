#include "engine/vectorizer/frequencies.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "engine/records/error.h"

extern "C" const char rashomon_frequencies_begin[];
extern "C" const char rashomon_frequencies_end[];

namespace rashomon {
namespace {

constexpr std::string_view kHeader = "sentences\t";

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
  const std::size_t end = table.find('\n');
  sentences_ = table.starts_with(kHeader) && end != std::string_view::npos
                   ? number_after_tab(table.substr(0, end))
                   : 0;
  if (sentences_ <= 0) {
    throw InputError("document frequencies", "the first line is not 'sentences<TAB>N'",
                     "make them by 'rashomon frequencies'");
  }
  lines_ = table.substr(end + 1);
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

void FrequencyCounter::add(const std::vector<Token>& sentence) {
  ++sentences_;
  std::set<std::string> once;
  for (const Token& token : sentence) {
    if (!token.stop && token.kind == TokenKind::word) once.insert(token.stem);
  }
  stems_.insert(stems_.end(), once.begin(), once.end());
}

std::string FrequencyCounter::table(std::size_t least) const {
  std::vector<std::string> sorted = stems_;
  std::sort(sorted.begin(), sorted.end());
  std::string out = std::string(kHeader) + std::to_string(sentences_) + '\n';
  for (std::size_t at = 0; at < sorted.size();) {
    std::size_t end = at;
    while (end < sorted.size() && sorted[end] == sorted[at]) ++end;
    if (end - at >= least) out += sorted[at] + '\t' + std::to_string(end - at) + '\n';
    at = end;
  }
  return out;
}

}  // namespace rashomon
