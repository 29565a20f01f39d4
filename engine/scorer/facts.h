// What a statement says of the event itself: how long it was, who asked for it, what was agreed and raised.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/fact_type.h"
#include "engine/records/statement.h"
#include "engine/scorer/cues.h"
#include "engine/scorer/days.h"
#include "engine/scorer/quantities.h"

namespace rashomon {

/// A word that names what a statement is about: its stem (two characters of Chinese), and the concept it
/// belongs to.
struct MatterTerm {
  std::string stem;
  std::optional<std::size_t> concept_entry;

  bool names_the_same(const MatterTerm& other) const {
    return stem == other.stem || (concept_entry && concept_entry == other.concept_entry);
  }
};
using Matter = std::vector<MatterTerm>;

/// How a fact stands to its value.
enum class Stance : std::uint8_t {
  told,     // it is so
  denied,   // it is not so
  no_such,  // what the other side tells is not so: names no matter of its own
  only,     // it is so of nothing else
};

/// One fact of the event. Which fields hold its value, by type:
struct Fact {
  FactType type = FactType::agreed;
  Stance stance = Stance::told;
  TokenRange words;
  Range range{};                      // duration (minutes), figure
  std::optional<DayRange> days{};     // date
  bool planned = false;               // date: of a coming event, not of the contact
  std::string party{};                // initiator; place: whose house; raised: whose alone, or empty
  std::string name{};                 // place: the city; figure: stem or kind of what is counted
  std::vector<std::string> people{};  // participants: capitalised words
  std::vector<Matter> items{};        // denied agreed, raised: what was not, item by item
};

/// The facts of one statement and what it is about.
struct Facts {
  std::vector<Fact> facts;
  Matter matter;                     // without the sides' names, where there are other words
  Matter named;                      // with them
  std::vector<std::string> parties;  // whose people are named in it
  std::vector<std::string> holders;
  unsigned told = 0;    // bits of the types told, 1 << FactType
  unsigned denied = 0;  // of those denied, in any way
};

Facts read_facts(const Statement& statement, const Lexicons& lexicons);

}  // namespace rashomon
