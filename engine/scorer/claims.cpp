#include "engine/scorer/claims.h"

#include <algorithm>
#include <string>

#include "engine/scorer/commitment.h"

namespace rashomon {
namespace {

using Eigen::Index;

constexpr double kRung = 0.2;  // of commitment: a fifth of the scale, as from "intends" to "pledges"
constexpr double kFirm = 0.6;  // a commitment that is missed where the other account has none at all

bool holds(const Statement& statement, const std::string& party) {
  return std::find(statement.holders.begin(), statement.holders.end(), party) != statement.holders.end();
}

bool tells_anything(const Statement& statement) { return !statement.heading && !statement.question; }

// What is told of both counts only where something is said or agreed, not where they met.
bool reports(const Statement& statement) {
  return statement.mode != Mode::narrated ||
         std::any_of(statement.finds.begin(), statement.finds.end(),
                     [](const Find& find) { return find.table == Table::speech_verbs; });
}

// One direction: what the account of one side tells of the party of the other.
class Audit {
 public:
  Audit(const ComparedAccount& left, const ComparedAccount& right, const Matrix& probability,
        const Judgements& judgements, const LinkFeatures& features, double threshold,
        const Lexicons& lexicons, std::size_t side)
      : teller_(side == 0 ? left : right),
        own_(side == 0 ? right : left),
        probability_(probability),
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
      if (!joint || reports(statement)) claims.push_back(claim(s, joint));
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

  // Said in the party's own name, or told as a fact.
  bool may_answer(std::size_t own) const {
    const Statement& statement = own_.account.statements[own];
    return tells_anything(statement) && (statement.holders.empty() || holds(statement, own_.account.id));
  }

  std::optional<std::size_t> likeliest_answer(std::size_t told) const {
    std::optional<std::size_t> best;
    for (std::size_t own = 0; own < own_.account.statements.size(); ++own) {
      if (may_answer(own) && (!best || at(probability_, told, own) > at(probability_, told, *best)))
        best = own;
    }
    return best;
  }

  // The party says that it was not so: "did not raise", "no such agreement".
  std::optional<std::size_t> denial(std::size_t told) const {
    for (std::size_t own = 0; own < own_.account.statements.size(); ++own) {
      const auto [i, j] = pair_of(told, own);
      const auto conflict = features_.conflict(i, j);
      if (conflict && (conflict->type == FactType::agreed || conflict->type == FactType::raised)) return own;
    }
    return std::nullopt;
  }

  bool opposed(std::size_t told, std::size_t own) const {
    const auto [i, j] = pair_of(told, own);
    return features_.conflict(i, j).has_value() || at(judgements_.oppose, told, own) >= kSure;
  }

  Claim claim(std::size_t told, bool joint) const {
    Claim out;
    out.side = side_;
    out.statement = told;
    out.joint = joint;
    out.told_strength = commitment_of(teller_.account.statements[told], lexicons_);
    const auto denied = denial(told);
    const auto answer = denied ? denied : likeliest_answer(told);
    if (answer) out.probability = at(probability_, told, *answer);
    if (!denied && out.probability < threshold_) return out;
    out.answer = answer;
    out.score = at(judgements_.score, told, *answer);
    out.own_strength = commitment_of(own_.account.statements[*answer], lexicons_);
    out.verdict = denied || opposed(told, *answer) ? ClaimVerdict::denied
                                                   : by_strength(out.told_strength, out.own_strength);
    return out;
  }

  static ClaimVerdict by_strength(const std::optional<double>& told, const std::optional<double>& own) {
    constexpr double kRounding = 1e-9;
    const double least = (told && own ? kRung : kFirm) - kRounding;
    const double more = own.value_or(0) - told.value_or(0);
    if (more >= least) return ClaimVerdict::strengthened;
    return more <= -least ? ClaimVerdict::weakened : ClaimVerdict::confirmed;
  }

  const ComparedAccount& teller_;
  const ComparedAccount& own_;
  const Matrix& probability_;
  const Judgements& judgements_;
  const LinkFeatures& features_;
  double threshold_;
  const Lexicons& lexicons_;
  std::size_t side_;
};

}  // namespace

std::vector<Claim> audit_claims(const ComparedAccount& left, const ComparedAccount& right,
                                const PairComparison& pair, const Alignment& alignment,
                                const Judgements& judgements, const LinkFeatures& features, double threshold,
                                const Lexicons& lexicons) {
  const Matrix probability = alignment.full + alignment.part;
  std::vector<Claim> claims;
  for (const std::size_t side : {0U, 1U})
    Audit(left, right, probability, judgements, features, threshold, lexicons, side).add_to(claims);
  const auto weight = [&](const Claim& claim) {
    const ComparedAccount& teller = claim.side == 0 ? left : right;
    return teller.figures[claim.statement].salience * (1 - pair.answered[claim.side][claim.statement]);
  };
  std::stable_sort(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) {
    return a.verdict != b.verdict ? a.verdict < b.verdict : weight(a) > weight(b);
  });
  return claims;
}

}  // namespace rashomon
