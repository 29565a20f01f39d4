// What several commands take: inputs, parties, lexicons and a model.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/options.h"
#include "engine/pipeline.h"
#include "engine/reader/reader.h"

namespace rashomon::cli {

/// The inputs as they are. Throws InputError where there are none, or standard input is read twice.
std::vector<std::string> checked_inputs(const std::vector<std::string>& inputs);

/// The id as it is. `place`: where it was given, "option --left". Throws InputError where it is no
/// [a-z0-9-]+, or "uk".
std::string party_id(const std::string& place, const std::string& id);
/// The ids of a list parted by commas, of the option "--parties".
std::vector<std::string> party_ids(std::string_view option, const std::string& list);

/// The file that --output names. Throws InputError where it is not given or cannot be written.
std::string needed_output(const Options& options);

/// Where the accounts of a comparison are, and whose they are.
struct AccountInputs {
  std::vector<std::string> inputs;
  ReadOptions reading;
  std::vector<std::string> parties;  // in order; empty: told from the inputs
  bool two_sides = false;            // given by --left and --right, which name two accounts
};

/// --left, --right, --parties and --encoding, for a command's table.
std::vector<Option> account_options();
/// --min-probability, for a command's table.
Option min_probability_option();
/// What these say. Throws InputError.
AccountInputs account_inputs(const Options& options);
/// The documents, two or more; with `one_will_do` a single article too. Throws InputError.
std::vector<Document> read_all(const AccountInputs& request, bool one_will_do = false);
/// Each document's account, or those inside the only one, an article: of the parties asked for, else of the
/// two most cited. Throws InputError.
std::vector<Account> accounts_of(std::vector<Document> documents, const AccountInputs& request,
                                 const Lexicons& lexicons);

/// --lexicon, --model, --vectors and --frequencies, for a command's table.
std::vector<Option> knowledge_options();
/// The built-in tables, then those that the options add. Throws InputError.
std::vector<TsvTable> tables_of(const Options& options);
/// The built-in lexicons with the tables that the options add. Throws InputError.
Lexicons lexicons_of(const Options& options);
/// What is compiled in, with what these options add. Throws InputError.
Knowledge knowledge_of(const Options& options);

/// A hash of all that decides which sentences and stems a text has: the program, ICU, the lexicons with those
/// that the options add. Counts of document frequencies add up where it is the same.
std::string analysis_settings(const Options& options);

/// The options that change what a comparison says, as a report names them.
std::vector<std::pair<std::string, std::string>> outcome_options(const Options& options);

}  // namespace rashomon::cli
