// The knowledge of the engine: every table of corpora/lexicons, typed, and the finder of their expressions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lexicon/matcher.h"
#include "engine/lexicon/tsv.h"
#include "engine/records/fact_type.h"
#include "engine/records/statement.h"
#include "engine/text/tokens.h"

namespace rashomon {

enum class Family : std::uint8_t { issue, place, person, organisation, formula };

struct Concept {
  std::string id;      // kebab-case
  std::string parent;  // another concept's id, or empty
  Family family = Family::issue;
};

enum class RegisterCategory : std::uint8_t {
  relation_label,
  talks,
  evaluation,
  commitment,
  neutral,
  disagreement,
  concern,
  protest,
  demand,
  warning,
  accusation,
  threat
};

/// One rung of the diplomatic register.
struct Rung {
  double level = 0;  // -5 confrontational .. +5 cooperative, towards the other party
  RegisterCategory category = RegisterCategory::neutral;
};

enum class Act : std::uint8_t {
  inform,
  stress,
  commit,
  agree,
  welcome,
  praise,
  request,
  urge,
  demand,
  warn,
  accuse,
  deny,
  reject,  // of speech
  blame,
  justify,
  harm,
  condition,
  report,
  threaten,
  concede,
  sanction,
  cooperate,
  progress  // without a verb of speech
};
inline constexpr std::size_t kActs = 23;

enum class Factivity : std::uint8_t { neutral, factive, counter };

/// An expression that does something with words, from speech_verbs or acts.
struct ActPhrase {
  Act act = Act::inform;
  int strength = 1;  // 1 weak .. 5 strong
  Factivity factivity = Factivity::neutral;
};

/// One side of a pair of political opposites.
struct Opposite {
  std::size_t pair = 0;  // number of the row
  bool right = false;    // which of its two sides
};

/// One of the names that parties give to a thing.
struct ContestedName {
  std::string thing;
  std::vector<std::string> used_by;  // party ids, or "neutral"
  double charge = 0;                 // -3 hostile to the other side's view .. +3 favourable
};

enum class PartyNameKind : std::uint8_t {
  name,
  adjective,
  capital,
  building,
  government,
  leader,
  minister,
  official,
  spokesperson,
  ministry,
  media,
  title,
  people
};

/// One name of a party, or of somebody who speaks for it.
struct PartyName {
  std::string party;
  PartyNameKind kind = PartyNameKind::name;
  std::string label;   // its first expression: "Joe Biden"
  bool exact = false;  // that expression is this form alone: "=Wang", a family name others share
};

enum class ModalKind : std::uint8_t {
  obligation,
  prohibition,
  intention,
  readiness,
  wish,
  possibility,
  ability
};

struct Modal {
  ModalKind kind = ModalKind::intention;
  double strength = 0;  // 0 .. 1
};

/// A hedge or a booster.
struct Degree {
  double strength = 0;  // 0 .. 1
};

enum class NegationScope : std::uint8_t { pre, post, pseudo, ending };

struct Negation {
  NegationScope scope = NegationScope::pre;
  int reach = 0;  // words
};

/// What an expression tells of a fact of the event, and where the fact's value stands.
enum class FactRole : std::uint8_t {
  yes,      // it was agreed, raised; somebody took part
  no,       // it was not
  no_such,  // what the other side reports was not agreed
  no_by,    // the party before it did not raise it
  only,     // nobody else took part
  length,   // a duration stands beside it
  before,   // who asked for the contact stands before it,
  after,    // after it,
  inside,   // within it
  mutual,   // both asked
  planned,  // a date beside it is that of a coming event
  held,     // a place or date beside it is that of the contact
  venue,    // a house that belongs to the party beside it
  city,
  count,    // things that are counted: one row a kind
  contact,  // the contact itself
  part,     // a part of it only
  generic,  // names no matter
  title,    // of a person: names nobody
  earlier,  // an earlier event may be meant
};
inline constexpr std::size_t kFactRoles = 20;

struct FactPhrase {
  std::optional<FactType> type;  // none: of several
  FactRole role = FactRole::yes;
};

/// What an expression does in a news article that passes on what others say.
enum class CitationRole : std::uint8_t {
  cites,       // verb of the source: said, told, wrote
  quotes,      // verb whose object is the speaker: quoted him as saying
  tells,       // verb of a position, which stands for a source where no other is named: voiced, vowed
  according,   // what follows is the source
  both,        // the two sides together
  spokesman,   // nouns that point back to a source: a person who speaks for a body,
  official,    // somebody in office,
  body,        // a ministry, an embassy, a medium,
  document,    // a statement, a readout
  private_,    // nobody's party: analysts, companies, groups
  background,  // the reporter's own: what happened before, what comes next
  carries,     // the sentence goes on with what was said before: also, in addition
  notice,      // of the publisher: who wrote, edited, pictured it
  clause,      // begins another clause, across which no source reaches: that, which, after
  beside,      // sets a second source beside the first: while, but
  time,        // stands between a source and its verb: Monday, later
  hearer,      // whom one tells, between "told" and what follows: reporters, lawmakers
  issued,      // belongs to a document before it: "a statement issued after the talks"
};
inline constexpr std::size_t kCitationRoles = 18;

struct CitationPhrase {
  CitationRole role = CitationRole::cites;
};

/// A condition or a distancing expression: its kind as the table writes it.
struct Marker {
  std::string kind;
};

/// All tables. A plain value: made once, then only read.
class Lexicons {
 public:
  /// Reads the tables in order; a row with the key of an earlier one replaces it (README of
  /// corpora/lexicons). Throws InputError with file, line and cure: a table that no header or name tells, a
  /// value out of range, an expression without a word, a parent that does not exist.
  explicit Lexicons(const std::vector<TsvTable>& tables);
  /// The tables that are compiled into the program.
  static Lexicons builtin();

