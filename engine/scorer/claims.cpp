#include "engine/scorer/claims.h"

#include <algorithm>
#include <string>

#include "engine/scorer/commitment.h"

namespace rashomon {
namespace {

using Eigen::Index;

constexpr double kRung = 0.2;  // of commitment: a fifth of the scale, as from "intends" to "pledges"

constexpr double kLikely = 0.5;  // probability of a link from which the two can differ in degree

constexpr double kLikeTerms = 0.9;  // probability of agreement from which both tell it in like terms

bool holds(const Statement& statement, const std::string& party) {
  return std::find(statement.holders.begin(), statement.holders.end(), party) != statement.holders.end();
}

bool tells_anything(const Statement& statement) { return !statement.heading && !statement.question; }

// What is told of both counts only where they take a stand, not where they met and discussed.
bool takes_stand(const Statement& statement, const Lexicons& lexicons) {
  return commitment_of(statement, lexicons) ||
         std::any_of(statement.finds.begin(), statement.finds.end(), [&](const Find& find) {
           return find.table == Table::speech_verbs && lexicons.speech_verbs()[find.entry].act != Act::inform;
         });
}

// "no agreement was reached": it claims nothing of the other party.
bool denies(const Facts& facts) {
  return (facts.denied & ((1U << static_cast<unsigned>(FactType::agreed)) |
                          (1U << static_cast<unsigned>(FactType::raised)))) != 0;
}

// "nothing of the kind was agreed": what it denies stands elsewhere.
bool denies_all(const Facts& facts) {
  return std::any_of(facts.facts.begin(), facts.facts.end(),
                     [](const Fact& fact) { return fact.stance == Stance::no_such && fact.items.empty(); });
}

// One direction: what the account of one side tells of the party of the other.
class Audit {
 public:
  Audit(const ComparedAccount& left, const ComparedAccount& right, const Alignment& alignment,
        const Judgements& judgements, const LinkFeatures& features, double threshold,
        const Lexicons& lexicons, std::size_t side)
      : teller_(side == 0 ? left : right),
        own_(side == 0 ? right : left),
        alignment_(alignment),
        probability_(alignment.full + alignment.part),
        judgements_(judgements),
        features_(features),
        threshold_(threshold),
        lexicons_(lexicons),
        side_(side) {}

  void add_to(std::vector<Claim>& claims) const {
    const std::string& party = own_.account.id;
    for (std::size_t s = 0; s < teller_.account.statements.size(); ++s) {
      const Statement& statement = teller_.account.statements[s];
      if (!tells_anything(statement) || !holds(statement, party)) continue;
      const bool joint = statement.holders.size() > 1;
      if (joint && (!takes_stand(statement, lexicons_) || denies(facts(s)))) continue;
      claims.push_back(claim(s, joint));
    }
  }

 private:
  StatementPair pair_of(std::size_t told, std::size_t own) const {
    return side_ == 0 ? StatementPair{told, own} : StatementPair{own, told};
  }
  double at(const Matrix& values, std::size_t told, std::size_t own) const {
    const auto [i, j] = pair_of(told, own);
    return values(static_cast<Index>(i), static_cast<Index>(j));
  }

  const Facts& facts(std::size_t told) const {
    return side_ == 0 ? features_.left_facts()[told] : features_.right_facts()[told];
  }

  const Facts& own_facts(std::size_t own) const {
    return side_ == 0 ? features_.right_facts()[own] : features_.left_facts()[own];
  }

  // Said in the party's own name, or told as a fact.
  bool may_answer(std::size_t own) const {
    const Statement& statement = own_.account.statements[own];
    return tells_anything(statement) && (statement.holders.empty() || holds(statement, own_.account.id));
  }

  template <typename May>
  std::optional<std::size_t> likeliest(std::size_t told, May may) const {
    std::optional<std::size_t> best;
    for (std::size_t own = 0; own < own_.account.statements.size(); ++own) {
      if (may(own) && (!best || at(probability_, told, own) > at(probability_, told, *best))) best = own;
    }
    return best;
  }

  // In the party's own name where that is linked; else what its account tells of the other is no silence.
  std::optional<std::size_t> likeliest_answer(std::size_t told) const {
    const auto own = likeliest(told, [&](std::size_t s) { return may_answer(s); });
    if (own && at(probability_, told, *own) >= threshold_) return own;
    const auto any =
        likeliest(told, [&](std::size_t s) { return tells_anything(own_.account.statements[s]); });
    return any && at(probability_, told, *any) >= threshold_ ? any : own;
  }

  // The party says that it was not so: "did not raise", "no such agreement".
  std::optional<std::size_t> denial(std::size_t told) const {
    for (std::size_t own = 0; own < own_.account.statements.size(); ++own) {
      const auto [i, j] = pair_of(told, own);
      const auto conflict = features_.conflict(i, j);
      if (at(probability_, told, own) < threshold_ && denies_all(own_facts(own))) continue;
      if (conflict && (conflict->type == FactType::agreed || conflict->type == FactType::raised)) return own;
    }
    return std::nullopt;
  }

