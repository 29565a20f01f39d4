#include "cli/batch_summary.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>

#include "cli/manifest.h"
#include "engine/report/names.h"
#include "engine/report/numbers.h"
#include "engine/text/width.h"

namespace rashomon::cli {
namespace {

constexpr std::array<std::string_view, 5> kNames = {"divergence", "silence", "narrative", "position",
                                                    "tension"};
constexpr std::array<std::string_view, 7> kColumns = {"mean", "least", "quarter", "median",
                                                      "3/4",  "most",  "most in"};
constexpr std::size_t kWidth = 9;

std::string padded_left(std::string_view text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + std::string(text);
}

std::string padded_right(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width - std::min(width, text.size()), ' ');
}

}  // namespace

void Spread::add(double value, const std::string& id) {
  ++counts_.at(static_cast<std::size_t>(std::lround(value * kSteps)));
  ++count_;
  sum_ += value;
  if (value > most_) {
    most_ = value;
    id_of_most_ = id;
  }
}

double Spread::quantile(double share) const {
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(count_ - 1));
  std::size_t passed = 0;
  std::size_t step = 0;
  while ((passed += counts_[step]) <= rank) ++step;
  return static_cast<double>(step) / kSteps;
}

void BatchSummary::add(const std::string& id, const Totals& totals) {
  ++done_;
  const std::array<std::optional<double>, 5> values = {totals.divergence, totals.silence, totals.narrative,
                                                       totals.position, totals.tension};
  for (std::size_t k = 0; k < values.size(); ++k) {
    if (values[k]) spreads_[k].add(*values[k], id);
  }
  for (std::size_t k = 0; k < relations_.size(); ++k) relations_[k] += totals.relations[k];
}

void BatchSummary::add_line(std::string_view line) {
  const nlohmann::json object = nlohmann::json::parse(line);
  const nlohmann::json& summary = object.at("comparison").at("summary");
  Totals totals;
  totals.divergence = summary.at("divergence");
  totals.silence = summary.at("silence");
  totals.narrative = summary.at("narrative");
  totals.position = summary.at("position");
  if (!summary.at("tension").is_null()) totals.tension = summary.at("tension").get<double>();
  for (std::size_t k = 0; k < totals.relations.size(); ++k)
    totals.relations[k] = summary.at("relations").at(std::string(name_of(static_cast<Relation>(k))));
  add(name_of_id(object.at("id")), totals);
}

std::string BatchSummary::table() const {
  std::string out =
      grouped(done_ + failed_) + " items: " + grouped(done_) + " compared, " + grouped(failed_) + " failed\n";
  if (done_ == 0) return out;
  out += '\n' + std::string(kWidth + 3, ' ');
  for (const std::string_view column : kColumns) out += padded_left(column, kWidth);
  out += '\n';
  for (std::size_t k = 0; k < kNames.size(); ++k) {
    const Spread& spread = spreads_[k];
    if (spread.is_empty()) continue;
    out += padded_right(kNames[k], kWidth + 3) + padded_left(fixed(spread.mean()), kWidth);
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0})
      out += padded_left(fixed(spread.quantile(share)), kWidth);
    out += "  " + make_visible(spread.id_of_most()) + '\n';
  }
  const std::size_t links = std::accumulate(relations_.begin(), relations_.end(), std::size_t{0});
  out += '\n' + padded_right("links", kWidth + 3) + padded_left(grouped(links), kWidth) + '\n';
  for (std::size_t k = 0; k < relations_.size() && links > 0; ++k) {
    const double share = static_cast<double>(relations_[k]) / static_cast<double>(links);
    out += padded_right(name_of(static_cast<Relation>(k)), kWidth + 3) +
           padded_left(grouped(relations_[k]), kWidth) + padded_left(fixed(share), kWidth) + '\n';
  }
  return out;
}

}  // namespace rashomon::cli
