#include "engine/scorer/agreed_steps.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "engine/scorer/commitment.h"
#include "engine/scorer/fact_reader.h"
#include "engine/scorer/fact_values.h"
#include "engine/scorer/facts.h"

namespace rashomon {
namespace {

using Eigen::Index;

constexpr double kLikely = 0.5;
constexpr double kStepsMeet = 0.1;  // of two steps on one matter: what both sides agreed is told seldom

// Steps to come, by their ids in concepts.tsv.
constexpr std::array<std::string_view, 4> kSteps = {"next-meeting", "continued-dialogue", "follow-up",
                                                    "lines-of-communication"};

bool is_step(const Find& find, const Lexicons& lexicons) {
  return find.table == Table::concepts &&
         std::find(kSteps.begin(), kSteps.end(), lexicons.concepts()[find.entry].id) != kSteps.end();
}

bool told_of_both(const Statement& statement) { return statement.holders.size() > 1; }

// "the Agreement on Investment", "the agreement reached": a thing that is there already.
bool is_known_thing(const Statement& statement, const TokenRange& words) {
  if (words.first == 0) return false;
  const char initial = statement.tokens[words.first].surface[0];
  return (initial >= 'A' && initial <= 'Z') || statement.tokens[words.first - 1].form == "the";
}

// The clause that tells what both agreed or what is to come, and what it is about.
struct Step {
  TokenRange words;
  Matter matter;
};

std::optional<Step> step_in(const Statement& statement, const Facts& facts, const Lexicons& lexicons) {
  if (statement.heading || statement.question || !told_of_both(statement)) return std::nullopt;
  const FactReader read(statement, lexicons);
  const auto clause = [&](const Find& find) -> std::optional<Step> {
    const TokenRange words = read.clause(find);
    const bool as_known = statement.tokens[words.first].form == "as";  // "as the leaders have agreed"
    if (as_known || read.earlier_before(find.first)) return std::nullopt;
    return Step{words, read.matter(words)};
  };
  for (const Fact& fact : facts.facts) {
    if (fact.type == FactType::agreed && fact.stance == Stance::told &&
        !is_known_thing(statement, fact.words))
      return clause({Table::facts, 0, fact.words.first, fact.words.last});
  }
  if (!commitment_of(statement, lexicons)) return std::nullopt;
  for (const Find& find : statement.finds) {
    if (is_step(find, lexicons)) return clause(find);
  }
  return std::nullopt;
}

using Steps = std::vector<std::optional<Step>>;  // by statement

Steps steps_of(const Account& account, const std::vector<Facts>& facts, const Lexicons& lexicons) {
  Steps out;
  for (std::size_t s = 0; s < account.statements.size(); ++s)
    out.push_back(step_in(account.statements[s], facts[s], lexicons));
  return out;
}

// A stem, a concept or a concept above it that both name.
bool share_matter(const Matter& a, const Matter& b, const Lexicons& lexicons) {
  const auto broadest = [&](const MatterTerm& term) -> std::string_view {
    if (!term.concept_entry) return {};
    const Concept& named = lexicons.concepts()[*term.concept_entry];
    return named.parent.empty() ? named.id : named.parent;
  };
  const auto meet = [&](const MatterTerm& x, const MatterTerm& y) {
    return x.names_the_same(y) || (x.concept_entry && broadest(x) == broadest(y));
  };
  return std::any_of(a.begin(), a.end(), [&](const MatterTerm& x) {
    return std::any_of(b.begin(), b.end(), [&](const MatterTerm& y) { return meet(x, y); });
  });
}

// Of both accounts; each step beside the likeliest statement of the other side.
class StepRows {
 public:
  StepRows(const Account& left, const Account& right, const Alignment& alignment,
           const Judgements& judgements, const LinkFeatures& features, const Lexicons& lexicons)
      : left_(left),
        right_(right),
        probability_(alignment.full + alignment.part),
        judgements_(judgements),
        features_(features),
        lexicons_(lexicons),
        left_steps_(steps_of(left, features.left_facts(), lexicons)),
        right_steps_(steps_of(right, features.right_facts(), lexicons)) {}

