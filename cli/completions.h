// What the shells complete, made from the table of commands.
#pragma once

#include <map>
#include <string>

namespace rashomon::cli {

/// Scripts for the shell to read.
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

/// Where they stand in share/ -> script.
std::map<std::string, std::string> completion_files();

}  // namespace rashomon::cli
