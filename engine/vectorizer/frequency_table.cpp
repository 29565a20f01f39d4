#include "engine/vectorizer/frequency_table.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "engine/records/error.h"

namespace rashomon {
namespace {

constexpr std::string_view kFormat = "rashomon.frequencies/1";

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Hands out the lines of a table, each "key<TAB>value".
class Lines {
 public:
  Lines(std::string_view text, const std::string& place) : rest_(text), place_(place) {}

  bool at_end() const { return rest_.empty(); }
  bool skip(std::string_view line) {
    if (!rest_.starts_with(line) || rest_.substr(line.size(), 1) != "\n") return false;
    rest_.remove_prefix(line.size() + 1);
    ++number_;
    return true;
  }
  std::pair<std::string_view, std::string_view> row() {
    ++number_;
    const std::size_t end = rest_.find('\n');
    const std::string_view line = rest_.substr(0, end);
    const std::size_t tab = line.find('\t');
    if (end == std::string_view::npos || tab == std::string_view::npos) refuse();
    rest_.remove_prefix(end + 1);
    return {line.substr(0, tab), line.substr(tab + 1)};
  }
  /// The value of the next line, which has this key.
  std::string_view value(std::string_view key) {
    const auto [found, value] = row();
    if (found != key) refuse();
    return value;
  }
  std::size_t number(std::string_view text, std::size_t low, std::size_t high) const {
    const std::optional<std::size_t> value = whole_number(text);
    if (!value || *value < low || *value > high) refuse();
    return *value;
  }
  bool next_is(std::string_view key) const {
    return rest_.starts_with(key) && rest_.substr(key.size(), 1) == "\t";
  }
  [[noreturn]] void refuse() const {
    throw InputError(place_ + ':' + std::to_string(number_), "is no line of document frequencies",
                     "make the table by 'rashomon frequencies'");
  }

 private:
  std::string_view rest_;
  const std::string& place_;
  std::size_t number_ = 0;
};

}  // namespace

FrequencyTable FrequencyTable::parse(std::string_view text, const std::string& place) {
  constexpr std::size_t kMost = std::string_view::npos / 2;
  FrequencyTable table("");
  Lines lines(text, place);
  if (lines.skip(kFormat)) {
    table.settings_ = lines.value("settings");
    table.least_ = lines.number(lines.value("least"), 1, kMost);
    while (lines.next_is("input")) {
      if (!table.begin_input(std::string(lines.value("input")))) lines.refuse();
    }
  }
  table.sentences_ = lines.number(lines.value("sentences"), 0, kMost);
  std::string_view last;
  while (!lines.at_end()) {
    const auto [stem, count] = lines.row();
    if (!table.stems_.empty() && stem <= last) lines.refuse();
    table.stems_.emplace(stem, lines.number(count, 1, table.sentences_));
    last = stem;
  }
  return table;
}

void FrequencyTable::add(const std::vector<Token>& sentence) {
  ++sentences_;
  std::set<std::string_view> once;
  for (const Token& token : sentence) {
    if (!token.stop && token.kind == TokenKind::word) once.insert(token.stem);
  }
  for (const std::string_view stem : once) ++stems_[std::string(stem)];
}

void FrequencyTable::merge(const FrequencyTable& other, const std::string& place) {
  if (other.settings_.empty()) {
    throw InputError(place, "it does not tell what it was counted in",
                     "count again by 'rashomon frequencies'");
  }
  if (other.settings_ != settings_) {
    throw InputError(place, "it was counted with other settings than the table before it",
                     "use one version of the program and the same --lexicon for all");
  }
  if (other.least_ > 1) {
    throw InputError(place, "it leaves out rare stems, so that its counts do not add up",
                     "count without --least; give it when merging");
  }
  for (const std::string& input : other.inputs_) {
    if (!begin_input(input)) {
      throw InputError(place, "its input " + input.substr(0, 12) + " is counted in a table before it too",
                       "merge tables of different inputs");
    }
  }
  sentences_ += other.sentences_;
  for (const auto& [stem, count] : other.stems_) stems_[stem] += count;
}

std::string FrequencyTable::text(std::size_t least) const {
  std::vector<std::pair<std::string_view, std::size_t>> rows;
  for (const auto& [stem, count] : stems_) {
    if (count >= least) rows.emplace_back(stem, count);
  }
  std::sort(rows.begin(), rows.end());
  std::string out;
  const auto line = [&](std::string_view key, std::string_view value) {
    ((((out += key) += '\t')) += value) += '\n';
  };
  (out += kFormat) += '\n';
  line("settings", settings_);
  line("least", std::to_string(least));
  for (const std::string& input : inputs_) line("input", input);
  line("sentences", std::to_string(sentences_));
  for (const auto& [stem, count] : rows) line(stem, std::to_string(count));
  return out;
}

}  // namespace rashomon
