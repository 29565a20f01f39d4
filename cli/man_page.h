// Man pages (man(7)), made from the table of commands.
#pragma once

#include <string>

#include "cli/command.h"

namespace rashomon::cli {

/// rashomon(1): what it is, and its commands.
std::string man_page();
/// rashomon-COMMAND(1).
std::string man_page(const Command& command);

}  // namespace rashomon::cli
