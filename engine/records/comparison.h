// What a report is made from: accounts, links with their evidence, omissions, topics and totals.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/records/document.h"
#include "engine/records/fact_type.h"
#include "engine/records/statement.h"

namespace rashomon {

enum class Voice : std::uint8_t { same, cross };
enum class Relation : std::uint8_t { agree, reframe, diverge, contradict };
enum class Dimension : std::uint8_t { tone, strength, scope, agency, credit };

/// Probabilities of what a link is; they add up to 1. `oppose` is diverge and contradict together.
struct RelationProbabilities {
  double agree = 0;
  double reframe = 0;
  double oppose = 0;
};

/// One row of a link's reasons: what was found on each side, and what it adds to the evidence total.
struct Evidence {
  std::string kind;  // name of the feature: "register", "negation", ...; "intercept"; "identical"
  std::string left;  // the words on the left, empty where it names none
  std::string right;
  std::optional<Span> left_span;
  std::optional<Span> right_span;
  double contribution = 0;  // > 0 towards agreement, < 0 towards opposition
};

/// Two statements of different accounts that speak to the same point.
struct Link {
  std::size_t left = 0;    // index of the statement in the left account
  std::size_t right = 0;   // index of the statement in the right account
  double similarity = 0;   // TF-IDF cosine, 0 .. 1
  double probability = 0;  // that they are linked, 0 .. 1
  double share = 0;        // P(full) + P(part) / 2, 0 .. probability
  Voice voice = Voice::same;
  Relation relation = Relation::agree;
  double score = 0;       // -1 opposed .. +1 same content and tone
  double confidence = 0;  // calibrated probability of the relation, 0 .. 1
  RelationProbabilities probabilities;
  std::optional<Dimension> dimension;  // of a reframe
  std::optional<FactType> type;        // of a contradict
  double evidence_total = 0;           // sum of the contributions
  std::vector<Evidence> evidence;      // strongest first, the intercept last
  std::vector<Relation> plausible;     // where unsure: the smallest set of labels that holds 0.9; else empty

  bool uncertain() const { return !plausible.empty(); }
};

/// A statement that no link reaches.
struct Omission {
  std::size_t account = 0;    // index in Comparison::accounts
  std::size_t statement = 0;  // index in that account
  double salience = 0;
};

/// Words of an account that a reader should see first.
struct Highlight {
  std::size_t statement = 0;
  Span span;
  std::string text;
  double level = 0;  // on the register, -5 .. +5
};

struct Highlights {
  std::optional<Highlight> tone;      // how the account sums up the talk
  std::optional<Highlight> sharpest;  // its most confrontational expression towards the other side
};

/// What the panel asks of the event itself.
enum class FactKind : std::uint8_t { contact, initiator, date, place, duration, participant, follow_up };
inline constexpr std::size_t kFactKinds = 7;

/// How two accounts stand to each other on one fact; `silent` where one of them or both do not tell it.
enum class FactVerdict : std::uint8_t { same, differs, silent };

/// The words of an account that tell a fact.
struct FactValue {
  std::size_t statement = 0;
  Span span;
  std::string text;
};

/// One fact of the event. Of `participant` and `follow_up` one a person and an agreed step.
struct PanelFact {
  FactKind kind = FactKind::contact;
  FactVerdict verdict = FactVerdict::silent;
  std::array<std::optional<FactValue>, 2> values;  // of the left and the right account
};

/// What becomes of a claim in the account of the party that it speaks for.
enum class ClaimVerdict : std::uint8_t { denied, silent, weakened, strengthened, confirmed };

/// A statement in which one account tells what the other party said, promised or agreed.
struct Claim {
  std::size_t side = 0;       // who tells it: 0 the left account of the right party, 1 the reverse
  std::size_t statement = 0;  // in the teller's account
  ClaimVerdict verdict = ClaimVerdict::silent;
  bool joint = false;                 // told of both parties: "the two sides agreed"
  std::optional<std::size_t> answer;  // what the party's own account says of it; none where it is silent
  double probability = 0;             // that the answer, or else the likeliest one, speaks to the same point
  double share = 0;                   // P(full) + P(part) / 2 of the two
  std::optional<double> score;        // of the two, -1 .. +1; none without an answer
  std::optional<double> told_strength;  // how firmly the teller has the party commit itself, 0 .. 1
  std::optional<double> own_strength;   // how firmly the party does so in its answer
};

/// A word that one of two accounts uses more than the other.
struct Keyword {
  std::string word;                     // as the accounts write it most often
  std::array<std::size_t, 2> counts{};  // in the left and in the right account
  double log_odds = 0;  // > 0: of the left account; zeta-hat and its z-score: scorer/keywords.h
  double z = 0;
};

/// How the accounts treat one concept. Vectors: one element an account.
struct Topic {
  std::string concept_id;
  std::vector<double> emphasis;                       // mass of the statements that name it, 0 .. 1
  std::vector<std::optional<double>> register_level;  // mean by mass, -5 .. +5; none where it is not named
  std::vector<std::optional<std::size_t>> first;      // number of the first statement that names it, from 1
  std::optional<double> score;  // mean score of its links by ground; none without a link
};

/// Of an account: its mass split by what becomes of it; adds up to 1.
struct Profile {
  double agree = 0;
  double reframe = 0;
  double oppose = 0;
  double silent = 0;

