// rashomon vectors: a corpus -> word vectors that tell which stems are near in meaning.
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "engine/extractor/extractor.h"
#include "engine/text/code_points.h"
#include "engine/vectorizer/cooccurrence.h"
#include "engine/vectorizer/stem_vectors.h"
#include "engine/vectorizer/word_vectors.h"

namespace rashomon::cli {
namespace {

constexpr std::size_t kDimensions = 128;
constexpr double kPower = 0.5;

std::vector<Option> table() {
  std::vector<Option> rows = knowledge_options();
  const std::vector<Option> own = {
      {"output", "FILE", "write there (needed)"},
      {"join", "FILE", "word vectors of another source, word2vec text: put beside the corpus's own"},
      {"stems", "N", "the most frequent stems (default: 24000)"},
      {"least", "N", "leave out stems that stand fewer times (default: 5)"},
      {"dimensions", "N", "of a vector (default: 128)"},
      {"window", "N", "content words to each side that count as near (default: 5)"},
      {"power", "X", "exponent of the singular values, 0 to 1 (default: 0.5)"},
  };
  rows.insert(rows.begin(), own.begin(), own.end());
  return rows;
}

Cooccurrences count(const std::vector<std::string>& inputs, const Lexicons& lexicons) {
  Cooccurrences counts;
  for (const std::string& input : inputs) {
    for (const Document& document : read_file(input)) {
      const CodePoints text(document.text);
      for (const Span& sentence : split_sentences(document))
        counts.add(lexicons.tokenize(text.slice(sentence)));
    }
  }
  return counts;
}

}  // namespace

Manual vectors_options() { return {"  CORPUS ...  texts, or JSONL with `text`\n", table()}; }

int run_vectors(const Arguments& arguments) {
  const Options options(arguments, table());
  const std::string output = needed_output(options);
  CooccurrenceOptions counting;
  counting.stems = options.count("stems", 1, 1000000).value_or(counting.stems);
  counting.least = options.count("least", 1, 1000000).value_or(counting.least);
  counting.window = options.count("window", 1, 100).value_or(counting.window);
  const std::size_t dimensions = options.count("dimensions", 1, 1000).value_or(kDimensions);
  const double power = options.number("power", 0, 1).value_or(kPower);
  const std::vector<std::string> inputs = checked_inputs(options.inputs());
  const Lexicons lexicons = lexicons_of(options);

  const Ppmi ppmi = count(inputs, lexicons).ppmi(counting);
  StemVectors vectors = factorise(ppmi, dimensions, power);
  if (const auto other = options.value("join")) {
    vectors = join(vectors, read_word2vec(read_bytes(*other), *other, lexicons), dimensions);
  }
  write_file(output, vector_table(vectors));
  return kDone;
}

}  // namespace rashomon::cli