  // Told of both as agreed, but by the party only as its own view, in other terms and without a pledge.
  bool no_agreement(const Claim& claim) const {
    const Statement& own = own_.account.statements[*claim.answer];
    const unsigned agreed = 1U << static_cast<unsigned>(FactType::agreed);
    return claim.joint && (facts(claim.statement).told & agreed) != 0 && own.holders.size() == 1 &&
           claim.own_strength.value_or(0) < kPledge &&
           at(judgements_.agree, claim.statement, *claim.answer) < kLikeTerms;
  }

  ClaimVerdict verdict(const Claim& claim) const {
    const std::size_t told = claim.statement;
    const std::size_t own = *claim.answer;
    const auto [i, j] = pair_of(told, own);
    const double oppose = at(judgements_.oppose, told, own);
    if (features_.conflict(i, j) || oppose >= kSure) return ClaimVerdict::denied;
    const bool in_part = at(alignment_.part, told, own) > at(alignment_.full, told, own);
    const bool opposed =
        oppose > at(judgements_.agree, told, own) && oppose > at(judgements_.reframe, told, own);
    const bool agree = rashomon::likeliest(judgements_, features_, {i, j}) == Relation::agree;
    if (opposed || (in_part && !agree) || no_agreement(claim)) return ClaimVerdict::weakened;
    const bool both_commit = claim.told_strength && claim.own_strength;
    if (!both_commit && agree) return ClaimVerdict::confirmed;
    return by_strength(claim.told_strength, claim.own_strength);
  }

  Claim claim(std::size_t told, bool joint) const {
    Claim out;
    out.side = side_;
    out.statement = told;
    out.joint = joint;
    out.told_strength = commitment_of(teller_.account.statements[told], lexicons_);
    const auto denied = denial(told);
    const auto answer = denied ? denied : likeliest_answer(told);
    if (answer) {
      out.probability = at(probability_, told, *answer);
      out.share = at(alignment_.full, told, *answer) + at(alignment_.part, told, *answer) / 2;
    }
    if (!denied && out.probability < threshold_) return out;
    Claim answered = out;
    answered.answer = answer;
    answered.score = at(judgements_.score, told, *answer);
    answered.own_strength = commitment_of(own_.account.statements[*answer], lexicons_);
    answered.verdict = denied ? ClaimVerdict::denied : verdict(answered);
    const bool differ_in_degree =
        answered.verdict == ClaimVerdict::weakened || answered.verdict == ClaimVerdict::strengthened;
    return differ_in_degree && out.probability < kLikely ? out : answered;
  }

  // Where one side has no words of commitment, only a pledge of the other makes a difference.
  static ClaimVerdict by_strength(const std::optional<double>& told, const std::optional<double>& own) {
    constexpr double kRounding = 1e-9;
    const double least = (told && own ? kRung : kPledge) - kRounding;
    const double more = own.value_or(0) - told.value_or(0);
    if (more >= least) return ClaimVerdict::strengthened;
    return more <= -least ? ClaimVerdict::weakened : ClaimVerdict::confirmed;
  }

  const ComparedAccount& teller_;
  const ComparedAccount& own_;
  const Alignment& alignment_;
  Matrix probability_;
  const Judgements& judgements_;
  const LinkFeatures& features_;
  double threshold_;
  const Lexicons& lexicons_;
  std::size_t side_;
};

// Two joint claims that answer each other: told once is enough, by the one that stands first.
void drop_mirrored(std::vector<Claim>& claims) {
  const auto mirrors = [](const Claim& a, const Claim& b) {
    return a.joint && b.joint && a.side != b.side && a.answer == b.statement && b.answer == a.statement;
  };
  for (auto a = claims.begin(); a != claims.end(); ++a)
    claims.erase(std::remove_if(a + 1, claims.end(), [&](const Claim& b) { return mirrors(*a, b); }),
                 claims.end());
}

}  // namespace

std::vector<Claim> audit_claims(const ComparedAccount& left, const ComparedAccount& right,
                                const PairComparison& pair, const Alignment& alignment,
                                const Judgements& judgements, const LinkFeatures& features, double threshold,
                                const Lexicons& lexicons) {
  std::vector<Claim> claims;
  for (const std::size_t side : {0U, 1U})
    Audit(left, right, alignment, judgements, features, threshold, lexicons, side).add_to(claims);
  const auto weight = [&](const Claim& claim) {
    const ComparedAccount& teller = claim.side == 0 ? left : right;
    return teller.figures[claim.statement].salience * (1 - pair.answered[claim.side][claim.statement]);
  };
  std::stable_sort(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) {
    return a.verdict != b.verdict ? a.verdict < b.verdict : weight(a) > weight(b);
  });
  drop_mirrored(claims);
  return claims;
}

}  // namespace rashomon
