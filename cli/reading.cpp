#include "cli/reading.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "cli/pager.h"
#include "cli/suggest.h"
#include "engine/records/error.h"
#include "engine/report/names.h"

namespace rashomon::cli {
namespace {

constexpr std::array kRelations = {Relation::agree, Relation::reframe, Relation::diverge,
                                   Relation::contradict};
constexpr std::size_t kMostLinks = 1000000;

Relation relation_of(const std::string& word) {
  std::vector<std::string> names;
  for (const Relation relation : kRelations) {
    if (name_of(relation) == word) return relation;
    names.emplace_back(name_of(relation));
  }
  throw InputError("option --only", "there is no relation \"" + word + '"',
                   did_you_mean(word, names, "the relations are agree, reframe, diverge and contradict"));
}

}  // namespace

std::vector<Option> reading_options() {
  return {{"brief", "", "the finding and one line a link (text, markdown)"},
          {"only", "RELATIONS", "links of these relations alone: diverge,contradict (text, markdown)"},
          {"top", "N",
           "the N links with the greatest |score|, equal ones by confidence, and the N weightiest omissions\n"
           "of each side (text, markdown)"},
          {"no-pager", "", "show a report on a terminal without RASHOMON_PAGER, PAGER or less"}};
}

Selection selection_of(const Options& options) {
  Selection selection;
  selection.brief = options.has("brief");
  selection.top = options.count("top", 1, kMostLinks);
  if (const std::optional<std::string> list = options.value("only")) {
    std::istringstream words(*list + ',');
    for (std::string word; std::getline(words, word, ',');) selection.only.push_back(relation_of(word));
  }
  return selection;
}

void refuse_selection(const Options& options, const std::string& format) {
  for (const char* const name : {"brief", "only", "top"}) {
    if (!options.has(name)) continue;
    throw InputError("option " + dashed(name), "a report as " + format + " holds every finding",
                     "leave it out, or ask for --format text or markdown");
  }
}

std::optional<std::string> pager_of(const Options& options) {
  return options.has("no-pager") ? std::nullopt : pager_command();
}

}  // namespace rashomon::cli
