// Arguments -> command -> exit status. The only place that catches, prints an error and exits.
#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <string>

#include "cli/command.h"
#include "cli/heap.h"
#include "cli/output.h"
#include "cli/response_file.h"
#include "cli/suggest.h"
#include "engine/records/error.h"

namespace rashomon::cli {
namespace {

/// --help anywhere among a command's arguments, unless it stands behind "--".
bool asks_for_help(const Arguments& arguments) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  return std::any_of(arguments.begin(), end,
                     [](const std::string& one) { return one == "--help" || one == "-h"; });
}

int dispatch(const Arguments& all) {
  if (all.empty() || all[0] == "--help" || all[0] == "-h") return run_help({});
  const Arguments rest(all.begin() + 1, all.end());
  if (all[0] == "--version") return run_version(rest);
  if (all[0].starts_with('-')) {
    throw InputError(
        "option " + all[0], "there is no such option before a command",
        did_you_mean(all[0], {"--help", "--version"}, "name a command first, as in: rashomon compare A B"));
  }
  const Command& command = find_command(all[0]);
  return asks_for_help(rest) ? run_help({all[0]}) : command.run(rest);
}

int run(int argc, char** argv) {
  prepare_heap();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is then an error of write(), which Output takes for the end
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file that has grown as large as it may
  try {
    return dispatch(expanded(Arguments(argv + (argc > 0 ? 1 : 0), argv + argc)));
  } catch (const std::bad_alloc&) {
    print_error("memory: there is not enough for these inputs; give shorter texts");
  } catch (const std::exception& error) {
    print_error(error.what());
  }
  return kTrouble;
}

}  // namespace
}  // namespace rashomon::cli

int main(int argc, char** argv) { return rashomon::cli::run(argc, argv); }
