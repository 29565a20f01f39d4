// rashomon version: what to cite, and what a result may depend on.
#include <nlohmann/json.hpp>

#include <string>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "engine/model/model.h"
#include "engine/records/error.h"
#include "engine/text/versions.h"
#include "engine/version.h"

namespace rashomon::cli {
namespace {

std::vector<Option> table() { return {{"json", "", "as one JSON object"}}; }

}  // namespace

Manual version_options() { return {"", table()}; }

int run_version(const Arguments& arguments) {
  const Options options(arguments, table());
  if (!options.inputs().empty()) {
    throw InputError("argument \"" + options.inputs()[0] + '"', "version takes none", "leave it out");
  }
  const Model model = Model::builtin();
  if (!options.has("json")) {
    print("rashomon " + std::string(version()) + " (model " + model.name + ' ' + model.hash.substr(0, 12) +
          ", ICU " + icu_version() + ", Unicode " + unicode_version() + ")\n");
    return kDone;
  }
  const nlohmann::ordered_json json = {{"engine", version()},
                                       {"model", {{"name", model.name}, {"sha256", model.hash}}},
                                       {"icu", icu_version()},
                                       {"unicode", unicode_version()}};
  print(json.dump(2) + '\n');
  return kDone;
}

}  // namespace rashomon::cli
