// rashomon frequencies: a corpus -> the document frequencies that idf is blended with.
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "engine/extractor/extractor.h"
#include "engine/text/code_points.h"
#include "engine/vectorizer/frequencies.h"

namespace rashomon::cli {
namespace {

constexpr std::size_t kLeast = 5;  // sentences that must hold a stem

std::vector<Option> table() {
  std::vector<Option> rows = knowledge_options();
  const std::vector<Option> own = {
      {"output", "FILE", "write there (needed)"},
      {"least", "N", "leave out stems in fewer sentences (default: 5)"},
  };
  rows.insert(rows.begin(), own.begin(), own.end());
  return rows;
}

}  // namespace

Manual frequencies_options() { return {"  CORPUS ...  texts, or JSONL with `text`\n", table()}; }

int run_frequencies(const Arguments& arguments) {
  const Options options(arguments, table());
  const std::string output = needed_output(options);
  const Lexicons lexicons = lexicons_of(options);
  FrequencyCounter counter;
  for (const std::string& input : checked_inputs(options.inputs())) {
    for (const Document& document : read_file(input)) {
      const CodePoints text(document.text);
      for (const Span& sentence : split_sentences(document))
        counter.add(lexicons.tokenize(text.slice(sentence)));
    }
  }
  write_file(output, counter.table(options.count("least", 1, 1000000).value_or(kLeast)));
  return kDone;
}

}  // namespace rashomon::cli
