// Folders of annotated events, as corpora/events holds them.
#pragma once

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
  std::string hash;  // SHA-256 over the files that were read
  std::vector<std::string> parties;
  std::vector<Document> documents;                                // left, right
  std::vector<std::vector<Span>> sentences;                       // of left, of right
  std::map<std::pair<std::size_t, std::size_t>, GoldLink> links;  // by left and right sentence, from 0
};

/// Events of a folder by name. Throws InputError where a file is missing or does not hang together.
std::vector<GoldEvent> read_gold(const std::filesystem::path& folder);

/// What the annotation says of a pair of statements, each standing for every sentence of which it covers at
/// least half of the shorter one. The strongest link counts; a disputed one only where there is no other.
GoldLink gold_link(const GoldEvent& event, const Span& left, const Span& right);

}  // namespace rashomon::cli
