#include "engine/scorer/link_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "engine/records/error.h"

namespace rashomon {
namespace {

using Eigen::Index;

constexpr std::size_t kMostClashes = 2;  // more opposites in one pair say no more

using Feature = LinkFeatures::Feature;
using Kind = Feature::Kind;
using Side = Feature::Side;

constexpr std::array<std::string_view, 3> kSides = {".both", ".apart", ".cross"};  // in Side's order

struct Named {
  const char* name;
  Kind kind;
};
constexpr std::array<Named, 10> kOthers = {{{"opposites", Kind::opposites},
                                            {"other_names", Kind::other_names},
                                            {"other_numbers", Kind::other_numbers},
                                            {"conflict", Kind::conflict},
                                            {"polarity", Kind::polarity},
                                            {"holders.none", Kind::no_holder},
                                            {"holders.both", Kind::both_hold},
                                            {"account.warmth", Kind::warmth},
                                            {"account.coldness", Kind::coldness},
                                            {"account.coldness.cross", Kind::coldness_across}}};

std::optional<Cue> cue_named(std::string_view name) {
  for (std::size_t k = 0; k < kCues; ++k) {
    if (cue_name(static_cast<Cue>(k)) == name) return static_cast<Cue>(k);
  }
  return std::nullopt;
}

std::optional<Feature> cue_feature(std::string_view name) {
  const std::size_t dot = std::min(name.find('.'), name.size());
  const auto side = std::find(kSides.begin(), kSides.end(), name.substr(dot));
  const auto cue = cue_named(name.substr(0, dot));
  if (side == kSides.end() || !cue) return std::nullopt;
  return Feature{Kind::cue, nullptr, *cue, static_cast<Side>(side - kSides.begin())};
}

double laid_side_by_side(double left, double right, Side side, double cross) {
  switch (side) {
    case Side::both: return (left + right) / 2;
    case Side::apart: return std::abs(left - right);
    case Side::cross: return (left + right) / 2 * cross;
  }
  return 0;
}

std::vector<Cues> cues_of(const std::vector<Statement>& statements, const Lexicons& lexicons) {
  std::vector<Cues> cues;
  for (const Statement& s : statements) cues.push_back(read_cues(s, lexicons));
  return cues;
}

std::vector<Facts> facts_of(const std::vector<Statement>& statements, const Lexicons& lexicons) {
  std::vector<Facts> facts;
  for (const Statement& s : statements) facts.push_back(read_facts(s, lexicons));
  return facts;
}

std::vector<std::vector<Assertion>> assertions_of(const std::vector<Statement>& statements,
                                                  const Lexicons& lexicons) {
  std::vector<std::vector<Assertion>> assertions;
  for (const Statement& s : statements) assertions.push_back(read_assertions(s, lexicons));
  return assertions;
}

// Finds of one table on both sides that stand against each other.
struct Clash {
  const Find* left = nullptr;
  const Find* right = nullptr;
};

template <typename Opposed>
std::vector<Clash> clashes(const Statement& left, const Statement& right, Table table, Opposed opposed) {
  std::vector<Clash> out;
  for (const Find& a : left.finds) {
    if (a.table != table) continue;
    for (const Find& b : right.finds) {
      if (b.table == table && opposed(a.entry, b.entry)) out.push_back({&a, &b});
    }
  }
  return out;
}

std::vector<Clash> opposites(const Statement& left, const Statement& right, const Lexicons& lexicons) {
  return clashes(left, right, Table::opposites, [&](std::size_t a, std::size_t b) {
    const Opposite& x = lexicons.opposites()[a];
    const Opposite& y = lexicons.opposites()[b];
    return x.pair == y.pair && x.right != y.right;
  });
}

std::vector<Clash> other_names(const Statement& left, const Statement& right, const Lexicons& lexicons) {
  return clashes(left, right, Table::contested_names, [&](std::size_t a, std::size_t b) {
    return a != b && lexicons.contested_names()[a].thing == lexicons.contested_names()[b].thing;
  });
}

std::vector<std::size_t> number_tokens(const Statement& statement) {
  std::vector<std::size_t> out;
  for (std::size_t k = 0; k < statement.tokens.size(); ++k) {
    if (statement.tokens[k].kind == TokenKind::number) out.push_back(k);
  }
  return out;
}

// Both sides give numbers, and no number is on both.
bool numbers_differ(const Statement& left, const Statement& right) {
  const auto a = number_tokens(left);
  if (a.empty()) return false;
  const auto b = number_tokens(right);
  const auto same = [&](std::size_t i) {
    return std::any_of(b.begin(), b.end(),
                       [&](std::size_t j) { return left.tokens[i].form == right.tokens[j].form; });
  };
  return !b.empty() && std::none_of(a.begin(), a.end(), same);
}

double mean_of(const std::vector<Cues>& cues, Cue cue) {
  double sum = 0;
  for (const Cues& c : cues) sum += c[cue];
  return sum / static_cast<double>(cues.size());
}

std::optional<TokenRange> range_of(const Find* find) {
  if (find == nullptr) return std::nullopt;
  return TokenRange{find->first, find->last};
}

FeatureWords first_of(const std::vector<Clash>& found) {
  if (found.empty()) return {};
  return {range_of(found.front().left), range_of(found.front().right)};
}

std::optional<TokenRange> first_number(const Statement& statement) {
  const auto numbers = number_tokens(statement);
  if (numbers.empty()) return std::nullopt;
  return TokenRange{numbers.front(), numbers.front() + 1};
}

}  // namespace

LinkFeatures::LinkFeatures(const std::vector<Statement>& left, const std::vector<Statement>& right,
                           const Alignment& alignment, const Lexicons& lexicons)
    : left_(left),
      right_(right),
      alignment_(alignment),
      lexicons_(lexicons),
      left_cues_(cues_of(left, lexicons)),
      right_cues_(cues_of(right, lexicons)),
      left_facts_(facts_of(left, lexicons)),
      right_facts_(facts_of(right, lexicons)),
      left_assertions_(assertions_of(left, lexicons)),
      right_assertions_(assertions_of(right, lexicons)),
      warmth_((mean_of(left_cues_, Cue::warmth) + mean_of(right_cues_, Cue::warmth)) / 2),
      coldness_((mean_of(left_cues_, Cue::coldness) + mean_of(right_cues_, Cue::coldness)) / 2) {}

std::vector<std::string> LinkFeatures::names() {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < kCues; ++k) {
    for (const auto side : kSides) names.push_back(std::string(cue_name(static_cast<Cue>(k))).append(side));
  }
  for (const char* name : {"similarity", "voice.cross"}) names.emplace_back(name);
  for (const Named& other : kOthers) names.emplace_back(other.name);
  return names;
}

