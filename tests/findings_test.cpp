#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/pipeline.h"
#include "engine/scorer/claims.h"
#include "engine/scorer/commitment.h"
#include "engine/scorer/panel.h"
#include "engine/scorer/persons.h"
#include "engine/scorer/points.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

const Knowledge& knowledge() {
  static const Knowledge all = Knowledge::builtin();
  return all;
}

Statement statement(const std::string& text) {
  Statement out;
  out.text = text;
  out.tokens = knowledge().lexicons.tokenize(text);
  out.finds = knowledge().lexicons.find(out.tokens);
  return out;
}

Document document(const std::string& name, const std::string& text) {
  Document out;
  out.name = name;
  out.text = text;
  out.characters = count_code_points(text);
  out.media_type = "text/plain";
  out.language = "en";
  return out;
}

Comparison compared(const std::string& left, const std::string& right) {
  return compare({document("left.txt", left), document("right.txt", right)}, knowledge(),
                 {{"us", "cn"}, std::nullopt});
}

std::string persons(const std::string& text) {
  std::string out;
  const Statement read = statement(text);
  for (const Person& person : read_persons(read, knowledge().lexicons)) {
    const Span span{read.tokens[person.words.first].span.begin, read.tokens[person.words.last - 1].span.end};
    out += (out.empty() ? "" : "; ") + std::string(CodePoints(text).slice(span));
  }
  return out;
}

TEST_CASE("people are read with their titles, known or not, and nobody else") {
  CHECK(persons("On Monday President Joe Biden spoke with President Xi Jinping of China.") ==
        "President Joe Biden; President Xi Jinping");
  CHECK(persons("Vice Minister Lena Marlow met with Deputy Secretary Tom Harker in Geneva.") ==
        "Vice Minister Lena Marlow; Deputy Secretary Tom Harker");
  CHECK(persons("He spoke with France's Minister of Defense, Admiral Paul Rinard.") ==
        "France's Minister of Defense, Admiral Paul Rinard");
  CHECK(persons("The Ministers agreed that Minister of Finance positions matter.").empty());
  CHECK(persons("The talks took place in Vienna on Tuesday.").empty());
}

TEST_CASE("one person goes by a part of the name, and two of one family name are two") {
  const auto first = [](const std::string& text) {
    return read_persons(statement(text), knowledge().lexicons).at(0);
  };
  CHECK(same_person(first("President Biden spoke."), first("US President Joe Biden spoke.")));
  CHECK(same_person(first("President Joseph R. Biden, Jr. spoke."), first("President Joe Biden spoke.")));
  CHECK_FALSE(same_person(first("Minister Wang Yi spoke."), first("Minister Wang Wentao spoke.")));
}

TEST_CASE("to pledge commits more than to be ready, to be ready more than to hope, and a denial to nothing") {
  const auto strength = [](const std::string& text) {
    return commitment_of(statement(text), knowledge().lexicons).value_or(0);
  };
  CHECK(strength("He pledged to open the port.") > strength("He is ready to open the port."));
  CHECK(strength("He is ready to open the port.") > strength("He hopes to open the port."));
  CHECK(strength("The port is large.") == 0);
  CHECK(strength("He did not promise to open the port.") == 0);
}

const PanelFact* find_fact(const Comparison& comparison, FactKind kind) {
  const auto& facts = comparison.pairs[0].facts;
  const auto found =
      std::find_if(facts.begin(), facts.end(), [&](const PanelFact& f) { return f.kind == kind; });
  return found == facts.end() ? nullptr : &*found;
}

constexpr std::string_view kLeft =
    "President Joe Biden spoke by phone with President Xi Jinping on April 2. China had asked for the call. "
    "The call lasted an hour. President Biden raised the tariffs on steel. President Xi pledged to buy more "
    "American soybeans. The two leaders agreed to meet again in Lima in November.";
constexpr std::string_view kRight =
    "On the evening of April 3, President Xi Jinping spoke by telephone with US President Joe Biden. The "
    "call "
    "was held at the request of the American side. It lasted two and a half hours. Xi Jinping said that "
    "China "
    "is willing to buy American soybeans. The two heads of state agreed to meet again in Lima in November. "
    "Biden promised to lift the export controls on chips.";

TEST_CASE("the panel lays the facts of a call side by side") {
  const Comparison comparison = compared(std::string(kLeft), std::string(kRight));
  const auto verdict = [&](FactKind kind) { return find_fact(comparison, kind)->verdict; };
  CHECK(verdict(FactKind::contact) == FactVerdict::same);
  CHECK(verdict(FactKind::initiator) == FactVerdict::differs);
  CHECK(verdict(FactKind::date) == FactVerdict::same);  // two clocks
  CHECK(verdict(FactKind::place) == FactVerdict::silent);
  CHECK(verdict(FactKind::duration) == FactVerdict::differs);
  CHECK(verdict(FactKind::participant) == FactVerdict::same);
  CHECK(verdict(FactKind::follow_up) == FactVerdict::same);
  CHECK(find_fact(comparison, FactKind::duration)->values[0]->text == "an hour");
}

