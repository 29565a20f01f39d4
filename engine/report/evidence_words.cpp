#include "engine/report/evidence_words.h"

#include <map>
#include <string_view>

#include "engine/report/numbers.h"
#include "engine/text/width.h"

namespace rashomon {
namespace {

using Words = std::map<std::string_view, std::string_view>;

/// Of a whole kind.
const Words& whole_kinds() {
  static const Words words = {
      {"identical", "the same words"},
      {"intercept", "starting point"},
      {"others", "smaller reasons"},
      {"voice", "one thing told or two positions"},
      {"holders", "whose position it is"},
      {"account", "tone of the whole accounts"},
      {"opposites", "opposites"},
      {"polarity", "denied on one side only"},
      {"other_names", "other names for one thing"},
      {"other_numbers", "other figures"},
      {"stems", "words in common"},
      {"runs", "phrases in common"},
      {"characters", "wording in common"},
      {"soft", "near words"},
      {"meaning", "likeness of meaning"},
      {"issues", "issues in common"},
      {"formulas", "formulas in common"},
      {"knowledge", "wording and issues in common"},
      {"acts", "acts in common"},
      {"rarity", "rare words"},
      {"size", "length"},
  };
  return words;
}

/// What a statement does with its point.
const Words& cues() {
  static const Words words = {
      {"warmth", "warm words"},
      {"coldness", "cold words"},
      {"coldest", "coldest words"},
      {"concern", "concern"},
      {"protest", "disagreement"},
      {"pressure", "demand or warning"},
      {"charge", "accusing words"},
      {"hostility", "hostile words"},
      {"cooperation", "cooperative words"},
      {"talks", "summing up the talk"},
      {"inform", "informing"},
      {"stress", "stressing"},
      {"commit", "committing"},
      {"agree", "agreeing"},
      {"welcome", "welcoming"},
      {"praise", "praising"},
      {"request", "requesting"},
      {"urge", "urging"},
      {"demand", "demanding"},
      {"warn", "warning"},
      {"accuse", "accusing"},
      {"deny", "denying"},
      {"reject", "rejecting"},
      {"blame", "blaming"},
      {"justify", "justifying"},
      {"harm", "naming harm"},
      {"condition", "setting a condition"},
      {"report", "reporting"},
      {"threaten", "threatening"},
      {"concede", "conceding"},
      {"sanction", "sanctioning"},
      {"cooperate", "cooperating"},
      {"progress", "naming progress"},
      {"negation", "negation"},
      {"obligation", "obligation"},
      {"prohibition", "prohibition"},
      {"intention", "intention"},
      {"readiness", "readiness"},
      {"wish", "wish"},
      {"possibility", "possibility"},
      {"ability", "ability"},
      {"hedge", "hedging"},
      {"booster", "emphatic words"},
      {"if_clause", "an if-clause"},
      {"distancing", "distancing"},
      {"name_charge", "loaded names"},
      {"quotation", "quoting"},
  };
  return words;
}

/// Of a conflict of facts, by its type.
const Words& conflicts() {
  static const Words words = {
      {"duration", "durations differ"},
      {"date", "dates differ"},
      {"place", "places differ"},
      {"initiator", "who asked for it differs"},
      {"participants", "who took part differs"},
      {"figure", "figures differ"},
      {"agreed", "agreed on one side only"},
      {"raised", "raised on one side only"},
  };
  return words;
}

std::string quoted(const std::string& text) { return '"' + make_visible(text) + '"'; }

}  // namespace

std::string kind_words(const std::string& kind) {
  for (const Words* words : {&whole_kinds(), &cues()}) {
    if (const auto found = words->find(kind); found != words->end()) return std::string(found->second);
  }
  if (kind.starts_with("conflict.")) {
    const auto conflict = conflicts().find(std::string_view(kind).substr(kind.find('.') + 1));
    if (conflict != conflicts().end()) return std::string(conflict->second);
  }
  std::string words = make_visible(kind);
  for (char& byte : words) {
    if (byte == '_' || byte == '.') byte = ' ';
  }
  return words;
}

std::string reason_words(const Evidence& row) {
  std::string words = kind_words(row.kind);
  if (!row.left.empty() && !row.right.empty()) {
    words += row.left == row.right ? ": both " + quoted(row.left)
                                   : ": " + quoted(row.left) + " against " + quoted(row.right);
  } else if (!row.left.empty() || !row.right.empty()) {
    words += row.left.empty() ? ": on the right " + quoted(row.right) : ": on the left " + quoted(row.left);
  }
  return words + ' ' + fixed(row.contribution, 2, true);
}

}  // namespace rashomon