Feature LinkFeatures::find(const std::string& name) const {
  if (const auto feature = cue_feature(name)) return *feature;
  if (name == "similarity") return {Kind::matrix, &alignment_.similarity};
  if (name == "voice.cross") return {Kind::matrix, &alignment_.cross};
  for (const Named& other : kOthers) {
    if (name == other.name) return {other.kind};
  }
  const PairFeatures& pairs = alignment_.features;
  const auto at = std::find(pairs.names.begin(), pairs.names.end(), name);
  if (at == pairs.names.end()) {
    throw InputError("model", "it reads the feature '" + name + "', which this engine does not compute",
                     "train it again by scripts/train");
  }
  return {Kind::matrix, &pairs.values[static_cast<std::size_t>(at - pairs.names.begin())]};
}

double LinkFeatures::value(const Feature& feature, std::size_t i, std::size_t j) const {
  const auto row = static_cast<Index>(i);
  const auto column = static_cast<Index>(j);
  const auto capped = [](std::size_t count) { return static_cast<double>(std::min(kMostClashes, count)); };
  switch (feature.kind) {
    case Kind::matrix: return (*feature.matrix)(row, column);
    case Kind::cue:
      return laid_side_by_side(left_cues_[i][feature.cue], right_cues_[j][feature.cue], feature.side,
                               alignment_.cross(row, column));
    case Kind::opposites: return capped(opposites(left_[i], right_[j], lexicons_).size());
    case Kind::other_names: return capped(other_names(left_[i], right_[j], lexicons_).size());
    case Kind::other_numbers: return numbers_differ(left_[i], right_[j]) ? 1 : 0;
    case Kind::conflict: return conflict(i, j) ? 1 : 0;
    case Kind::polarity: return polarity(i, j) ? 1 : 0;
    case Kind::no_holder: return left_[i].holders.empty() || right_[j].holders.empty() ? 1 : 0;
    case Kind::both_hold: return left_[i].holders.size() > 1 || right_[j].holders.size() > 1 ? 1 : 0;
    case Kind::warmth: return warmth_;
    case Kind::coldness: return coldness_;
    case Kind::coldness_across: return coldness_ * alignment_.cross(row, column);
  }
  return 0;
}

const double* LinkFeatures::row(const Feature& feature, std::size_t i, double* room) const {
  const auto row = static_cast<Index>(i);
  if (feature.kind == Kind::matrix) return feature.matrix->row(row).data();
  for (std::size_t j = 0; j < right_.size(); ++j) room[j] = value(feature, i, j);
  return room;
}

Matrix LinkFeatures::values(const std::string& name) const {
  const Feature feature = find(name);
  if (feature.kind == Kind::matrix) return *feature.matrix;
  Matrix out(static_cast<Index>(left_.size()), static_cast<Index>(right_.size()));
  for (std::size_t i = 0; i < left_.size(); ++i) row(feature, i, out.row(static_cast<Index>(i)).data());
  return out;
}

std::optional<Conflict> LinkFeatures::conflict(std::size_t i, std::size_t j) const {
  return conflict_of(left_facts_[i], right_facts_[j]);
}

std::optional<std::pair<TokenRange, TokenRange>> LinkFeatures::polarity(std::size_t i, std::size_t j) const {
  return opposite_polarity(left_[i], left_assertions_[i], right_[j], right_assertions_[j]);
}

FeatureWords LinkFeatures::words(std::string_view family, std::size_t i, std::size_t j) const {
  if (const auto found = cue_named(family)) {
    const auto cue = static_cast<std::size_t>(*found);
    return {left_cues_[i].words[cue], right_cues_[j].words[cue]};
  }
  if (family == "conflict") {
    const auto found = conflict(i, j);
    return found ? FeatureWords{found->left, found->right} : FeatureWords{};
  }
  if (family == "polarity") {
    const auto found = polarity(i, j);
    return found ? FeatureWords{found->first, found->second} : FeatureWords{};
  }
  if (family == "opposites") return first_of(opposites(left_[i], right_[j], lexicons_));
  if (family == "other_names") return first_of(other_names(left_[i], right_[j], lexicons_));
  if (family == "other_numbers" && numbers_differ(left_[i], right_[j]))
    return {first_number(left_[i]), first_number(right_[j])};
  return {};
}

}  // namespace rashomon
