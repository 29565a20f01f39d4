// rashomon help: the commands, or the options of one.
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/suggest.h"
#include "engine/records/error.h"

namespace rashomon::cli {
namespace {

std::string overview() {
  std::string out =
      "Rashomon lays the accounts that two governments give of one event side by side: where they agree, "
      "where they\n"
      "tell it differently, where they oppose each other, and what only one of them says.\n\n"
      "Usage: rashomon COMMAND ...\n";
  for (const Command& command : commands()) {
    out += "\n  " + std::string(command.name) + "\n      " + std::string(command.summary) + "\n      " +
           std::string(command.example) + '\n';
  }
  return out + "\nrashomon COMMAND --help shows a command's options; rashomon --version the version.\n";
}

std::string details(const Command& command) {
  return "rashomon " + std::string(command.name) + ": " + std::string(command.summary) +
         "\n\nUsage: rashomon " + std::string(command.name) + ' ' + std::string(command.usage) + "\n\n" +
         command.options() + "\nExample:\n  " + std::string(command.example) + '\n';
}

}  // namespace

std::string help_options() {
  return "  COMMAND  show the options of this command; without it, all commands\n";
}

int run_help(const Arguments& arguments) {
  if (arguments.empty()) {
    print(overview());
    return kDone;
  }
  if (arguments.size() > 1)
    throw InputError("help", "it takes one command", "name one, as in: rashomon help compare");
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    names.emplace_back(command.name);
    if (command.name != arguments[0]) continue;
    print(details(command));
    return kDone;
  }
  throw InputError("command \"" + arguments[0] + '"', "there is no such command",
                   did_you_mean(arguments[0], names, "rashomon --help shows them all"));
}

}  // namespace rashomon::cli
