// rashomon frequencies: a corpus, or a batch's manifest -> the document frequencies that idf is blended with.
#include <algorithm>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/json_object.h"
#include "cli/manifest.h"
#include "cli/options.h"
#include "cli/output.h"
#include "engine/extractor/extractor.h"
#include "engine/records/error.h"
#include "engine/text/code_points.h"
#include "engine/text/digest.h"
#include "engine/vectorizer/frequency_table.h"

namespace rashomon::cli {
namespace {

std::vector<Option> table() {
  return {{"output", "FILE", "write there, whole or not at all (needed)"},
          {"merge", "", "the inputs are such tables of different corpora: add them up"},
          {"manifest", "", "the inputs are manifests of 'rashomon batch', even where no line shows it"},
          {"least", "N", "leave out stems in fewer sentences (default: 1); the table can then not be merged"},
          account_options().back(),
          knowledge_options().front()};
}

/// Whether its first line that shows what it is, is an item of a batch.
bool is_manifest(const std::string& path) {
  if (!path.ends_with(".jsonl")) return false;
  Manifest lines(path);
  while (const std::optional<ManifestLine> line = lines.next()) {
    const nlohmann::json object = nlohmann::json::parse(line->text, nullptr, false);
    if (!object.is_object()) continue;
    if (object.contains("inputs") || object.contains("article")) return true;
    if (object.contains("text")) return false;
  }
  return false;
}

/// Counts texts. What was counted already, a text of a corpus or a line of a manifest, is not counted again.
class Counter {
 public:
  explicit Counter(const Options& options)
      : lexicons_(lexicons_of(options)),
        reading_{options.value("encoding")},
        counts_(analysis_settings(options)) {}

  void count_corpus(const std::string& path) {
    for (const Document& document : read_file(path, reading_)) {
      if (counts_.begin_input(sha256_hex(document.text))) count(document);
    }
  }

  /// Items that a batch answers with an error are passed over.
  void count_manifest(const std::string& path) {
    Manifest manifest(path);
    while (const std::optional<ManifestLine> line = manifest.next()) {
      const std::vector<Document> documents = documents_at(*line, path);
      if (documents.empty() || !counts_.begin_input(sha256_hex(line->text))) continue;
      for (const Document& document : documents) count(document);
    }
  }

  const FrequencyTable& counts() const { return counts_; }

 private:
  std::vector<Document> documents_at(const ManifestLine& line, const std::string& path) const {
    const Item item = read_item(line);
    std::string error = item.error;
    try {
      if (error.empty()) return documents_of(item, reading_);
    } catch (const InputError& problem) {
      error = problem.what();
    }
    print_warning(path + ": passes over line " + std::to_string(line.number) + ": " + error);
    return {};
  }

  void count(const Document& document) {
    const CodePoints text(document.text);
    for (const Span& sentence : split_sentences(document))
      counts_.add(lexicons_.tokenize(text.slice(sentence)));
  }

  Lexicons lexicons_;
  ReadOptions reading_;
  FrequencyTable counts_;
};

FrequencyTable counted(const std::vector<std::string>& inputs, const Options& options) {
  Counter counter(options);
  for (const std::string& input : inputs) {
    if (options.has("manifest") || is_manifest(input)) {
      counter.count_manifest(input);
    } else {
      counter.count_corpus(input);
    }
  }
  return counter.counts();
}

FrequencyTable merged(const std::vector<std::string>& inputs) {
  FrequencyTable sum(FrequencyTable::parse(read_bytes(inputs[0]), inputs[0]).settings());
  for (const std::string& input : inputs) sum.merge(FrequencyTable::parse(read_bytes(input), input), input);
  return sum;
}

}  // namespace

Manual frequencies_options() {
  return {
      "  CORPUS ...  texts, JSONL with `text`, or manifests of 'rashomon batch'\n", table(),
      "Whole numbers only: with --merge, tables of parts give the table of all, to the byte, in any order "
      "and\n"
      "grouping. Refused are tables that were counted by another version or with other lexicons, and "
      "tables "
      "that\n"
      "have an input in common. A text of a corpus and a line of a manifest count once.\n"};
}

int run_frequencies(const Arguments& arguments) {
  const Options options(arguments, table());
  const std::string output = needed_output(options);
  const std::vector<std::string> inputs = checked_inputs(options.inputs());
  const std::size_t least = options.count("least", 1, 1000000).value_or(1);
  write_file(output, (options.has("merge") ? merged(inputs) : counted(inputs, options)).text(least));
  return kDone;
}

}  // namespace rashomon::cli
