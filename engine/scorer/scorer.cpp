#include "engine/scorer/scorer.h"

#include <algorithm>
#include <utility>

#include "engine/scorer/claims.h"
#include "engine/scorer/figures.h"
#include "engine/scorer/judgement.h"
#include "engine/scorer/keywords.h"
#include "engine/scorer/link_features.h"
#include "engine/scorer/panel.h"
#include "engine/scorer/points.h"
#include "engine/scorer/totals.h"

namespace rashomon {
namespace {

using Eigen::Index;

Vector masses(const ComparedAccount& account) {
  Vector out(static_cast<Index>(account.figures.size()));
  for (std::size_t s = 0; s < account.figures.size(); ++s)
    out[static_cast<Index>(s)] = account.figures[s].mass;
  return out;
}

std::vector<StatementPair> pairs_at(const Matrix& probability, double least) {
  std::vector<StatementPair> pairs;
  for (Index i = 0; i < probability.rows(); ++i) {
    for (Index j = 0; j < probability.cols(); ++j) {
      if (probability(i, j) >= least)
        pairs.push_back({static_cast<std::size_t>(i), static_cast<std::size_t>(j)});
    }
  }
  return pairs;
}

std::vector<double> to_vector(const Vector& values) { return {values.data(), values.data() + values.size()}; }

// Statements that no pair at the threshold reaches. Headings and reporters' questions tell nothing that could
// be left out.
void add_omissions(std::vector<Omission>& omissions, const ComparedAccount& account, std::size_t index,
                   const std::vector<bool>& reached) {
  for (std::size_t s = 0; s < reached.size(); ++s) {
    const Statement& statement = account.account.statements[s];
    if (!reached[s] && !statement.heading && !statement.question)
      omissions.push_back({index, s, account.figures[s].salience});
  }
}

std::vector<Omission> omissions_of(const ComparedAccount& left, const ComparedAccount& right,
                                   const Matrix& probability, const PairComparison& pair, double threshold) {
  std::vector<bool> left_reached(left.figures.size());
  std::vector<bool> right_reached(right.figures.size());
  for (const auto& [i, j] : pairs_at(probability, threshold)) left_reached[i] = right_reached[j] = true;
  std::vector<Omission> omissions;
  add_omissions(omissions, left, 0, left_reached);
  add_omissions(omissions, right, 1, right_reached);
  const auto weight = [&](const Omission& o) {
    return o.salience * (1 - pair.answered[o.account][o.statement]);
  };
  std::stable_sort(omissions.begin(), omissions.end(),
                   [&](const Omission& a, const Omission& b) { return weight(a) > weight(b); });
  return omissions;
}

}  // namespace

ComparedAccount with_figures(Account account, const Lexicons& lexicons) {
  ComparedAccount out;
  out.figures = statement_figures(account.statements, lexicons);
  out.account = std::move(account);
  return out;
}

PairComparison score_pair(const ComparedAccount& left, const ComparedAccount& right,
                          const Alignment& alignment, const Lexicons& lexicons, const Model& model,
                          const ScoreOptions& options, TopicScores& topics) {
  const auto& a = left.account.statements;
  const auto& b = right.account.statements;
  const Matrix probability = alignment.full + alignment.part;
  const LinkFeatures features(a, b, alignment, lexicons);
  const Judgements judgements =
      judge(features, alignment, model.judgement, pairs_at(probability, options.min_probability));
  const Ground ground = ground_of(alignment, masses(left), masses(right));

  PairComparison pair;
  pair.links = explain_links(a, b, alignment, judgements, features, model.judgement);
  pair.answered = {to_vector(ground.left_answered), to_vector(ground.right_answered)};
  pair.points_answered = {points_answered(a, b, probability), points_answered(b, a, probability.transpose())};
  pair.omissions = omissions_of(left, right, probability, pair, model.threshold);
  pair.highlights = {highlights_of(left.account, lexicons), highlights_of(right.account, lexicons)};
  pair.summary = summarize(ground, alignment, judgements, model.divergence_error);
  for (const StatementPair& link : pairs_at(probability, model.threshold)) {
    ++pair.summary.relations[static_cast<std::size_t>(likeliest(judgements, features, link))];
  }
  add_topic_scores(topics, left, right, probability, ground.shared, judgements.score, model.threshold,
                   lexicons);
  pair.facts = facts_panel(left.account, right.account, alignment, judgements, features, lexicons);
  pair.claims = audit_claims(left, right, pair, alignment, judgements, features, model.threshold, lexicons);
  pair.keywords = keywords_of(left.account.statements, right.account.statements);
  return pair;
}

}  // namespace rashomon
