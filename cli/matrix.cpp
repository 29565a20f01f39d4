// rashomon matrix: annotated events -> what the models learn from. For scripts/train.
#include <bit>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/gold.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "engine/aligner/aligner.h"
#include "engine/aligner/pair_features.h"
#include "engine/pipeline.h"
#include "engine/scorer/figures.h"
#include "engine/scorer/link_features.h"
#include "engine/vectorizer/spaces.h"

namespace rashomon::cli {
namespace {

using nlohmann::ordered_json;

static_assert(std::endian::native == std::endian::little, "the matrix file is little-endian");

std::vector<Option> table() {
  std::vector<Option> rows = knowledge_options();
  rows.insert(rows.begin(), {"output", "FILE", "write there (needed)"});
  return rows;
}

struct TrainingMatrix {
  ordered_json header;
  std::string rows;  // float32, one row a pair of statements: labels, pair features, link features

  void put(double value) {
    const auto number = static_cast<float>(value);
    rows.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
};

/// The matrices of every feature that the judgement can read.
std::vector<Matrix> link_matrices(const std::vector<Statement>& left, const std::vector<Statement>& right,
                                  const PairSpaces& spaces, const Lexicons& lexicons) {
  const Alignment alignment = alignment_without_links(left, right, spaces);
  const LinkFeatures features(left, right, alignment, lexicons);
  std::vector<Matrix> out;
  for (const std::string& name : LinkFeatures::names()) out.push_back(features.values(name));
  return out;
}

void add_event(TrainingMatrix& matrix, const GoldEvent& event, const Knowledge& knowledge) {
  const Lexicons& lexicons = knowledge.lexicons;
  const auto accounts = read_accounts(event.documents, event.parties, lexicons);
  const auto& left = accounts[0].statements;
  const auto& right = accounts[1].statements;
  const PairSpaces spaces = vector_spaces(left, right, lexicons, knowledge.background, knowledge.vectors);
  const PairFeatures pairs = pair_features(left, right, spaces, lexicons);
  const std::vector<Matrix> links = link_matrices(left, right, spaces, lexicons);
  const auto left_figures = statement_figures(left, lexicons);
  const auto right_figures = statement_figures(right, lexicons);
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      const auto row = static_cast<Eigen::Index>(i);
      const auto column = static_cast<Eigen::Index>(j);
      const GoldLink gold = gold_link(event, left[i].span, right[j].span);
      for (const double label :
           {static_cast<double>(gold.strength), static_cast<double>(gold.relation), gold.score,
            static_cast<double>(gold.dimension), left_figures[i].mass, right_figures[j].mass}) {
        matrix.put(label);
      }
      for (const Matrix& feature : pairs.values) matrix.put(feature(row, column));
      for (const Matrix& feature : links) matrix.put(feature(row, column));
    }
  }
  matrix.header["pair_features"] = pairs.names;
  matrix.header["events"].push_back({{"name", event.name},
                                     {"kind", event.kind},
                                     {"sha256", event.hash},
                                     {"rows", left.size()},
                                     {"columns", right.size()}});
}

}  // namespace

std::string matrix_options() {
  return "  FOLDER ...  annotated events: NAME/{meta.json, left.txt, right.txt, left.sentences.tsv, "
         "right.sentences.tsv, links.tsv}\n\n" +
         describe(table()) +
         "\nThe file: one line of JSON that names labels, features and events, then a row of float32 "
         "(little-endian)\n"
         "for every pair of statements of every event.\n";
}

int run_matrix(const Arguments& arguments) {
  const Options options(arguments, table());
  const std::string output = needed_output(options);
  const Knowledge knowledge = knowledge_of(options);
  TrainingMatrix matrix;
  matrix.header["labels"] = {"strength", "relation", "score", "dimension", "left_mass", "right_mass"};
  matrix.header["link_features"] = LinkFeatures::names();
  for (const std::string& folder : checked_inputs(options.inputs())) {
    for (const GoldEvent& event : read_gold(folder)) add_event(matrix, event, knowledge);
  }
  write_file(output, matrix.header.dump() + '\n' + matrix.rows);
  return kDone;
}

}  // namespace rashomon::cli
