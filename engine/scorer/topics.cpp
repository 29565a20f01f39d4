#include "engine/scorer/topics.h"

#include <algorithm>
#include <numeric>

namespace rashomon {
namespace {

using Eigen::Index;

bool names(const StatementFigures& figures, const std::string& concept_id) {
  return std::find(figures.concepts.begin(), figures.concepts.end(), concept_id) != figures.concepts.end();
}

void add_account(Topic& topic, const ComparedAccount& account) {
  double mass = 0;
  double level = 0;
  std::optional<std::size_t> first;
  for (std::size_t s = 0; s < account.figures.size(); ++s) {
    const StatementFigures& figures = account.figures[s];
    if (!names(figures, topic.concept_id)) continue;
    mass += figures.mass;
    level += figures.mass * figures.register_level;
    if (!first) first = s + 1;
  }
  topic.emphasis.push_back(mass);
  topic.register_level.push_back(mass > 0 ? std::optional(level / mass) : std::nullopt);
  topic.first.push_back(first);
}

double total_emphasis(const Topic& topic) {
  return std::accumulate(topic.emphasis.begin(), topic.emphasis.end(), 0.0);
}

}  // namespace

void add_topic_scores(TopicScores& scores, const ComparedAccount& left, const ComparedAccount& right,
                      const Matrix& probability, const Matrix& ground, const Matrix& score, double threshold,
                      const Lexicons& lexicons) {
  const auto& concepts = lexicons.concepts();
  scores.weighted.resize(concepts.size());
  scores.ground.resize(concepts.size());
  for (Index i = 0; i < probability.rows(); ++i) {
    for (Index j = 0; j < probability.cols(); ++j) {
      if (probability(i, j) < threshold) continue;
      for (std::size_t c = 0; c < concepts.size(); ++c) {
        const bool shared = names(left.figures[static_cast<std::size_t>(i)], concepts[c].id) &&
                            names(right.figures[static_cast<std::size_t>(j)], concepts[c].id);
        if (!shared) continue;
        scores.weighted[c] += ground(i, j) * score(i, j);
        scores.ground[c] += ground(i, j);
      }
    }
  }
}

std::vector<Topic> topics_of(const std::vector<ComparedAccount>& accounts, const TopicScores& scores,
                             const Lexicons& lexicons) {
  std::vector<Topic> topics;
  for (std::size_t c = 0; c < lexicons.concepts().size(); ++c) {
    const Concept& concept_row = lexicons.concepts()[c];
    if (concept_row.family == Family::formula) continue;
    Topic topic;
    topic.concept_id = concept_row.id;
    for (const ComparedAccount& account : accounts) add_account(topic, account);
    if (total_emphasis(topic) == 0) continue;
    if (c < scores.ground.size() && scores.ground[c] > 0) topic.score = scores.weighted[c] / scores.ground[c];
    topics.push_back(std::move(topic));
  }
  std::stable_sort(topics.begin(), topics.end(), [](const Topic& a, const Topic& b) {
    const double x = total_emphasis(a);
    const double y = total_emphasis(b);
    return x != y ? x > y : a.concept_id < b.concept_id;
  });
  return topics;
}

}  // namespace rashomon
