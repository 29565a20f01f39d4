// rashomon matrix: annotated events or pairs -> what the models learn from. For scripts/train.
#include <bit>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/gold.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/pair_lines.h"
#include "engine/aligner/aligner.h"
#include "engine/aligner/pair_features.h"
#include "engine/pipeline.h"
#include "engine/records/error.h"
#include "engine/scorer/figures.h"
#include "engine/scorer/link_features.h"
#include "engine/text/digest.h"
#include "engine/vectorizer/spaces.h"

namespace rashomon::cli {
namespace {

using nlohmann::ordered_json;

static_assert(std::endian::native == std::endian::little, "the matrix file is little-endian");

std::vector<Option> table() {
  std::vector<Option> rows = knowledge_options();
  const std::vector<Option> own = {
      {"output", "FILE", "write there (needed)"},
      {"pairs", "FILE", "labelled pairs of texts, as 'rashomon pairs' reads them, in place of events"}};
  rows.insert(rows.begin(), own.begin(), own.end());
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

/// Every feature of two accounts, as the engine itself computes it.
struct AllFeatures {
  PairFeatures pairs;
  std::vector<Matrix> links;

  void put(TrainingMatrix& matrix, const StatementPair& pair) const {
    const auto row = static_cast<Eigen::Index>(pair.left);
    const auto column = static_cast<Eigen::Index>(pair.right);
    for (const Matrix& feature : pairs.values) matrix.put(feature(row, column));
    for (const Matrix& feature : links) matrix.put(feature(row, column));
  }
};

AllFeatures all_features(const std::vector<Statement>& left, const std::vector<Statement>& right,
                         const PairSpaces& spaces, const Lexicons& lexicons) {
  AllFeatures out{pair_features(left, right, spaces, lexicons), {}};
  const Alignment alignment = alignment_without_links(left, right, spaces);
  const LinkFeatures features(left, right, alignment, lexicons);
  for (const std::string& name : LinkFeatures::names()) out.links.push_back(features.values(name));
  return out;
}

void add_event(TrainingMatrix& matrix, const GoldEvent& event, const Knowledge& knowledge) {
  const Lexicons& lexicons = knowledge.lexicons;
  const auto accounts = read_accounts(event.documents, event.parties, lexicons);
  const auto& left = accounts[0].statements;
  const auto& right = accounts[1].statements;
  const PairSpaces spaces = vector_spaces(left, right, lexicons, knowledge.background, knowledge.vectors);
  const AllFeatures features = all_features(left, right, spaces, lexicons);
  const auto left_figures = statement_figures(left, lexicons);
  const auto right_figures = statement_figures(right, lexicons);
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      const GoldLink gold = gold_link(event, left[i].span, right[j].span);
      for (const double label :
           {static_cast<double>(gold.strength), static_cast<double>(gold.relation), gold.score,
            static_cast<double>(gold.dimension), left_figures[i].mass, right_figures[j].mass}) {
        matrix.put(label);
      }
      features.put(matrix, {i, j});
    }
  }
  matrix.header["pair_features"] = features.pairs.names;
  matrix.header["events"].push_back({{"name", event.name},
                                     {"kind", event.kind},
                                     {"sha256", event.hash},
                                     {"rows", left.size()},
                                     {"columns", right.size()}});
}

void put_label(TrainingMatrix& matrix, const PairLabel& label) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  matrix.put(static_cast<double>(label.strength));
  matrix.put(label.relation ? static_cast<double>(*label.relation) : none);
  matrix.put(label.score.value_or(none));
  for (int k = 0; k < 3; ++k) matrix.put(none);  // dimension and masses
}

std::string hash_of(const TextPairs& texts) {
  std::string all;
  for (const auto& [left, right] : texts.asked)
    all += texts.left[left].text + '\0' + texts.right[right].text + '\0';
  return sha256_hex(all);
}

/// The labelled pairs of a group; the others are there to compete with them.
void add_group(TrainingMatrix& matrix, const PairGroup& group, const Knowledge& knowledge) {
  std::size_t rows = 0;
  each_block(group.texts, knowledge, [&](const PairBlock& block) {
    const AllFeatures features = all_features(block.left, block.right, block.spaces, knowledge.lexicons);
    matrix.header["pair_features"] = features.pairs.names;
    for (std::size_t k = 0; k < block.asked.size(); ++k) {
      const PairLabel& label = group.labels[block.places[k]];
      if (label.strength == Strength::disputed) continue;
      put_label(matrix, label);
      features.put(matrix, block.asked[k]);
      ++rows;
    }
  });
  if (rows == 0) return;
  matrix.header["events"].push_back({{"name", group.name},
                                     {"kind", "pairs"},
                                     {"sha256", hash_of(group.texts)},
                                     {"rows", rows},
                                     {"columns", 1}});
}

void add_pairs(TrainingMatrix& matrix, const std::string& path, const Knowledge& knowledge) {
  for (const PairGroup& group : read_pair_lines(path).groups) add_group(matrix, group, knowledge);
  if (!matrix.header.contains("events"))
    throw InputError(path, "no pair has a \"link\"", "give it as true, false, \"full\" or \"part\"");
}

}  // namespace

Manual matrix_options() {
  return {
      "  FOLDER ...  annotated events: NAME/{meta.json, left.txt, right.txt, left.sentences.tsv, "
      "right.sentences.tsv, links.tsv}\n",
      table(),
      "The file: one line of JSON that names labels, features and events, then a row of float32 "
      "(little-endian)\n"
      "for every pair of statements of every event. Of --pairs: for every pair whose line says \"link\"\n"
      "(true, false, \"full\" or \"part\"; \"relation\" and \"score\" where it says them, else NaN).\n"};
}

int run_matrix(const Arguments& arguments) {
  const Options options(arguments, table());
  const std::string output = needed_output(options);
  const Knowledge knowledge = knowledge_of(options);
  TrainingMatrix matrix;
  matrix.header["labels"] = {"strength", "relation", "score", "dimension", "left_mass", "right_mass"};
  matrix.header["link_features"] = LinkFeatures::names();
  if (const auto pairs = options.value("pairs")) {
    if (!options.inputs().empty())
      throw InputError(options.inputs()[0], "--pairs is there, and learns alone",
                       "give the one or the other");
    add_pairs(matrix, *pairs, knowledge);
  } else {
    for (const std::string& folder : checked_inputs(options.inputs())) {
      for (const GoldEvent& event : read_gold(folder)) add_event(matrix, event, knowledge);
    }
  }
  write_file(output, matrix.header.dump() + '\n' + matrix.rows);
  return kDone;
}

}  // namespace rashomon::cli
