#include "engine/scorer/judgement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "engine/model/ensemble.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

using Eigen::Index;

constexpr double kSure = 0.6;           // a link whose likeliest relation has less is uncertain
constexpr double kPlausibleMass = 0.9;  // that the plausible labels hold

// What a row says where the words of a side are given.
Evidence evidence_row(const std::string& feature, double contribution, const FeatureWords& words,
                      const Statement& left, const Statement& right) {
  Evidence row{feature, "", "", std::nullopt, std::nullopt, contribution};
  const auto name_side = [](const Statement& statement, const std::optional<TokenRange>& range,
                            std::string& text, std::optional<Span>& span) {
    if (!range) return;
    span = Span{statement.tokens[range->first].span.begin, statement.tokens[range->last - 1].span.end};
    text = CodePoints(statement.text)
               .slice({span->begin - statement.span.begin, span->end - statement.span.begin});
  };
  name_side(left, words.left, row.left, row.left_span);
  name_side(right, words.right, row.right, row.right_span);
  return row;
}

// Every row that moves the link, strongest first, and the intercept.
std::vector<Evidence> evidence_rows(const Eigen::RowVectorXd& contributions, const LinkFeatures& features,
                                    const Statement& left, const Statement& right, std::size_t i,
                                    std::size_t j, const JudgementModel& model) {
  std::vector<Evidence> rows;
  for (std::size_t k = 0; k < model.rows.size(); ++k) {
    const double contribution = contributions[static_cast<Index>(k)];
    if (contribution == 0) continue;
    const std::string& feature = model.rows[k].feature;
    rows.push_back(evidence_row(feature, contribution, features.words(feature, i, j), left, right));
    if (feature == "conflict") {
      rows.back().kind.append(".").append(name_of(features.conflict(i, j)->type));
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Evidence& a, const Evidence& b) {
    return std::abs(a.contribution) > std::abs(b.contribution);
  });
  rows.push_back({"intercept", "", "", std::nullopt, std::nullopt, model.intercept});
  return rows;
}

struct Labelled {
  Relation relation;
  double probability;
};

// `opposed`: what oppose is called.
std::array<Labelled, 3> by_probability(const RelationProbabilities& p, Relation opposed) {
  std::array<Labelled, 3> labels = {
      {{Relation::agree, p.agree}, {Relation::reframe, p.reframe}, {opposed, p.oppose}}};
  std::stable_sort(labels.begin(), labels.end(),
                   [](const Labelled& a, const Labelled& b) { return a.probability > b.probability; });
  return labels;
}

// The smallest set of labels that holds 0.9 of the probability, likeliest first.
std::vector<Relation> plausible_labels(const std::array<Labelled, 3>& labels) {
  std::vector<Relation> out;
  double held = 0;
  for (const Labelled& label : labels) {
    out.push_back(label.relation);
    held += label.probability;
    if (held >= kPlausibleMass) break;
  }
  return out;
}

// A reframe's dimension: that of the group of rows that moved it most.
Dimension dimension_of(const Eigen::RowVectorXd& contributions, const JudgementModel& model) {
  std::map<Dimension, double> moved;
  for (std::size_t k = 0; k < model.rows.size(); ++k) {
    if (model.rows[k].dimension)
      moved[*model.rows[k].dimension] += std::abs(contributions[static_cast<Index>(k)]);
  }
  const auto most = std::max_element(moved.begin(), moved.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == moved.end() || most->second == 0 ? Dimension::scope : most->first;
}

// Two statements with the same text are no matter of the model.
void make_identical(Link& link) {
  link.probability = link.share = 1;
  link.score = link.confidence = 1;
  link.probabilities = {1, 0, 0};
  link.evidence_total = 1;
  link.evidence = {{"identical", "", "", std::nullopt, std::nullopt, link.evidence_total}};
}

RelationProbabilities probabilities_of(const Judgements& judgements, const StatementPair& pair) {
  const auto row = static_cast<Index>(pair.left);
  const auto column = static_cast<Index>(pair.right);
  return {judgements.agree(row, column), judgements.reframe(row, column), judgements.oppose(row, column)};
}

Relation opposed_by(const std::optional<Conflict>& conflict) {
  return conflict ? Relation::contradict : Relation::diverge;
}

void judge_link(Link& link, const Judgements& judgements, const LinkFeatures& features,
                const StatementPair& pair) {
  link.evidence_total =
      judgements.evidence_total(static_cast<Index>(pair.left), static_cast<Index>(pair.right));
  link.score = judgements.score(static_cast<Index>(pair.left), static_cast<Index>(pair.right));
  link.probabilities = probabilities_of(judgements, pair);
  const auto conflict = features.conflict(pair.left, pair.right);
  const auto labels = by_probability(link.probabilities, opposed_by(conflict));
  link.relation = labels[0].relation;
  if (link.relation == Relation::contradict) link.type = conflict->type;
  link.confidence = labels[0].probability;
  if (link.confidence < kSure) link.plausible = plausible_labels(labels);
}

}  // namespace