  double coverage() const { return agree + reframe + oppose; }
};

/// The totals of two accounts (design: "The totals").
struct Summary {
  double divergence = 0;  // 0 .. 1; silence + narrative + position
  std::array<double, 2> divergence_interval{};
  double silence = 0;
  double narrative = 0;
  double position = 0;
  std::optional<double> tension;  // none where the accounts never meet
  std::array<Profile, 2> profiles;
  std::array<std::size_t, 4> relations{};  // links at the model's threshold, by Relation
};

/// Two accounts laid side by side.
struct PairComparison {
  std::size_t left = 0;  // index in Comparison::accounts
  std::size_t right = 0;
  std::vector<Link> links;                      // by left statement, then right
  std::vector<Omission> omissions;              // by salience x (1 - answered), greatest first
  std::array<std::vector<double>, 2> answered;  // of each statement, 0 .. 1
  std::array<std::vector<std::vector<double>>, 2> points_answered;  // of each statement's points, 0 .. 1
  std::array<Highlights, 2> highlights;
  Summary summary;
  std::vector<PanelFact> facts = {};   // by kind, then as the left account, then the right one tells them
  std::vector<Claim> claims = {};      // by verdict, then the weightiest first
  std::vector<Keyword> keywords = {};  // by z, those of the left account first
};

/// A statement's figures that need no other account.
struct StatementFigures {
  std::vector<std::string> concepts;  // ids, in the order of their first mention
  double register_level = 0;          // towards the other party, -5 .. +5
  double mass = 0;                    // share of the account's content words
  double salience = 0;
};

struct ComparedAccount {
  Account account;
  std::vector<StatementFigures> figures;  // one a statement
};

/// What made the comparison, for citing and repeating it.
struct EngineStamp {
  std::string version;
  std::string model;                                         // name and hash
  double threshold = 0;                                      // links at or above it are shown by default
  double min_probability = 0;                                // links below it are left out of `links`
  std::vector<std::pair<std::string, std::string>> options;  // those that change the outcome, as given
};

struct Comparison {
  EngineStamp engine;
  std::vector<ComparedAccount> accounts;
  std::vector<PairComparison> pairs;  // every two accounts, in order: (0,1), (0,2), (1,2) ...
  std::vector<Topic> topics;          // by total emphasis, greatest first
  std::vector<std::string> warnings;  // one line each
  // Of every span; report/offsets.h changes it.
  OffsetUnit offsets = OffsetUnit::codepoints;
};

}  // namespace rashomon
