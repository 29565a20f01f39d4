// rashomon completion: a script that teaches a shell the commands and their options.
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/completions.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/suggest.h"
#include "engine/records/error.h"

namespace rashomon::cli {

Manual completion_options() { return {"  SHELL  bash, zsh or fish\n", {}}; }

int run_completion(const Arguments& arguments) {
  const Options options(arguments, {});
  const std::vector<std::string>& shells = options.inputs();
  if (shells.size() != 1)
    throw InputError("command line", "it names no shell or several", "name bash, zsh or fish");
  if (shells[0] == "bash") {
    print(bash_completion());
  } else if (shells[0] == "zsh") {
    print(zsh_completion());
  } else if (shells[0] == "fish") {
    print(fish_completion());
  } else {
    throw InputError("shell \"" + shells[0] + '"', "it is none of bash, zsh, fish",
                     did_you_mean(shells[0], {"bash", "zsh", "fish"}, "name one of these"));
  }
  return kDone;
}

}  // namespace rashomon::cli