TEST_CASE("what the other side does not confirm heads the claims") {
  const Comparison comparison = compared(std::string(kLeft), std::string(kRight));
  const auto& claims = comparison.pairs[0].claims;
  REQUIRE(claims.size() >= 3);
  CHECK(claims.front().verdict == ClaimVerdict::silent);
  CHECK(claims.front().side == 1);  // the chips
  CHECK_FALSE(claims.front().answer.has_value());
  for (std::size_t k = 1; k < claims.size(); ++k) CHECK(claims[k - 1].verdict <= claims[k].verdict);
  const auto soybeans = std::find_if(claims.begin(), claims.end(), [](const Claim& claim) {
    return claim.side == 0 && claim.statement == 4;
  });
  REQUIRE(soybeans != claims.end());
  CHECK(soybeans->verdict == ClaimVerdict::weakened);
  CHECK(*soybeans->told_strength > *soybeans->own_strength);
}

TEST_CASE("a party's own denial of what is told of it is found") {
  const Comparison comparison = compared(
      "President Biden spoke with President Xi. President Xi agreed to close the steel mills of Hebei.",
      "President Xi spoke with President Biden. China did not agree to close the steel mills of Hebei.");
  REQUIRE(!comparison.pairs[0].claims.empty());
  CHECK(comparison.pairs[0].claims.front().verdict == ClaimVerdict::denied);
}

// Side, statement, verdict and answer of each claim, as if the accounts stood the other way round.
std::multiset<std::tuple<std::size_t, std::size_t, ClaimVerdict, std::optional<std::size_t>>> mirrored_claims(
    const std::vector<Claim>& claims, bool swapped) {
  std::multiset<std::tuple<std::size_t, std::size_t, ClaimVerdict, std::optional<std::size_t>>> out;
  for (const Claim& claim : claims)
    out.emplace(swapped ? 1 - claim.side : claim.side, claim.statement, claim.verdict, claim.answer);
  return out;
}

// An account and its copy: nothing differs, no claim is denied or weakened; with the sides swapped the same
// findings, mirrored.
TEST_CASE("findings of the example events: a copy differs in nothing, swapped sides mirror") {
  for (const auto& event : std::filesystem::directory_iterator(std::filesystem::path(RASHOMON_TESTS_FOLDER) /
                                                               "../corpora/events")) {
    CAPTURE(event.path().string());
    const auto text = [&](const char* name) {
      std::ifstream in(event.path() / name, std::ios::binary);
      return std::string(std::istreambuf_iterator<char>(in), {});
    };
    const Comparison copy = compare({document("a", text("left.txt")), document("b", text("left.txt"))},
                                    knowledge(), {{"us", "cn"}, std::nullopt});
    for (const PanelFact& fact : copy.pairs[0].facts) CHECK(fact.verdict != FactVerdict::differs);
    for (const Claim& claim : copy.pairs[0].claims) {
      CHECK(claim.verdict != ClaimVerdict::denied);
      CHECK(claim.verdict != ClaimVerdict::weakened);
    }
    const std::string left = text("left.txt");
    const std::string right = text("right.txt");
    const PairComparison one =
        compare({document("a", left), document("b", right)}, knowledge(), {{"us", "cn"}, std::nullopt})
            .pairs[0];
    const PairComparison other =
        compare({document("b", right), document("a", left)}, knowledge(), {{"cn", "us"}, std::nullopt})
            .pairs[0];
    const auto told_twice = [](const PairComparison& pair, FactKind kind) {
      return std::count_if(pair.facts.begin(), pair.facts.end(), [&](const PanelFact& fact) {
        return fact.kind == kind && fact.verdict != FactVerdict::silent;
      });
    };
    for (std::size_t k = 0; k < kFactKinds; ++k) {
      const auto kind = static_cast<FactKind>(k);
      CHECK(told_twice(one, kind) == told_twice(other, kind));
    }
    CHECK(mirrored_claims(one.claims, false) == mirrored_claims(other.claims, true));
  }
}

TEST_CASE("a point is answered by words of the same concept as by its own") {
  Statement list = statement("He raised the DPRK, fishing.");
  list.points = {{{}, 2, 4}, {{}, 5, 6}};
  const Matrix certain = Matrix::Ones(1, 1);
  const auto answered = points_answered({list}, {statement("They spoke of North Korea.")}, certain)[0];
  CHECK(answered[0] == 1);
  CHECK(answered[1] == 0);
}

}  // namespace
}  // namespace rashomon
