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
      {"similarity", "words in common"},
      {"voice.cross", "two positions"},
      {"opposites", "opposites"},
      {"other_names", "other names for one thing"},
      {"other_numbers", "other figures"},
      {"holders.none", "nobody's position"},
      {"holders.both", "told of both sides"},
      {"account.warmth", "warmth of the whole accounts"},
      {"account.coldness", "coldness of the whole accounts"},
      {"account.coldness.cross", "two positions in cold accounts"},
  };
  return words;
}

/// Of what stands before the last dot: what a statement does with its point.
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

/// How the two sides' figures are laid side by side.
std::string_view side_words(std::string_view side) {
  if (side == "apart") return " on one side more";
  if (side == "cross") return " in two positions";
  return "";
}

std::string plain_kind(const std::string& kind) {
  if (const auto found = whole_kinds().find(kind); found != whole_kinds().end())
    return std::string(found->second);
  const std::size_t dot = kind.rfind('.');
  if (dot != std::string::npos) {
    const std::string_view part = std::string_view(kind).substr(dot + 1);
    if (const auto conflict = conflicts().find(part);
        conflict != conflicts().end() && kind.starts_with("conflict."))
      return std::string(conflict->second);
    const auto cue = cues().find(std::string_view(kind).substr(0, dot));
    if (cue != cues().end()) return std::string(cue->second).append(side_words(part));
  }
  std::string words = make_visible(kind);
  for (char& byte : words) {
    if (byte == '_' || byte == '.') byte = ' ';
  }
  return words;
}

std::string quoted(const std::string& text) { return '"' + make_visible(text) + '"'; }

}  // namespace

std::string reason_words(const Evidence& row) {
  std::string words = plain_kind(row.kind);
  if (!row.left.empty() && !row.right.empty()) {
    words += row.left == row.right ? ": both " + quoted(row.left)
                                   : ": " + quoted(row.left) + " against " + quoted(row.right);
  } else if (!row.left.empty() || !row.right.empty()) {
    words += row.left.empty() ? ": on the right " + quoted(row.right) : ": on the left " + quoted(row.left);
  }
  return words + ' ' + fixed(row.contribution, 2, true);
}

}  // namespace rashomon
