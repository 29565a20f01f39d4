// Document frequencies as whole numbers with what they were counted in and how: tables that add up exactly.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/records/statement.h"

namespace rashomon {

/// In how many sentences of its inputs each stem stands. Tables of inputs that have nothing in common can be
/// merged in any order and grouping: the sum is the table of all inputs, to the byte.
///
/// As text, sorted by bytes: the line "rashomon.frequencies/1"; "settings<TAB>HASH"; "least<TAB>N";
/// "input<TAB>HASH" for each input; "sentences<TAB>N"; then "stem<TAB>count" lines.
class FrequencyTable {
 public:
  /// `settings`: a hash of all that decides which sentences and stems a text has.
  explicit FrequencyTable(std::string settings) : settings_(std::move(settings)) {}

  /// Reads such a text, or an older one, which begins with "sentences<TAB>N" and tells of neither settings
  /// nor inputs. `place`: for messages. Throws InputError with the line that is wrong.
  static FrequencyTable parse(std::string_view text, const std::string& place);

  /// Whether the input with this hash is new; of one that is not, nothing is to be added.
  bool begin_input(const std::string& hash) { return inputs_.insert(hash).second; }
  /// A sentence of the input begun last. Stop words, numbers and punctuation are no stems.
  void add(const std::vector<Token>& sentence);

  /// Adds the counts of the other table. Throws InputError where it was made with other settings, shares an
  /// input with this one, or has left out rare stems.
  void merge(const FrequencyTable& other, const std::string& place);

  /// `least`: stems in fewer sentences are left out; such a table can no longer be merged.
  std::string text(std::size_t least = 1) const;

  const std::string& settings() const { return settings_; }  // empty: not known

 private:
  std::string settings_;
  std::size_t least_ = 1;
  std::set<std::string> inputs_;
  std::size_t sentences_ = 0;
  std::unordered_map<std::string, std::size_t> stems_;  // sentences that hold the stem
};

}  // namespace rashomon
