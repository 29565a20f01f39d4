// How `compare` shows a report to people: what of it, and through which pager.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "engine/report/report.h"

namespace rashomon::cli {

/// --brief, --only, --top and --no-pager, for a command's table.
std::vector<Option> reading_options();

/// What these say of the findings. Throws InputError.
Selection selection_of(const Options& options);

/// Throws InputError where one of these is given that a report of this format has no place for: it holds all.
void refuse_selection(const Options& options, const std::string& format);

/// The pager that the report to standard output takes; none with --no-pager.
std::optional<std::string> pager_of(const Options& options);

}  // namespace rashomon::cli
