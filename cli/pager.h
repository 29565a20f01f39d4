// Long reports through a pager, as git shows them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rashomon::cli {

/// The command that shows what goes to standard output: RASHOMON_PAGER, else PAGER, else less. None where
/// standard output is no terminal, or the command is empty or "cat".
std::optional<std::string> pager_command();

/// Whether the pager passes hyperlinks (OSC 8) on: less does.
bool passes_hyperlinks(const std::string& pager);

/// Gives the text to the pager and waits for its end; where LESS is not set, less gets -FRX. A pager that is
/// left early is no trouble; one that cannot run leaves the text to standard output. Throws InputError as
/// print() does.
void print_paged(std::string_view text, const std::string& pager);

}  // namespace rashomon::cli
