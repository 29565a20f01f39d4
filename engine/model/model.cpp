#include "engine/model/model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/records/error.h"
#include "engine/text/digest.h"

namespace rashomon {
namespace {

using nlohmann::json;

constexpr std::string_view kFormat = "rashomon.model/1";
constexpr std::array<std::string_view, 5> kDimensions = {"tone", "strength", "scope", "agency",
                                                         "credit"};  // in the order of the enum

[[noreturn]] void refuse(const std::string& problem) { throw std::invalid_argument(problem); }

// A tree is written by columns, one number a node: a pair goes left where its feature is at most the
// threshold.
Tree read_tree(const json& columns, std::size_t features) {
  const auto feature = columns.at("feature").get<std::vector<std::int32_t>>();
  const auto threshold = columns.at("threshold").get<std::vector<double>>();
  const auto left = columns.at("left").get<std::vector<std::int32_t>>();
  const auto right = columns.at("right").get<std::vector<std::int32_t>>();
  const auto value = columns.at("value").get<std::vector<double>>();
  const std::size_t nodes = feature.size();
  if (nodes >= 2 * kMostLeaves) refuse("a tree has more than 64 leaves");
  if (nodes == 0 || threshold.size() != nodes || left.size() != nodes || right.size() != nodes ||
      value.size() != nodes) {
    refuse("a tree's columns differ in length");
  }
  Tree tree;
  tree.reserve(nodes);
  for (std::size_t k = 0; k < nodes; ++k) {
    if (feature[k] >= static_cast<std::int32_t>(features))
      refuse("a tree reads a feature that is not listed");
    const auto inside = [&](std::int32_t child) {
      return child > static_cast<std::int32_t>(k) && child < static_cast<std::int32_t>(nodes);
    };
    const bool leaf = feature[k] < 0;
    if (!leaf && !(inside(left[k]) && inside(right[k]))) refuse("a tree's branch leads nowhere");
    tree.push_back({feature[k], {left[k], right[k]}, leaf ? value[k] : threshold[k]});
  }
  return tree;
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
    for (const json& tree : member.at("trees"))
      group.trees.push_back(read_tree(tree, ensemble.features.size()));
    if (group.trees.empty()) refuse("a group of trees is empty");
    ensemble.trees.push_back(std::move(group));
  }
  ensemble.slope = node.at("slope");
  ensemble.offset = node.at("offset");
  return ensemble;
}

Forest read_forest(const json& node) {
  Forest forest;
  forest.features = node.at("features").get<std::vector<std::string>>();
  for (const json& tree : node.at("trees")) {
    forest.trees.push_back(read_tree(tree, forest.features.size()));
    forest.means.push_back(tree.at("value"));
  }
  return forest;
}

Dimension read_dimension(const json& node) {
  const auto at = std::find(kDimensions.begin(), kDimensions.end(), node.get<std::string>());
  if (at == kDimensions.end()) refuse("unknown dimension " + node.dump());
  return static_cast<Dimension>(at - kDimensions.begin());
}

JudgementModel read_judgement(const json& node) {
  JudgementModel model;
  for (const json& row : node.at("rows")) model.rows.push_back({row.at("feature"), row.at("weight")});
  model.trees = read_forest(node.at("trees"));
  for (const auto& [family, dimension] : node.at("dimensions").items())
    model.dimensions.emplace(family, read_dimension(dimension));
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

OutsideModel read_outside(const json& node) {
  return {node.at("slope"), node.at("weight"), node.at("offset")};
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
                 read_ensemble(pairs.at("full")), read_outside(pairs.at("outside"))};
  if (model.pairs.first.empty() || model.pairs.full.empty()) refuse("the pair model is empty");
  model.judgement = read_judgement(root.at("judgement"));
  return model;
}

// Calls read(); its complaints name the place.
template <typename Read>
auto with_place(const std::string& place, Read read) {
  const auto refused = [&](const std::exception& error) {
    return InputError(place, "no model: " + std::string(error.what()),
                      "give a file that scripts/train wrote");
  };
  try {
    return read();
  } catch (const json::exception& error) {
    throw refused(error);
  } catch (const std::invalid_argument& error) {
    throw refused(error);
  }
}

}  // namespace

Model Model::parse(std::string_view text, const std::string& place) {
  return with_place(place, [&] {
    Model model = read_model(json::parse(text));
    model.hash = sha256_hex(text);
    return model;
  });
}

Model Model::from_compiled(std::string_view bytes) {
  const json compiled = json::from_cbor(bytes);
  Model model = read_model(compiled.at("model"));
  model.hash = compiled.at("hash");
  return model;
}

std::string compiled_model(std::string_view text, const std::string& place) {
  return with_place(place, [&] {
    const json model = json::parse(text);
    read_model(model);
    std::string bytes;
    json::to_cbor({{"hash", sha256_hex(text)}, {"model", model}}, bytes);
    return bytes;
  });
}

}  // namespace rashomon
