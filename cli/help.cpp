// rashomon help: the commands, or the options of one; as a man page too.
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "cli/command.h"
#include "cli/completions.h"
#include "cli/man_page.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/suggest.h"
#include "engine/records/error.h"

namespace rashomon::cli {
namespace {

namespace fs = std::filesystem;

std::vector<Option> table() {
  return {{"man", "", "as a man page (roff), as in: rashomon help --man compare | man -l -"},
          {"share", "FOLDER", "write the man pages and the shells' completions there, as share/ holds them"}};
}

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
  return out +
         "\nrashomon COMMAND --help shows a command's options; rashomon --version the version.\n"
         "@FILE stands for the arguments in a file, one a line or parted by blanks; quotation marks keep "
         "blanks.\n";
}

std::string details(const Command& command) {
  const Manual manual = command.options();
  return "rashomon " + std::string(command.name) + ": " + std::string(command.summary) +
         "\n\nUsage: rashomon " + std::string(command.name) + ' ' + std::string(command.usage) + "\n\n" +
         manual.arguments + (manual.arguments.empty() || manual.options.empty() ? "" : "\n") +
         describe(manual.options) + (manual.notes.empty() ? "" : '\n' + manual.notes) + "\nExample:\n  " +
         std::string(command.example) + '\n';
}

void write_share(const fs::path& folder) {
  std::map<std::string, std::string> files = completion_files();
  files.emplace("man/man1/rashomon.1", man_page());
  for (const Command& command : commands())
    files.emplace("man/man1/rashomon-" + std::string(command.name) + ".1", man_page(command));
  for (const auto& [name, text] : files) {
    const fs::path path = folder / name;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) throw InputError(path.parent_path().string(), error.message(), "name another folder");
    write_file(path, text);
  }
}

}  // namespace

Manual help_options() {
  return {"  COMMAND  show the options of this command; without it, all commands\n", table()};
}

int run_help(const Arguments& arguments) {
  const Options options(arguments, table());
  const std::vector<std::string>& names = options.inputs();
  if (const auto folder = options.value("share")) {
    write_share(*folder);
    return kDone;
  }
  if (names.size() > 1)
    throw InputError("help", "it takes one command", "name one, as in: rashomon help compare");
  const bool man = options.has("man");
  if (names.empty()) {
    print(man ? man_page() : overview());
  } else {
    const Command& command = find_command(names[0]);
    print(man ? man_page(command) : details(command));
  }
  return kDone;
}

}  // namespace rashomon::cli
