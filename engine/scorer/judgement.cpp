#include "engine/scorer/judgement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>
#include <map>
#include <set>
#include <utility>

#include "engine/model/ensemble.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

using Eigen::Index;

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

// Families that move a link by less are told as one row, "others".
constexpr double kLeastToldApart = 0.02;

// What moves the link, strongest first, and the intercept.
std::vector<Evidence> evidence_rows(const Judgements& judgements, Index listed, const LinkFeatures& features,
                                    const Statement& left, const Statement& right) {
  const auto [i, j] = judgements.listed[static_cast<std::size_t>(listed)];
  std::vector<Evidence> rows;
  double others = 0;
  for (std::size_t k = 0; k < judgements.families.size(); ++k) {
    const double contribution = judgements.contributions(listed, static_cast<Index>(k));
    const std::string& family = judgements.families[k];
    if (std::abs(contribution) < kLeastToldApart) {
      others += contribution;
      continue;
    }
    rows.push_back(evidence_row(family, contribution, features.words(family, i, j), left, right));
    if (family == "conflict") rows.back().kind.append(".").append(name_of(features.conflict(i, j)->type));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Evidence& a, const Evidence& b) {
    return std::abs(a.contribution) > std::abs(b.contribution);
  });
  if (others != 0) rows.push_back({"others", "", "", std::nullopt, std::nullopt, others});
  rows.push_back({"intercept", "", "", std::nullopt, std::nullopt, judgements.intercept});
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

// A reframe's dimension: that of the families that moved it most.
Dimension dimension_of(const Judgements& judgements, Index listed, const JudgementModel& model) {
  std::map<Dimension, double> moved;
  for (std::size_t k = 0; k < judgements.families.size(); ++k) {
    const auto dimension = model.dimensions.find(judgements.families[k]);
    if (dimension != model.dimensions.end())
      moved[dimension->second] += std::abs(judgements.contributions(listed, static_cast<Index>(k)));
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

// A model whose features are found: what it adds to the totals of all pairs, and of one pair by family.
class Evaluation {
 public:
  Evaluation(const LinkFeatures& features, const JudgementModel& model)
      : features_(features), model_(model), sum_of_trees_(model.trees.trees) {
    for (const auto& row : model.rows) rows_.push_back(features.find(row.feature));
    for (const std::string& name : model.trees.features) read_by_trees_.push_back(features.find(name));
    for (const auto& row : model.rows) families_.insert(family_of(row.feature));
    for (const std::string& name : model.trees.features) families_.insert(family_of(name));
  }

  std::vector<std::string> families() const { return {families_.begin(), families_.end()}; }

  // Totals of the left statements first .. last.
  void fill(std::size_t first, std::size_t last, Matrix& eta) const {
    const auto size = static_cast<std::size_t>(eta.cols());
    std::vector<double> room(std::max(size, size * read_by_trees_.size()));
    std::vector<const double*> columns(read_by_trees_.size());
    for (std::size_t i = first; i < last; ++i) {
      auto row = eta.row(static_cast<Index>(i));
      row.setConstant(model_.intercept);
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        const double* const values = features_.row(rows_[r], i, room.data());
        row += model_.rows[r].weight * Eigen::Map<const Eigen::RowVectorXd>(values, eta.cols());
      }
      for (std::size_t f = 0; f < columns.size(); ++f)
        columns[f] = features_.row(read_by_trees_[f], i, room.data() + f * size);
      row += sum_of_trees_(columns, eta.cols()).matrix().transpose();
    }
  }

  // In the order of the families.
  Eigen::RowVectorXd contributions(const StatementPair& pair) const {
    Eigen::RowVectorXd out = Eigen::RowVectorXd::Zero(static_cast<Index>(families_.size()));
    const auto add = [&](const std::string& feature, double amount) {
      const auto at = std::distance(families_.begin(), families_.find(family_of(feature)));
      out[static_cast<Index>(at)] += amount;
    };
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      add(model_.rows[r].feature, model_.rows[r].weight * features_.value(rows_[r], pair.left, pair.right));
    }
    Vector values(static_cast<Index>(read_by_trees_.size()));
    for (std::size_t f = 0; f < read_by_trees_.size(); ++f)
      values[static_cast<Index>(f)] = features_.value(read_by_trees_[f], pair.left, pair.right);
    const Vector of_trees = model_.trees.contributions(values);
    for (std::size_t f = 0; f < read_by_trees_.size(); ++f)
      add(model_.trees.features[f], of_trees[static_cast<Index>(f)]);
    return out;
  }

 private:
  static std::string family_of(const std::string& feature) { return feature.substr(0, feature.find('.')); }

  const LinkFeatures& features_;
  const JudgementModel& model_;
  TreeSums sum_of_trees_;
  std::vector<LinkFeatures::Feature> rows_;
  std::vector<LinkFeatures::Feature> read_by_trees_;
  std::set<std::string> families_;
};

}  // namespace

Judgements judge(const LinkFeatures& features, const Alignment& alignment, const JudgementModel& model,
                 std::vector<StatementPair> listed) {
  const Evaluation evaluation(features, model);
  Judgements out;
  out.listed = std::move(listed);
  out.families = evaluation.families();
  out.intercept = model.intercept + model.trees.base();
  out.contributions =
      Matrix::Zero(static_cast<Index>(out.listed.size()), static_cast<Index>(out.families.size()));
  for (std::size_t k = 0; k < out.listed.size(); ++k)
    out.contributions.row(static_cast<Index>(k)) = evaluation.contributions(out.listed[k]);
  Matrix& eta = out.evidence_total;
  eta.resize(alignment.full.rows(), alignment.full.cols());
  const auto rows = static_cast<std::size_t>(eta.rows());
  auto rest = std::async(std::launch::async, [&] { evaluation.fill(rows / 2, rows, eta); });
  evaluation.fill(0, rows / 2, eta);
  rest.get();
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
      const auto listed = static_cast<Index>(k);
      link.evidence = evidence_rows(judgements, listed, features, left[i], right[j]);
      if (link.relation == Relation::reframe) link.dimension = dimension_of(judgements, listed, model);
    }
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace rashomon