  /// Tokens of a slice of a document that starts at code point `offset`.
  std::vector<Token> tokenize(std::string_view utf8, std::size_t offset = 0) const {
    return tokenizer_(utf8, offset);
  }
  /// Every expression found in the tokens of one statement, by first token, then table.
  std::vector<Find> find(const std::vector<Token>& tokens) const { return matcher_.find(tokens); }

  /// The finder of all expressions, for compiling it.
  const Matcher& matcher() const { return matcher_; }

  const std::vector<Concept>& concepts() const { return concepts_; }
  const std::vector<Rung>& rungs() const { return rungs_; }
  const std::vector<ActPhrase>& speech_verbs() const { return speech_verbs_; }
  const std::vector<ActPhrase>& acts() const { return acts_; }
  const std::vector<Opposite>& opposites() const { return opposites_; }
  const std::vector<ContestedName>& contested_names() const { return contested_names_; }
  const std::vector<PartyName>& party_names() const { return party_names_; }
  const std::vector<Modal>& modals() const { return modals_; }
  const std::vector<Degree>& hedges() const { return hedges_; }
  const std::vector<Degree>& boosters() const { return boosters_; }
  const std::vector<Negation>& negations() const { return negations_; }
  const std::vector<Marker>& conditions() const { return conditions_; }
  const std::vector<Marker>& distancing() const { return distancing_; }
  const std::vector<FactPhrase>& facts() const { return facts_; }
  const std::vector<CitationPhrase>& citations() const { return citations_; }

  /// "United States" for "us"; the id itself where no table names it.
  const std::string& party_label(const std::string& party) const;
  bool knows_party(const std::string& party) const { return labels_.contains(party); }
  const std::map<std::string, std::string>& party_labels() const { return labels_; }

 private:
  Lexicons(const std::vector<TsvTable>& tables, std::optional<Matcher> matcher);

  Tokenizer tokenizer_;
  Matcher matcher_;
  std::vector<Concept> concepts_;
  std::vector<Rung> rungs_;
  std::vector<ActPhrase> speech_verbs_;
  std::vector<ActPhrase> acts_;
  std::vector<Opposite> opposites_;
  std::vector<ContestedName> contested_names_;
  std::vector<PartyName> party_names_;
  std::vector<Modal> modals_;
  std::vector<Degree> hedges_;
  std::vector<Degree> boosters_;
  std::vector<Negation> negations_;
  std::vector<Marker> conditions_;
  std::vector<Marker> distancing_;
  std::vector<FactPhrase> facts_;
  std::vector<CitationPhrase> citations_;
  std::map<std::string, std::string> labels_;  // party -> label
};

/// Throws InputError where two rows of the table have one key.
void check_keys(const TsvTable& table);

/// The columns alone that entries are made of, of the expressions the first: what a program start reads where
/// the matcher is compiled.
TsvTable slim_table(const TsvTable& table);

/// The tables that are compiled into the program, with their patterns: for Lexicons(tables) with more tables
/// after them.
std::vector<TsvTable> builtin_tables();

/// Which table of corpora/lexicons this is, by its file's name, else by its columns: "concepts", "register"
/// ... Throws InputError where neither tells.
std::string table_name(const TsvTable& table);

/// Spelling and stop words of the tables that hold them.
WordLists word_lists(const std::vector<TsvTable>& tables);

/// An expression as the tables write it -> a pattern of the Matcher. Empty where it holds no word.
std::string expression_pattern(std::string_view expression, const Tokenizer& tokenizer);

/// The table with a column `patterns` that holds the patterns of its expressions (`en`, `zh`), so that a
/// program start need not make them; a table without expressions is returned as it is.
TsvTable with_patterns(TsvTable table, const Tokenizer& tokenizer);

}  // namespace rashomon
