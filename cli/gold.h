// Folders of annotated events, as corpora/events holds them.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/pipeline.h"
#include "engine/records/comparison.h"
#include "engine/records/document.h"

namespace rashomon::cli {

/// `linked`: in full or in part, it is not said which.
enum class Strength { none, part, full, disputed, linked };
/// Whose words a sentence reports: holder bits of the left and of the right party; 0 none, 3 both.
using Holders = unsigned;
constexpr Holders kLeftHolds = 1;
constexpr Holders kRightHolds = 2;

enum class GoldDimension { none, tone, strength, scope, agency, credit };

/// What the annotators say of two statements.
struct GoldLink {
  Strength strength = Strength::none;
  Relation relation = Relation::agree;            // where it is a link
  double score = 0;                               // -1 .. 1
  GoldDimension dimension = GoldDimension::none;  // of a reframe, where annotated
};

/// One annotated event: its two documents and its annotation by sentence.
struct GoldEvent {
  std::string name;
  std::string kind;  // "readouts" or "statements"
  std::string hash;  // SHA-256 over the files that a model learns from: all but the holders
  std::vector<std::string> parties;
  std::vector<Document> documents;                                // left, right
  std::vector<std::vector<Span>> sentences;                       // of left, of right
  std::map<std::pair<std::size_t, std::size_t>, GoldLink> links;  // by left and right sentence, from 0
  bool has_holders = false;                                       // holders.tsv is there
  std::array<std::map<std::size_t, Holders>, 2> holders;          // by sentence, disputed ones left out
};

/// Events of a folder by name. Throws InputError where a file is missing or does not hang together.
std::vector<GoldEvent> read_gold(const std::filesystem::path& folder);

/// The sentences that a statement stands for: those with which it shares at least half of the shorter one.
std::vector<std::size_t> covered(const Span& statement, const std::vector<Span>& sentences);

/// What the annotation says of a pair of statements, each standing for the sentences that it covers. The
/// strongest link counts; a disputed one only where there is no other.
GoldLink gold_link(const GoldEvent& event, const Span& left, const Span& right);

}  // namespace rashomon::cli
