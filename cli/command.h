// The table of commands: each is one file beside this one.
#pragma once

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

struct Command {
  std::string_view name;
  std::string_view summary;  // one line
  std::string_view example;  // works as typed from the project's root
  std::string_view usage;    // what follows the name, "A B [C ...] [options]"
  std::string (*options)();  // its options as help prints them
  int (*run)(const Arguments& arguments);
};

/// In the order in which help lists them.
const std::vector<Command>& commands();

std::string compare_options();
int run_compare(const Arguments& arguments);

std::string batch_options();
int run_batch(const Arguments& arguments);

std::string evaluate_options();
int run_evaluate(const Arguments& arguments);

std::string explain_options();
int run_explain(const Arguments& arguments);

std::string split_options();
int run_split(const Arguments& arguments);

std::string frequencies_options();
int run_frequencies(const Arguments& arguments);

std::string lexicon_options();
int run_lexicon(const Arguments& arguments);

std::string matrix_options();
int run_matrix(const Arguments& arguments);

std::string pairs_options();
int run_pairs(const Arguments& arguments);

std::string vectors_options();
int run_vectors(const Arguments& arguments);

std::string help_options();
int run_help(const Arguments& arguments);

std::string version_options();
int run_version(const Arguments& arguments);

}  // namespace rashomon::cli
