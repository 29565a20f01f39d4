#include "engine/model/model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/records/error.h"
#include "engine/text/digest.h"

extern "C" const char rashomon_model_begin[];
extern "C" const char rashomon_model_end[];

namespace rashomon {
namespace {

using nlohmann::json;

constexpr std::string_view kFormat = "rashomon.model/1";
constexpr std::array<std::string_view, 5> kDimensions = {"tone", "strength", "scope", "agency",
                                                         "credit"};  // in the order of the enum

[[noreturn]] void refuse(const std::string& problem) { throw std::invalid_argument(problem); }

void check_tree(const Tree& tree, std::size_t features) {
  const std::size_t nodes = tree.feature.size();
  if (nodes == 0 || tree.threshold.size() != nodes || tree.left.size() != nodes ||
      tree.right.size() != nodes || tree.value.size() != nodes) {
    refuse("a tree's columns differ in length");
  }
  for (std::size_t k = 0; k < nodes; ++k) {
    if (tree.feature[k] >= static_cast<std::int32_t>(features))
      refuse("a tree reads a feature that is not listed");
    const auto inside = [&](std::int32_t child) {
      return child > static_cast<std::int32_t>(k) && child < static_cast<std::int32_t>(nodes);
    };
    if (tree.feature[k] >= 0 && !(inside(tree.left[k]) && inside(tree.right[k])))
      refuse("a tree's branch leads nowhere");
  }
}

Ensemble read_ensemble(const json& node) {
  Ensemble ensemble;
  ensemble.features = node.at("features").get<std::vector<std::string>>();
  for (const json& member : node.at("linear")) {
    ensemble.linear.push_back({member.at("intercept"), member.at("weights")});
    if (ensemble.linear.back().weights.size() != ensemble.features.size())
      refuse("a linear member has not one weight a feature");
  }
  for (const json& member : node.at("trees")) {
    TreeMember group{member.at("mean"), member.at("base"), {}};
    for (const json& tree : member.at("trees")) {
      group.trees.push_back(
          {tree.at("feature"), tree.at("threshold"), tree.at("left"), tree.at("right"), tree.at("value")});
      check_tree(group.trees.back(), ensemble.features.size());
    }
    if (group.trees.empty()) refuse("a group of trees is empty");
    ensemble.trees.push_back(std::move(group));
  }
  ensemble.slope = node.at("slope");
  ensemble.offset = node.at("offset");
  return ensemble;
}

std::optional<Dimension> read_dimension(const json& node) {
  if (node.is_null()) return std::nullopt;
  const auto at = std::find(kDimensions.begin(), kDimensions.end(), node.get<std::string>());
  if (at == kDimensions.end()) refuse("unknown dimension " + node.dump());
  return static_cast<Dimension>(at - kDimensions.begin());
}

JudgementModel read_judgement(const json& node) {
  JudgementModel model;
  for (const json& row : node.at("rows")) {
    model.rows.push_back({row.at("feature"), row.at("weight"), read_dimension(row.at("dimension"))});
  }
  model.intercept = node.at("intercept");
  model.oppose_below = node.at("oppose_below");
  model.agree_above = node.at("agree_above");
  model.temperature = node.at("temperature");
  if (!(model.temperature > 0) ||
      !(model.agree_above - model.oppose_below > 2 * model.temperature * std::log(2.0))) {
    refuse("the cutpoints leave no room for a reframe");
  }
  return model;
}

Model read_model(const json& root) {
  if (root.at("format") != kFormat) refuse("its format is " + root.at("format").dump());
  Model model;
  model.name = root.at("name");
  model.threshold = root.at("threshold");
  if (!(model.threshold > 0 && model.threshold < 1)) refuse("the threshold is not within 0 .. 1");
  model.divergence_error = root.at("divergence_error");
  const json& pairs = root.at("pairs");
  model.pairs = {read_ensemble(pairs.at("first")), read_ensemble(pairs.at("second")),
                 read_ensemble(pairs.at("full"))};
  if (model.pairs.first.empty() || model.pairs.full.empty()) refuse("the pair model is empty");
  model.judgement = read_judgement(root.at("judgement"));
  return model;
}

}  // namespace

Model Model::parse(std::string_view text, const std::string& place) {
  try {
    Model model = read_model(json::parse(text));
    model.hash = sha256_hex(text);
    return model;
  } catch (const json::exception& error) {
    throw InputError(place, "no model: " + std::string(error.what()), "give a file that scripts/train wrote");
  } catch (const std::invalid_argument& error) {
    throw InputError(place, "no model: " + std::string(error.what()), "give a file that scripts/train wrote");
  }
}

Model Model::builtin() {
  return parse({rashomon_model_begin, static_cast<std::size_t>(rashomon_model_end - rashomon_model_begin)},
               "built-in model");
}

}  // namespace rashomon
