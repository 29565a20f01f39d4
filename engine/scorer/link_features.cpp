#include "engine/scorer/link_features.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "engine/records/error.h"

namespace rashomon {
namespace {

using Eigen::Index;

constexpr std::size_t kMostClashes = 2;  // more opposites in one pair say no more

// How the cues of both sides are laid side by side.
enum class Side : std::uint8_t { both, apart, cross };
constexpr std::array<std::string_view, 3> kSides = {".both", ".apart", ".cross"};

struct CueFeature {
  Cue cue;
  Side side;
};

std::optional<CueFeature> cue_feature(std::string_view name) {
  const std::size_t dot = std::min(name.find('.'), name.size());
  const auto side = std::find(kSides.begin(), kSides.end(), name.substr(dot));
  if (side == kSides.end()) return std::nullopt;
  for (std::size_t k = 0; k < kCues; ++k) {
    const auto cue = static_cast<Cue>(k);
    if (cue_name(cue) == name.substr(0, dot))
      return CueFeature{cue, static_cast<Side>(side - kSides.begin())};
  }
  return std::nullopt;
}

Vector column_of(const std::vector<Cues>& cues, Cue cue) {
  Vector values(static_cast<Index>(cues.size()));
  for (std::size_t s = 0; s < cues.size(); ++s) values[static_cast<Index>(s)] = cues[s][cue];
  return values;
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

template <typename Figure>
Matrix every_pair(const std::vector<Statement>& left, const std::vector<Statement>& right, Figure figure) {
  Matrix out(static_cast<Index>(left.size()), static_cast<Index>(right.size()));
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      out(static_cast<Index>(i), static_cast<Index>(j)) = static_cast<double>(figure(left[i], right[j]));
    }
  }
  return out;
}

[[noreturn]] void unknown(const std::string& feature) {
  throw InputError("model", "it reads the feature '" + feature + "', which this engine does not compute",
                   "train it again by scripts/train");
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
      right_facts_(facts_of(right, lexicons)) {}

std::vector<std::string> LinkFeatures::names() {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < kCues; ++k) {
    for (const auto side : kSides) names.push_back(std::string(cue_name(static_cast<Cue>(k))).append(side));
  }
  for (const char* name :
       {"similarity", "voice.cross", "opposites", "other_names", "other_numbers", "conflict", "holders.none",
        "holders.both", "account.warmth", "account.coldness", "account.coldness.cross"}) {
    names.emplace_back(name);
  }
  return names;
}

Matrix LinkFeatures::values(const std::string& name) const {
  const auto rows = static_cast<Index>(left_.size());
  const auto columns = static_cast<Index>(right_.size());
  if (const auto feature = cue_feature(name)) {
    Matrix a(rows, columns);
    Matrix b(rows, columns);
    a.colwise() = column_of(left_cues_, feature->cue);
    b.rowwise() = column_of(right_cues_, feature->cue).transpose();
    switch (feature->side) {
      case Side::both: return (a + b) / 2;
      case Side::apart: return (a - b).cwiseAbs();
      case Side::cross: return ((a + b) / 2).cwiseProduct(alignment_.cross);
    }
  }
  if (name == "similarity") return alignment_.similarity;
  if (name == "voice.cross") return alignment_.cross;
  if (name == "opposites") {
    return every_pair(left_, right_, [&](const Statement& a, const Statement& b) {
      return std::min<std::size_t>(kMostClashes, opposites(a, b, lexicons_).size());
    });
  }
  if (name == "other_names") {
    return every_pair(left_, right_, [&](const Statement& a, const Statement& b) {
      return std::min<std::size_t>(kMostClashes, other_names(a, b, lexicons_).size());
    });
  }
  if (name == "conflict") {
    Matrix out = Matrix::Zero(rows, columns);
    for (Index i = 0; i < rows; ++i) {
      for (Index j = 0; j < columns; ++j) {
        if (conflict(static_cast<std::size_t>(i), static_cast<std::size_t>(j))) out(i, j) = 1;
      }
    }
    return out;
  }
  if (name == "other_numbers") return every_pair(left_, right_, numbers_differ);
  if (name == "holders.none") {
    return every_pair(left_, right_, [](const Statement& a, const Statement& b) {
      return a.holders.empty() || b.holders.empty();
    });
  }
  if (name == "holders.both") {
    return every_pair(left_, right_, [](const Statement& a, const Statement& b) {
      return a.holders.size() > 1 || b.holders.size() > 1;
    });
  }
  if (name.starts_with("account.")) return tone_at_large(name);
  unknown(name);
}

// The tone of both accounts as wholes: the same act weighs more between accounts that are cold throughout.
Matrix LinkFeatures::tone_at_large(const std::string& name) const {
  const double warmth = (mean_of(left_cues_, Cue::warmth) + mean_of(right_cues_, Cue::warmth)) / 2;
  const double coldness = (mean_of(left_cues_, Cue::coldness) + mean_of(right_cues_, Cue::coldness)) / 2;
  const Matrix& cross = alignment_.cross;
  if (name == "account.warmth") return Matrix::Constant(cross.rows(), cross.cols(), warmth);
  if (name == "account.coldness") return Matrix::Constant(cross.rows(), cross.cols(), coldness);
  if (name == "account.coldness.cross") return coldness * cross;
  unknown(name);
}

std::optional<Conflict> LinkFeatures::conflict(std::size_t i, std::size_t j) const {
  return conflict_of(left_facts_[i], right_facts_[j]);
}

FeatureWords LinkFeatures::words(const std::string& name, std::size_t i, std::size_t j) const {
  if (const auto feature = cue_feature(name)) {
    const auto cue = static_cast<std::size_t>(feature->cue);
    return {left_cues_[i].words[cue], right_cues_[j].words[cue]};
  }
  if (name == "conflict") {
    const auto found = conflict(i, j);
    return found ? FeatureWords{found->left, found->right} : FeatureWords{};
  }
  if (name == "opposites") return first_of(opposites(left_[i], right_[j], lexicons_));
  if (name == "other_names") return first_of(other_names(left_[i], right_[j], lexicons_));
  if (name == "other_numbers" && numbers_differ(left_[i], right_[j]))
    return {first_number(left_[i]), first_number(right_[j])};
  return {};
}

}  // namespace rashomon
