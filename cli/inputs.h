// What several commands take: inputs, parties, lexicons and a model.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "engine/pipeline.h"
#include "engine/reader/reader.h"

namespace rashomon::cli {

/// The inputs as they are. Throws InputError where there are none, or standard input is read twice.
std::vector<std::string> checked_inputs(const std::vector<std::string>& inputs);

/// The id as it is. `option`: where it was given, "--left". Throws InputError where it is no [a-z0-9-]+, or
/// "uk".
std::string party_id(std::string_view option, const std::string& id);
/// The ids of a list parted by commas.
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
/// What these say. Throws InputError.
AccountInputs account_inputs(const Options& options);
/// The documents, two or more; with `one_will_do` a single article too. Throws InputError.
std::vector<Document> read_all(const AccountInputs& request, bool one_will_do = false);
/// Each document's account, or those inside the only one, an article: of the parties asked for, else of the
/// two most cited. Throws InputError.
std::vector<Account> accounts_of(std::vector<Document> documents, const AccountInputs& request,
                                 const Lexicons& lexicons);

/// --lexicon, --model and --vectors, for a command's table.
std::vector<Option> knowledge_options();
/// The built-in tables, then those that the options add. Throws InputError.
std::vector<TsvTable> tables_of(const Options& options);
/// The built-in lexicons with the tables that the options add. Throws InputError.
Lexicons lexicons_of(const Options& options);
/// What is compiled in, with what these options add. Throws InputError.
Knowledge knowledge_of(const Options& options);

}  // namespace rashomon::cli
