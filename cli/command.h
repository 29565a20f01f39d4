// The table of commands: each is one file beside this one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon::cli {

/// What follows the command's name, as typed.
using Arguments = std::vector<std::string>;

/// Exit status of every command.
enum Exit : int {
  kDone = 0,
  kBeyond = 1,   // --exit-code: the divergence is beyond --max-divergence; batch: items failed
  kTrouble = 2,  // one line on standard error says what, where and how to put it right
};

/// One row of a command's table of options.
struct Option {
  std::string name;                     // without the two dashes
  std::string value;                    // what follows it, "FILE"; empty for a switch
  std::string help;                     // one line
  bool repeats = false;                 // may be given more than once
  std::size_t takes = 1;                // values that follow it
  std::vector<std::string> words = {};  // the values that it takes, where these are all
};

/// What a command takes. Help, man pages and the shells' completions are all made from it.
struct Manual {
  std::string arguments;  // what its arguments are, in lines as help prints them; empty where it takes none
  std::vector<Option> options;
  std::string notes = {};  // lines after the options
};

struct Command {
  std::string_view name;
  std::string_view summary;  // one line
  std::string_view example;  // works as typed from the project's root
  std::string_view usage;    // what follows the name, "A B [C ...] [options]"
  Manual (*options)();       // what it takes
  int (*run)(const Arguments& arguments);
};

/// In the order in which help lists them.
const std::vector<Command>& commands();
/// Throws InputError, with "did you mean", where there is none of this name.
const Command& find_command(const std::string& name);

Manual compare_options();
int run_compare(const Arguments& arguments);

Manual batch_options();
int run_batch(const Arguments& arguments);

Manual evaluate_options();
int run_evaluate(const Arguments& arguments);

Manual explain_options();
int run_explain(const Arguments& arguments);

Manual split_options();
int run_split(const Arguments& arguments);

Manual frequencies_options();
int run_frequencies(const Arguments& arguments);

Manual lexicon_options();
int run_lexicon(const Arguments& arguments);

Manual matrix_options();
int run_matrix(const Arguments& arguments);

Manual pairs_options();
int run_pairs(const Arguments& arguments);

Manual vectors_options();
int run_vectors(const Arguments& arguments);

Manual completion_options();
int run_completion(const Arguments& arguments);

Manual help_options();
int run_help(const Arguments& arguments);

Manual version_options();
int run_version(const Arguments& arguments);

}  // namespace rashomon::cli
