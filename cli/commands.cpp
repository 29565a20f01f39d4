#include "cli/command.h"
#include "cli/suggest.h"
#include "engine/records/error.h"

namespace rashomon::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {
      {"compare", "compare two or more accounts of one event, or the sides of one article",
       "scripts/rashomon compare corpora/events/2024-04-02-biden-xi-call/left.txt "
       "corpora/events/2024-04-02-biden-xi-call/right.txt --left us --right cn",
       "A B [C ...] | ARTICLE [options]", compare_options, run_compare},
      {"batch", "compare thousands of pairs, one item a line of JSON, on all cores",
       "scripts/rashomon batch corpora/batch.jsonl --output comparisons.jsonl --summary",
       "MANIFEST.jsonl [options]", batch_options, run_batch},
      {"explain", "tell why two statements are linked, or not, and what would change that",
       "scripts/rashomon explain corpora/events/2024-04-02-biden-xi-call/left.txt "
       "corpora/events/2024-04-02-biden-xi-call/right.txt --left us --right cn --link us:3 cn:3",
       "A B --link LEFT RIGHT [options]", explain_options, run_explain},
      {"evaluate", "measure the engine on annotated events, with bootstrap intervals",
       "scripts/rashomon evaluate corpora/events", "GOLD ... [options]", evaluate_options, run_evaluate},
      {"split", "tell whose account each sentence of a news article passes on",
       "scripts/rashomon split corpora/articles/2022-03-18-biden-xi-call.txt", "ARTICLE [options]",
       split_options, run_split},
      {"frequencies", "count in how many sentences of a corpus each stem stands",
       "scripts/rashomon frequencies corpora/events/2024-04-02-biden-xi-call/left.txt --output "
       "frequencies.tsv",
       "CORPUS ... --output FILE", frequencies_options, run_frequencies},
      {"lexicon", "show what the lexicons find in a text, and what they miss in a corpus",
       "scripts/rashomon lexicon corpora/events/2024-04-02-biden-xi-call/left.txt",
       "TEXT ... [--format FORMAT] | --gaps CORPUS ... | --check", lexicon_options, run_lexicon},
      {"vectors", "make word vectors from a corpus, to tell which words are near in meaning",
       "scripts/rashomon vectors corpora/events/2024-04-02-biden-xi-call/left.txt --output vectors.bin",
       "CORPUS ... --output FILE", vectors_options, run_vectors},
      {"matrix", "write what the models learn from, for scripts/train",
       "scripts/rashomon matrix corpora/events --output matrix.bin",
       "FOLDER ... --output FILE | --pairs FILE --output FILE", matrix_options, run_matrix},
      {"pairs", "judge pairs of texts, one a line of JSON", "scripts/rashomon pairs corpora/pairs.jsonl",
       "FILE.jsonl [options]", pairs_options, run_pairs},
      {"completion", "print a script that completes commands and options in a shell",
       "scripts/rashomon completion bash", "SHELL", completion_options, run_completion},
      {"help", "show the commands, or the options of one", "scripts/rashomon help compare",
       "[COMMAND] [options]", help_options, run_help},
      {"version", "name the versions of the engine, its model, ICU and Unicode",
       "scripts/rashomon version --json", "[--json]", version_options, run_version},
  };
  return table;
}

const Command& find_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    if (command.name == name) return command;
    names.emplace_back(command.name);
  }
  throw InputError("command \"" + name + '"', "there is no such command",
                   did_you_mean(name, names, "rashomon --help shows them all"));
}

}  // namespace rashomon::cli