  std::vector<PanelFact> rows() const {
    std::vector<PanelFact> out;
    std::set<std::pair<std::size_t, std::size_t>> met;
    for (std::size_t i = 0; i < left_steps_.size(); ++i) {
      if (!left_steps_[i]) continue;
      const auto j =
          likeliest_in(right_, right_steps_, features_.right_facts(), *left_steps_[i], [i](std::size_t k) {
            return StatementPair{i, k};
          });
      if (j) met.emplace(i, *j);
      out.push_back(row(i, j));
    }
    for (std::size_t j = 0; j < right_steps_.size(); ++j) {
      if (!right_steps_[j]) continue;
      const auto i =
          likeliest_in(left_, left_steps_, features_.left_facts(), *right_steps_[j], [j](std::size_t k) {
            return StatementPair{k, j};
          });
      if (!i || !met.contains({*i, j})) out.push_back(row(i, j));
    }
    return out;
  }

 private:
  // Told of both or of nobody, or a pledge of one.
  static bool may_be_step(const Statement& statement, const Lexicons& lexicons) {
    return statement.holders.size() != 1 || pledges(statement, lexicons);
  }

  // The other account's statement on the same matter, or one that denies it: a step before any other
  // statement, which must be linked more likely than not.
  template <typename PairWith>
  std::optional<std::size_t> likeliest_in(const Account& account, const Steps& steps,
                                          const std::vector<Facts>& facts, const Step& step,
                                          const PairWith& pair_with) const {
    std::optional<std::size_t> best;
    const auto rank = [&](std::size_t k) {
      const auto [i, j] = pair_with(k);
      return std::pair(steps[k].has_value(), probability_(static_cast<Index>(i), static_cast<Index>(j)));
    };
    for (std::size_t k = 0; k < steps.size(); ++k) {
      const auto [i, j] = pair_with(k);
      if (rank(k).second < (steps[k] ? kStepsMeet : kLikely)) continue;
      const bool may_be = steps[k] || may_be_step(account.statements[k], lexicons_);
      const bool on_it = share_matter(step.matter, steps[k] ? steps[k]->matter : facts[k].matter, lexicons_);
      const bool fits = (may_be && on_it) || features_.conflict(i, j);
      if (fits && (!best || rank(k) > rank(*best))) best = k;
    }
    return best;
  }

  PanelFact row(std::optional<std::size_t> i, std::optional<std::size_t> j) const {
    PanelFact out{FactKind::follow_up, FactVerdict::silent, {}};
    const auto value = [](const Account& account, std::size_t at, const std::optional<Step>& step) {
      return step ? value_of(account, at, step->words) : value_of(account, at);
    };
    if (i) out.values[0] = value(left_, *i, left_steps_[*i]);
    if (j) out.values[1] = value(right_, *j, right_steps_[*j]);
    if (!i || !j) return out;
    const Relation relation = likeliest(judgements_, features_, {*i, *j});
    const bool opposed = relation == Relation::diverge || relation == Relation::contradict;
    out.verdict = opposed ? FactVerdict::differs : FactVerdict::same;
    return out;
  }

  const Account& left_;
  const Account& right_;
  Matrix probability_;
  const Judgements& judgements_;
  const LinkFeatures& features_;
  const Lexicons& lexicons_;
  Steps left_steps_;
  Steps right_steps_;
};

}  // namespace

std::vector<PanelFact> agreed_steps(const Account& left, const Account& right, const Alignment& alignment,
                                    const Judgements& judgements, const LinkFeatures& features,
                                    const Lexicons& lexicons) {
  return StepRows(left, right, alignment, judgements, features, lexicons).rows();
}

}  // namespace rashomon
