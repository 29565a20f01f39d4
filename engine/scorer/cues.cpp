#include "engine/scorer/cues.h"

#include <algorithm>
#include <cmath>

namespace rashomon {
namespace {

constexpr std::array<std::string_view, kCues> kNames = {
    "warmth",      "coldness",    "coldest",    "concern",     "protest",     "pressure",  "charge",
    "hostility",   "cooperation", "talks",      "inform",      "stress",      "commit",    "agree",
    "welcome",     "praise",      "request",    "urge",        "demand",      "warn",      "accuse",
    "deny",        "reject",      "blame",      "justify",     "harm",        "condition", "report",
    "threaten",    "concede",     "sanction",   "cooperate",   "progress",    "negation",  "obligation",
    "prohibition", "intention",   "readiness",  "wish",        "possibility", "ability",   "hedge",
    "booster",     "if_clause",   "distancing", "name_charge", "quotation"};

Cue offset(Cue first, std::size_t by) { return static_cast<Cue>(static_cast<std::size_t>(first) + by); }

// Collects cues; the strongest mark of each gives its words.
class Reader {
 public:
  void add(Cue cue, double amount, const Find& find) {
    const auto k = static_cast<std::size_t>(cue);
    cues_.value[k] = std::min(kMostOfACue, cues_.value[k] + amount);
    name_words(k, amount, find);
  }
  void raise(Cue cue, double amount, const Find& find) {
    const auto k = static_cast<std::size_t>(cue);
    cues_.value[k] = std::max(cues_.value[k], amount);
    name_words(k, amount, find);
  }
  Cues cues() const { return cues_; }

 private:
  void name_words(std::size_t cue, double amount, const Find& find) {
    if (amount <= strongest_[cue]) return;
    strongest_[cue] = amount;
    cues_.words[cue] = TokenRange{find.first, find.last};
  }

  Cues cues_;
  std::array<double, kCues> strongest_{};
};

std::optional<Cue> cue_of(RegisterCategory category) {
  switch (category) {
    case RegisterCategory::concern: return Cue::concern;
    case RegisterCategory::disagreement:
    case RegisterCategory::protest: return Cue::protest;
    case RegisterCategory::demand:
    case RegisterCategory::warning:
    case RegisterCategory::threat: return Cue::pressure;
    case RegisterCategory::accusation: return Cue::charge;
    case RegisterCategory::talks: return Cue::talks;
    default: return std::nullopt;
  }
}

// Which side of an act a reader of readouts would put it on; the others are neither.
std::optional<Cue> stance_of(Act act) {
  switch (act) {
    case Act::demand:
    case Act::warn:
    case Act::accuse:
    case Act::deny:
    case Act::reject:
    case Act::blame:
    case Act::harm:
    case Act::condition:
    case Act::threaten:
    case Act::sanction: return Cue::hostility;
    case Act::commit:
    case Act::agree:
    case Act::welcome:
    case Act::praise:
    case Act::concede:
    case Act::cooperate:
    case Act::progress: return Cue::cooperation;
    default: return std::nullopt;
  }
}

void read_rung(const Rung& rung, const Find& find, Reader& reader) {
  if (rung.level > 0) reader.add(Cue::warmth, rung.level, find);
  if (rung.level < 0) {
    reader.add(Cue::coldness, -rung.level, find);
    reader.raise(Cue::coldest, -rung.level, find);
  }
  if (const auto cue = cue_of(rung.category)) {
    reader.add(*cue, 1, find);
    if (*cue != Cue::talks) reader.add(Cue::hostility, 1, find);
  }
}

bool is_quotation_mark(const Token& token) { return token.kind == TokenKind::mark && token.form == "\""; }

void read_quotations(const Statement& statement, Reader& reader) {
  const auto& tokens = statement.tokens;
  for (std::size_t open = 0; open < tokens.size(); ++open) {
    if (!is_quotation_mark(tokens[open])) continue;
    std::size_t close = open + 1;
    while (close < tokens.size() && !is_quotation_mark(tokens[close])) ++close;
    if (close == tokens.size()) return;
    reader.add(Cue::quotation, 1, {Table::distancing, 0, open, close + 1});
    open = close;
  }
}

}  // namespace

std::string_view cue_name(Cue cue) { return kNames[static_cast<std::size_t>(cue)]; }

Cues read_cues(const Statement& statement, const Lexicons& lexicons) {
  Reader reader;
  for (const Find& find : statement.finds) {
    switch (find.table) {
      case Table::register_: {
        const Rung& rung = lexicons.rungs()[find.entry];
        if (!is_negated(statement, find.first, lexicons)) read_rung(rung, find, reader);
        break;
      }
      case Table::speech_verbs:
      case Table::acts: {
        const auto& phrases = find.table == Table::acts ? lexicons.acts() : lexicons.speech_verbs();
        const Act act = phrases[find.entry].act;
        reader.add(offset(Cue::inform, static_cast<std::size_t>(act)), 1, find);
        if (const auto stance = stance_of(act)) reader.add(*stance, 1, find);
        break;
      }
      case Table::negations: {
        const auto scope = lexicons.negations()[find.entry].scope;
        if (scope == NegationScope::pre || scope == NegationScope::post) reader.add(Cue::negation, 1, find);
        break;
      }
      case Table::modals:
        reader.add(offset(Cue::obligation, static_cast<std::size_t>(lexicons.modals()[find.entry].kind)), 1,
                   find);
        break;
      case Table::hedges: reader.add(Cue::hedge, 1, find); break;
      case Table::boosters: reader.add(Cue::booster, 1, find); break;
      case Table::conditions: reader.add(Cue::if_clause, 1, find); break;
      case Table::distancing: reader.add(Cue::distancing, 1, find); break;
      case Table::contested_names: {
        const double charge = lexicons.contested_names()[find.entry].charge;
        if (charge != 0) reader.add(Cue::name_charge, std::abs(charge), find);
        break;
      }
      default: break;
    }
  }
  read_quotations(statement, reader);
  return reader.cues();
}

bool is_negated(const Statement& statement, std::size_t token, const Lexicons& lexicons) {
  for (const Find& find : statement.finds) {
    if (find.table != Table::negations || find.last > token) continue;
    const Negation& negation = lexicons.negations()[find.entry];
    if (negation.scope != NegationScope::pre || find.last + static_cast<std::size_t>(negation.reach) <= token)
      continue;
    const bool ended = std::any_of(statement.finds.begin(), statement.finds.end(), [&](const Find& other) {
      return other.table == Table::negations &&
             lexicons.negations()[other.entry].scope == NegationScope::ending && other.first >= find.last &&
             other.first < token;
    });
    const auto clause_end = [](const Token& t) { return t.form == ";" || t.form == "." || t.form == ","; };
    const auto from = statement.tokens.begin();
    const bool cut = std::any_of(from + static_cast<std::ptrdiff_t>(find.last),
                                 from + static_cast<std::ptrdiff_t>(token), clause_end);
    if (!ended && !cut) return true;
  }
  return false;
}

}  // namespace rashomon
