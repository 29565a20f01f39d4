// The trained model, as corpora/models holds it: read, checked, handed on as plain values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/ensemble.h"
#include "engine/records/comparison.h"

namespace rashomon {

/// How a similarity from outside joins: log-odds = slope x own + weight x standing + offset.
struct OutsideModel {
  double slope = 1;
  double weight = 0;
  double offset = 0;
};

/// Which pairs of statements are linked.
struct PairModel {
  Ensemble first;   // reads the features of a pair: probability of a link
  Ensemble second;  // reads these and the standing of the first probabilities; empty: one stage
  Ensemble full;    // probability that a link is a full one
  OutsideModel outside;

  const Ensemble& last() const { return second.empty() ? first : second; }  // stage: gives the probability
};

/// What a link is: one ordinal model over evidence (design: "The judgement of a link"; McCullagh 1980). Its
/// total is the sum of an intercept, rows and trees. Evidence is told by families of features: what stands
/// before the first dot of a feature's name.
struct JudgementModel {
  struct Row {
    std::string feature;
    double weight = 0;  // contribution = weight * value
  };
  std::vector<Row> rows;
  Forest trees;
  std::map<std::string, Dimension> dimensions;  // of a family: what a reframe has where it moved it most
  double intercept = 0;
  double oppose_below = -0.5;  // cutpoint t1
  double agree_above = 0.5;    // cutpoint t2 > t1
  double temperature = 1;      // T > 0; t2 - t1 > 2 T ln 2, so that reframe can be the likeliest
};

/// A trained model.
struct Model {
  std::string name;
  std::string hash;             // SHA-256 of the file's bytes
  double threshold = 0.5;       // links at or above it are shown by default
  double divergence_error = 0;  // q: 90 % quantile of the error of divergence on left-out events
  PairModel pairs;
  JudgementModel judgement;

  /// The model that is compiled into the program.
  static Model builtin();
  /// Reads a model file's bytes (format `rashomon.model/1`). Throws InputError: no JSON, another format, a
  /// missing key, a figure out of range, trees that do not hang together.
  static Model parse(std::string_view json, const std::string& place);
  /// Reads what compiled_model() gave.
  static Model from_compiled(std::string_view bytes);
};

/// A model file's bytes, checked, in a form that a program start reads several times as fast (CBOR, RFC 8949,
/// with the hash). Throws as Model::parse() does.
std::string compiled_model(std::string_view json, const std::string& place);

}  // namespace rashomon
