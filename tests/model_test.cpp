#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "engine/model/contributions.h"
#include "engine/model/model.h"
#include "engine/records/error.h"

namespace rashomon {
namespace {

// One feature x: a linear member -1 + 2 x, and boosted trees that add 3 where x > 0.5, and -1 up to there.
const std::string kTree =
    R"({"feature": [0, -1, -1], "threshold": [0.5, 0, 0], "left": [1, 0, 0], "right": [2, 0, 0], "value": [0, -1, 3]})";
const std::string kEnsemble =
    R"({"features": ["x"], "linear": [{"intercept": -1, "weights": [2]}], "trees": [)"
    R"({"mean": false, "base": 0.25, "trees": [)" +
    kTree + R"(]}], "slope": 1, "offset": 0})";

// Features a and b: 1 where a > 0; else -1 or, where b > 2, -3. The values of inner nodes are means.
const std::string kForestTree =
    R"({"feature": [0, 1, -1, -1, -1], "threshold": [0, 2, 0, 0, 0], "left": [1, 2, 0, 0, 0], )"
    R"("right": [4, 3, 0, 0, 0], "value": [-0.5, -1.5, -1, -3, 1]})";

std::string model_of(const std::string& ensemble) {
  return R"({"format": "rashomon.model/1", "name": "made up", "threshold": 0.3, "divergence_error": 0.1, "pairs": )"
         R"({"first": )" +
         ensemble +
         R"(, "second": {"features": [], "linear": [], "trees": [], "slope": 1, "offset": 0}, "full": )" +
         ensemble +
         R"(, "outside": {"slope": 0.5, "weight": 2, "offset": -1}}, "judgement": {"rows": [{"feature": "conflict", "weight": -2}], )" +
         R"("trees": {"features": ["a", "b"], "trees": [)" + kForestTree +
         R"(]}, "dimensions": {"warmth": "tone"}, "intercept": 0.1, "oppose_below": -1, "agree_above": 1, "temperature": 0.5}})";
}

TEST_CASE("probabilities of more pairs than one block, by hand: a value at a threshold goes left") {
  const Model model = Model::parse(model_of(kEnsemble), "test");
  PairFeatures pairs;
  Matrix x(10, 20);
  for (Eigen::Index k = 0; k < x.size(); ++k) x.data()[k] = static_cast<double>(k % 5) / 4;
  pairs.add("x", x);
  const Matrix found = model.pairs.first.probabilities(pairs);
  for (Eigen::Index k = 0; k < x.size(); ++k) {
    CAPTURE(x.data()[k]);
    const double linear = logistic(-1 + 2 * x.data()[k]);
    const double trees = logistic(0.25 + (x.data()[k] > 0.5 ? 3 : -1));
    CHECK(found.data()[k] == doctest::Approx((linear + trees) / 2).epsilon(1e-12));
  }
}

TEST_CASE("what the features contribute and the base are the trees' sum, by hand") {
  const Model model = Model::parse(model_of(kEnsemble), "test");
  const Forest& trees = model.judgement.trees;
  const Matrix a{{0, 0, 1}};
  const Matrix b{{2, 3, 3}};
  const Vector sums = TreeSums(trees.trees)({a.data(), b.data()}, 3);
  CHECK(sums == Vector{{-1, -3, 1}});
  CHECK(trees.base() == -0.5);
  CHECK(trees.contributions(Vector{{0, 2}}) == Vector{{-1, 0.5}});
  CHECK(trees.contributions(Vector{{0, 3}}) == Vector{{-1, -1.5}});
  CHECK(trees.contributions(Vector{{1, 3}}) == Vector{{1.5, 0}});
}

// Features x and y of 2 x 3 pairs.
PairFeatures two_features() {
  PairFeatures pairs;
  pairs.add("x", Matrix{{0.0, 0.25, 0.5}, {0.75, 1.0, 0.125}});
  pairs.add("y", Matrix{{3.0, -1.0, 0.5}, {2.0, 0.0, 1.5}});
  return pairs;
}

// Reads x at its root, y where x is beyond 0.3.
TreeMember two_level_tree(bool mean) {
  const auto leaf = [](double value) { return TreeNode{-1, {0, 0}, value}; };
  return {mean, mean ? 0 : 0.25, {{{0, {1, 2}, 0.3}, leaf(0.1), {1, {3, 4}, 1}, leaf(0.2), leaf(0.9)}}};
}

TEST_CASE("a linear member alone adds weight x distance from the mean") {
  const Ensemble ensemble{{"x", "y"}, {{-1, {2, 0.5}}}, {}, 1, 0};
  const Contributions found = contributions(ensemble, two_features(), 1, 0);
  CHECK(found.base == doctest::Approx(-1 + 2 * 2.625 / 6 + 0.5 * 1).epsilon(1e-9));
  CHECK(found.features[0] == doctest::Approx(2 * (0.75 - 2.625 / 6)).epsilon(1e-9));
  CHECK(found.features[1] == doctest::Approx(0.5 * (2.0 - 1.0)).epsilon(1e-9));
}

TEST_CASE("a tree alone adds the changes of the mean along its path") {
  // x <= 0.3 of three pairs: 0.1 each. Beyond, y <= 1 of two pairs: 0.2, and of one: 0.9.
  const double beyond = (0.2 + 0.2 + 0.9) / 3;
  const double all = (3 * 0.1 + 3 * beyond) / 6;
  const Ensemble ensemble{{"x", "y"}, {}, {two_level_tree(false)}, 1, 0};
  const Contributions found = contributions(ensemble, two_features(), 1, 0);
  CHECK(found.base == doctest::Approx(0.25 + all).epsilon(1e-9));
  CHECK(found.features[0] == doctest::Approx(beyond - all).epsilon(1e-9));
  CHECK(found.features[1] == doctest::Approx(0.9 - beyond).epsilon(1e-9));
}

TEST_CASE("contributions of any members add up to the log-odds of every pair") {
  const Ensemble ensemble{
      {"x", "y"}, {{-1, {2, 0.5}}}, {two_level_tree(false), two_level_tree(true)}, 1.3, -0.4};
  const PairFeatures pairs = two_features();
  const Matrix probabilities = ensemble.probabilities(pairs);
  for (Eigen::Index i = 0; i < pairs.rows(); ++i) {
    for (Eigen::Index j = 0; j < pairs.cols(); ++j) {
      CAPTURE(i);
      CAPTURE(j);
      const Contributions found = contributions(ensemble, pairs, i, j);
      CHECK(found.log_odds == doctest::Approx(logit(probabilities(i, j))).epsilon(1e-12));
      CHECK(found.base + found.features[0] + found.features[1] ==
            doctest::Approx(found.log_odds).epsilon(1e-12));
    }
  }
}

TEST_CASE("a compiled model is the model, hash and all") {
  const std::string json = model_of(kEnsemble);
  const Model parsed = Model::parse(json, "test");
  const Model compiled = Model::from_compiled(compiled_model(json, "test"));
  CHECK(compiled.hash == parsed.hash);
  CHECK(compiled.name == "made up");
  CHECK(compiled.judgement.rows[0].weight == -2);
  CHECK(compiled.pairs.outside.slope == 0.5);
  CHECK(compiled.pairs.outside.weight == 2);
  CHECK(compiled.pairs.outside.offset == -1);
  CHECK(compiled.judgement.trees.means == parsed.judgement.trees.means);
  PairFeatures pairs;
  pairs.add("x", Matrix{{0.1, 0.5, 0.9}});
  CHECK(compiled.pairs.full.probabilities(pairs) == parsed.pairs.full.probabilities(pairs));
}

TEST_CASE("a model that does not hang together is refused, when read and when compiled") {
  const auto with = [](std::string from, const std::string& to) {
    std::string json = model_of(kEnsemble);
    return json.replace(json.find(from), from.size(), to);
  };
  for (const std::string& json :
       {std::string("{"), with("model/1", "model/2"), with("\"left\": [1", "\"left\": [7"),
        with("[0, -1, -1]", "[4, -1, -1]"), with("\"weights\": [2]", "\"weights\": []"),
        with("\"outside\"", "\"inside\"")}) {
    CAPTURE(json);
    CHECK_THROWS_AS(Model::parse(json, "test"), InputError);
    CHECK_THROWS_AS(compiled_model(json, "test"), InputError);
  }
}

}  // namespace
}  // namespace rashomon
