#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/aligner/blocks.h"
#include "engine/pipeline.h"
#include "engine/records/error.h"

using namespace rashomon;

namespace {

std::vector<Document> texts(const std::vector<std::string>& all) {
  std::vector<Document> out;
  for (const std::string& text : all) {
    Document document;
    document.name = "here:" + std::to_string(out.size() + 1);
    document.text = text;
    out.push_back(document);
  }
  return out;
}

TextPairs every_pair() {
  TextPairs pairs{texts({"The two sides agreed to reopen the corridor.", "They will meet in May."}),
                  texts({"Both agreed that the corridor opens again.", "The next meeting is in May.",
                         "He thanked his guest."}),
                  {}};
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 3; ++j) pairs.asked.push_back({i, j});
  }
  return pairs;
}

}  // namespace

TEST_CASE("blocks: every pair is in one block, at the place of its two statements") {
  std::vector<StatementPair> pairs;
  for (std::size_t k = 0; k < 40; ++k) pairs.push_back({7 * k % 13, 5 * k % 11});
  for (const std::size_t most : {1U, 5U, 20U, 143U}) {
    CAPTURE(most);
    std::vector<int> times(pairs.size(), 0);
    for (const IndexBlock& block : cut_blocks(pairs, most)) {
      CHECK((block.left.size() == 1 || block.left.size() * block.right.size() <= most));
      for (const IndexBlock::Asked& asked : block.asked) {
        ++times[asked.pair];
        CHECK(block.left[asked.row] == pairs[asked.pair].left);
        CHECK(block.right[asked.column] == pairs[asked.pair].right);
      }
    }
    CHECK(times == std::vector<int>(pairs.size(), 1));
  }
  CHECK(cut_blocks(pairs, 143).size() == 1);
  CHECK(cut_blocks({}, 1).empty());
  CHECK_THROWS_AS(cut_blocks(pairs, 0), std::invalid_argument);
}

TEST_CASE("pairs of texts: which of them are asked for, and in what order, changes no figure") {
  const Knowledge knowledge = Knowledge::builtin();
  const TextPairs all = every_pair();
  const std::vector<Link> links = judge_pairs(all, knowledge);
  REQUIRE(links.size() == 6);
  TextPairs some = all;
  some.asked = {{1, 1}, {1, 2}, {1, 0}, {0, 0}, {1, 1}};
  const std::vector<Link> asked = judge_pairs(some, knowledge);
  REQUIRE(asked.size() == 5);
  for (std::size_t k = 0; k < asked.size(); ++k) {
    const Link& same = links[3 * some.asked[k].left + some.asked[k].right];
    CHECK(asked[k].left == some.asked[k].left);
    CHECK(asked[k].right == some.asked[k].right);
    CHECK(asked[k].probability == same.probability);
    CHECK(asked[k].score == same.score);
  }
  CHECK(links[0].probability > links[1].probability);
  CHECK(links[4].probability > links[3].probability);
}

TEST_CASE("pairs of texts: with the sides swapped every figure stays") {
  const Knowledge knowledge = Knowledge::builtin();
  const TextPairs all = every_pair();
  TextPairs swapped{all.right, all.left, {}};
  for (const StatementPair& pair : all.asked) swapped.asked.push_back({pair.right, pair.left});
  const std::vector<Link> links = judge_pairs(all, knowledge);
  const std::vector<Link> mirrored = judge_pairs(swapped, knowledge);
  for (std::size_t k = 0; k < links.size(); ++k) {
    CHECK(links[k].probability == mirrored[k].probability);
    CHECK(links[k].score == mirrored[k].score);
    CHECK(links[k].relation == mirrored[k].relation);
  }
}

TEST_CASE("pairs of texts: one without a word is refused by its name") {
  TextPairs pairs = every_pair();
  pairs.right[1].text = "...";
  CHECK_THROWS_WITH_AS(judge_pairs(pairs, Knowledge::builtin()),
                       "here:2: the text holds no sentence; give a text with at least one sentence",
                       InputError);
}
