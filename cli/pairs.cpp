// rashomon pairs: pairs of texts, one a line -> what the engine says of each, one a line.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/pair_lines.h"
#include "engine/pipeline.h"
#include "engine/records/error.h"
#include "engine/report/names.h"

namespace rashomon::cli {
namespace {

using nlohmann::ordered_json;

std::vector<Option> table() {
  std::vector<Option> rows = knowledge_options();
  rows.insert(rows.begin(), {"output", "FILE", "write there, whole or not at all"});
  return rows;
}

std::string line_of(const nlohmann::json& id, const Link& link) {
  const ordered_json line = {{"id", id},
                             {"similarity", link.similarity},
                             {"probability", link.probability},
                             {"relation", name_of(link.relation)},
                             {"score", link.score},
                             {"confidence", link.confidence}};
  return line.dump() + '\n';
}

}  // namespace

Manual pairs_options() {
  return {"  FILE.jsonl  a pair a line, {\"id\", \"group\", \"left\", \"right\"}; - is standard input\n",
          table(),
          "A line comes out for every line, in order: {\"id\", \"similarity\", \"probability\", "
          "\"relation\", "
          "\"score\",\n"
          "\"confidence\"}, with the words of 'rashomon compare'. Of a group (without \"group\": of all "
          "lines) the\n"
          "distinct left texts are one account and the distinct right texts the other, each text one "
          "statement:\n"
          "they share their idf, and a pair's probability heeds the pairs that it competes with, listed or "
          "not.\n"
          "Groups of more than 200,000 such pairs are compared in blocks. Labels (\"link\", \"relation\", "
          "\"score\")\n"
          "are passed over.\n"};
}

int run_pairs(const Arguments& arguments) {
  const Options options(arguments, table());
  const std::vector<std::string> inputs = checked_inputs(options.inputs());
  if (inputs.size() != 1) {
    throw InputError(inputs[1], "it is a second input, and pairs takes one", "put the lines into one file");
  }
  const auto output = options.value("output");
  if (output) check_output(*output, Target::file);
  const Knowledge knowledge = knowledge_of(options);
  const PairLines pairs = read_pair_lines(inputs[0]);
  std::vector<std::string> lines(pairs.ids.size());
  for (const PairGroup& group : pairs.groups) {
    const std::vector<Link> links = judge_pairs(group.texts, knowledge);
    for (std::size_t k = 0; k < links.size(); ++k) {
      const std::size_t line = group.lines[k];
      lines[line] = line_of(pairs.ids[line], links[k]);
    }
  }
  std::string all;
  for (const std::string& line : lines) all += line;
  deliver(all, output);
  return kDone;
}

}  // namespace rashomon::cli