Judgements judge(const LinkFeatures& features, const Alignment& alignment, const JudgementModel& model,
                 std::vector<StatementPair> listed) {
  Judgements out;
  out.listed = std::move(listed);
  out.contributions =
      Matrix::Zero(static_cast<Index>(out.listed.size()), static_cast<Index>(model.rows.size()));
  Matrix& eta = out.evidence_total;
  eta = Matrix::Constant(alignment.full.rows(), alignment.full.cols(), model.intercept);
  for (std::size_t k = 0; k < model.rows.size(); ++k) {
    const double weight = model.rows[k].weight;
    if (weight == 0) continue;
    const Matrix values = features.values(model.rows[k].feature);
    eta += weight * values;
    for (std::size_t pair = 0; pair < out.listed.size(); ++pair) {
      out.contributions(static_cast<Index>(pair), static_cast<Index>(k)) =
          weight *
          values(static_cast<Index>(out.listed[pair].left), static_cast<Index>(out.listed[pair].right));
    }
  }
  out.score = eta.array().tanh();
  out.oppose = ((model.oppose_below - eta.array()) / model.temperature).unaryExpr([](double x) {
    return logistic(x);
  });
  out.agree =
      ((eta.array() - model.agree_above) / model.temperature).unaryExpr([](double x) { return logistic(x); });
  for (Index pair = 0; pair < eta.size(); ++pair) {
    if (alignment.identical.data()[pair] == 0) continue;
    out.score.data()[pair] = out.agree.data()[pair] = 1;
    out.oppose.data()[pair] = 0;
  }
  out.reframe = (1 - out.agree.array() - out.oppose.array()).max(0.0);
  return out;
}

Relation likeliest(const Judgements& judgements, const LinkFeatures& features, const StatementPair& pair) {
  const Relation opposed = opposed_by(features.conflict(pair.left, pair.right));
  return by_probability(probabilities_of(judgements, pair), opposed)[0].relation;
}

std::vector<Link> explain_links(const std::vector<Statement>& left, const std::vector<Statement>& right,
                                const Alignment& alignment, const Judgements& judgements,
                                const LinkFeatures& features, const JudgementModel& model) {
  std::vector<Link> links;
  links.reserve(judgements.listed.size());
  for (std::size_t k = 0; k < judgements.listed.size(); ++k) {
    const auto [i, j] = judgements.listed[k];
    const auto row = static_cast<Index>(i);
    const auto column = static_cast<Index>(j);
    Link link;
    link.left = i;
    link.right = j;
    link.similarity = alignment.similarity(row, column);
    link.probability = alignment.full(row, column) + alignment.part(row, column);
    link.share = alignment.full(row, column) + alignment.part(row, column) / 2;
    link.voice = alignment.cross(row, column) != 0 ? Voice::cross : Voice::same;
    if (alignment.identical(row, column) != 0) {
      make_identical(link);
    } else {
      judge_link(link, judgements, features, judgements.listed[k]);
      const Eigen::RowVectorXd contributions = judgements.contributions.row(static_cast<Index>(k));
      link.evidence = evidence_rows(contributions, features, left[i], right[j], i, j, model);
      if (link.relation == Relation::reframe) link.dimension = dimension_of(contributions, model);
    }
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace rashomon
