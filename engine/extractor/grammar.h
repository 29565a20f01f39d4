// The grammatical words by which a statement tells who speaks. A closed class of the languages, not knowledge
// of diplomacy: names, offices' holders and verbs of speech stand in corpora/lexicons.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/records/statement.h"

namespace rashomon {

/// What a word can be; one word may be several of them.
enum class Word : std::uint32_t {
  office = 1U << 0U,        // heads a title: president, minister, spokesperson
  portfolio = 1U << 1U,     // completes a title: foreign, defense, affairs
  actor = 1U << 2U,         // a body that acts for a party: side, delegation, government
  pair = 1U << 3U,          // plural that can mean both sides: sides, leaders, presidents
  both = 1U << 4U,          // both, two, 双方
  they = 1U << 5U,          // they
  he = 1U << 6U,            // he, she
  genitive = 1U << 7U,      // China's, states', his: what follows is owned
  i = 1U << 8U,             // I
  we = 1U << 9U,            // we
  article = 1U << 10U,      // the, a
  conjunction = 1U << 11U,  // and, or, 和
  preposition = 1U << 12U,  // with, to, of: what follows is no subject
  subordinate = 1U << 13U,  // that, which, whether: what follows is no main clause
  be = 1U << 14U,           // is, was, been
  auxiliary = 1U << 15U,    // has, did, will: may stand between subject and verb; be among them
  normative = 1U << 16U,    // should, must, can: wish or advice, not report
  adverb = 1U << 17U,       // also, then: may stand between subject and verb; every word in -ly among them
  meet = 1U << 18U,         // met, spoke, attended: an encounter, not its content
  hold = 1U << 19U,         // held, had: an encounter where one of the next is its object
  encounter = 1U << 20U,    // call, meeting, visit
  talk = 1U << 21U,         // discussed, agreed, negotiated: takes two where "we" do it
  thanks = 1U << 22U,       // thank, thanks
  event = 1U << 23U,        // lasted, took place: what a call or meeting does
  topic = 1U << 24U,        // topic, focused: what a call or meeting is about
  commitment = 1U << 25U,   // commitments, pledges: of those who own them
  instrument = 1U << 26U,   // partnership, memorandum: what two set up together
};

/// The classes of one token, or of the run of Chinese characters that starts with it.
class WordClass {
 public:
  WordClass() = default;
  WordClass(std::uint32_t flags, std::size_t length) : flags_(flags), length_(length) {}
  bool is(Word word) const { return (flags_ & static_cast<std::uint32_t>(word)) != 0; }
  std::size_t length() const { return length_; }  // tokens, 1 or more

 private:
  std::uint32_t flags_ = 0;
  std::size_t length_ = 1;
};

/// The class of every token of a statement, from its text and tokens.
std::vector<WordClass> word_classes(const Statement& statement);

/// Starts with a capital letter.
bool is_capitalised(const Token& token);

}  // namespace rashomon
