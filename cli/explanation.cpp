#include "cli/explanation.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/aligner/aligner.h"
#include "engine/aligner/outside.h"
#include "engine/model/contributions.h"
#include "engine/vectorizer/spaces.h"

namespace rashomon::cli {
namespace {

constexpr std::size_t kCompetitors = 3;

const std::vector<Statement>& statements(const Comparison& comparison, std::size_t side) {
  return comparison.accounts[side].account.statements;
}

const Link& link_of(const Comparison& comparison, std::size_t left, std::size_t right) {
  // Every pair is listed, by left statement, then right.
  return comparison.pairs[0].links[left * statements(comparison, 1).size() + right];
}

bool is_identical(const Link& link) { return link.evidence.front().kind == "identical"; }

Decider decider_of(const Comparison& comparison, const Link& link) {
  if (is_identical(link)) return Decider::identical;
  const auto& all = comparison.pairs[0].links;
  const bool taken = std::any_of(all.begin(), all.end(), [&](const Link& other) {
    return (other.left == link.left || other.right == link.right) && is_identical(other);
  });
  if (taken) return Decider::taken;
  const bool question =
      statements(comparison, 0)[link.left].question || statements(comparison, 1)[link.right].question;
  return question ? Decider::question : Decider::model;
}

Place place_of(const Comparison& comparison, const Link& link, bool left_statement) {
  Place place{1, 0, {}};
  for (const Link& other : comparison.pairs[0].links) {
    if ((left_statement ? other.left != link.left : other.right != link.right)) continue;
    ++place.among;
    if (other.left == link.left && other.right == link.right) continue;
    place.rank += other.probability > link.probability ? 1 : 0;
    place.others.push_back({left_statement ? other.right : other.left, other.probability});
  }
  std::stable_sort(place.others.begin(), place.others.end(),
                   [](const Competitor& a, const Competitor& b) { return a.probability > b.probability; });
  place.others.resize(std::min(kCompetitors, place.others.size()));
  return place;
}

template <typename Reason>
void sort_by_size(std::vector<Reason>& reasons) {
  std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
    return std::abs(a.contribution) > std::abs(b.contribution);
  });
}

void add_reasons(Explanation& out, const Comparison& comparison, const Knowledge& knowledge) {
  const auto& left = statements(comparison, 0);
  const auto& right = statements(comparison, 1);
  const PairSpaces spaces =
      vector_spaces(left, right, knowledge.lexicons, knowledge.background, knowledge.vectors);
  const PairFeatures features =
      align(left, right, spaces, knowledge.lexicons, knowledge.model.pairs).features;
  const Ensemble& ensemble = knowledge.model.pairs.last();
  const auto row = static_cast<Eigen::Index>(out.link.left);
  const auto column = static_cast<Eigen::Index>(out.link.right);
  const Contributions sum = contributions(ensemble, features, row, column);
  const auto columns = feature_columns(features, ensemble.features);
  out.base = sum.base;
  out.log_odds = sum.log_odds;
  std::map<std::string, GroupReason> groups;
  for (std::size_t k = 0; k < ensemble.features.size(); ++k) {
    const std::string& name = ensemble.features[k];
    const Eigen::Map<const Matrix> values(columns[k], features.rows(), features.cols());
    GroupReason& group = groups[name.substr(0, name.find('.'))];
    group.contribution += sum.features[k];
    group.features.push_back({name, values(row, column), values.mean(), sum.features[k]});
  }
  for (auto& [name, group] : groups) {
    group.group = name;
    group.words = shared_words(name, {left, right, out.link.left, out.link.right}, spaces);
    sort_by_size(group.features);
    out.groups.push_back(std::move(group));
  }
}

// The standing has the mean 0, so that the average pair keeps its place.
void add_outside(Explanation& out, const Matrix& scores, const OutsideModel& model) {
  for (GroupReason& group : out.groups) {
    group.contribution *= model.slope;
    for (FeatureReason& feature : group.features) feature.contribution *= model.slope;
  }
  const auto row = static_cast<Eigen::Index>(out.link.left);
  const auto column = static_cast<Eigen::Index>(out.link.right);
  const double standing = outside_standing(scores)(row, column);
  const double contribution = model.weight * standing;
  out.groups.push_back({"outside", contribution, {}, {{"outside.standing", standing, 0, contribution}}});
  out.base = model.slope * out.base + model.offset;
  out.log_odds = model.slope * out.log_odds + contribution + model.offset;
}

// The last in the order of size, so the least, without which the pair stands on the threshold's other side.
std::optional<std::size_t> turning_group(const Explanation& e) {
  std::optional<std::size_t> found;
  for (std::size_t g = 0; g < e.groups.size(); ++g) {
    const double without = logistic(e.log_odds - e.groups[g].contribution);
    if ((without >= e.threshold) != e.linked()) found = g;
  }
  return found;
}

// Where the likeliest relation changes: the three follow each other as the total grows.
void add_borders(Explanation& out, const JudgementModel& model) {
  enum Label { kOppose, kReframe, kAgree };
  const auto label = [&](double total) {
    const double oppose = logistic((model.oppose_below - total) / model.temperature);
    const double agree = logistic((total - model.agree_above) / model.temperature);
    const double reframe = std::max(0.0, 1 - oppose - agree);
    return agree >= reframe && agree >= oppose ? kAgree : reframe >= oppose ? kReframe : kOppose;
  };
  const auto border = [&](Label from) {
    double low = model.oppose_below - 50 * model.temperature;
    double high = model.agree_above + 50 * model.temperature;
    for (int step = 0; step < 80; ++step) {
      const double middle = (low + high) / 2;
      (label(middle) >= from ? high : low) = middle;
    }
    return high;
  };
  out.oppose_below = border(kReframe);
  out.agree_above = border(kAgree);
}

Relation relation_at(const Explanation& e, double total, bool conflict) {
  if (total >= e.agree_above) return Relation::agree;
  if (total >= e.oppose_below) return Relation::reframe;
  return conflict ? Relation::contradict : Relation::diverge;
}

bool is_conflict(const Evidence& row) { return row.kind.starts_with("conflict"); }

std::optional<RowChange> turning_row(const Explanation& e) {
  const auto& rows = e.link.evidence;
  const bool conflict = std::any_of(rows.begin(), rows.end(), is_conflict);
  std::optional<RowChange> found;
  for (const Evidence& row : rows) {
    if (row.kind == "intercept" || row.kind == "others") continue;
    const Relation without =
        relation_at(e, e.link.evidence_total - row.contribution, conflict && !is_conflict(row));
    if (without != e.link.relation) found = RowChange{row, without};
  }
  return found;
}

}  // namespace

Explanation explain(const Comparison& comparison, const Knowledge& knowledge, std::size_t left,
                    std::size_t right, const OutsideSimilarity& outside) {
  Explanation out;
  out.link = link_of(comparison, left, right);
  out.threshold = comparison.engine.threshold;
  out.decider = decider_of(comparison, out.link);
  out.places = {place_of(comparison, out.link, true), place_of(comparison, out.link, false)};
  add_borders(out, knowledge.model.judgement);
  if (out.decider == Decider::model) {
    add_reasons(out, comparison, knowledge);
    if (outside) {
      const auto& accounts = comparison.accounts;
      add_outside(out, outside(accounts[0].account, accounts[1].account), knowledge.model.pairs.outside);
    }
    sort_by_size(out.groups);
    out.turning_group = turning_group(out);
  }
  if (out.decider != Decider::identical) out.turning_row = turning_row(out);
  return out;
}

}  // namespace rashomon::cli
