// Arguments kept in a file, for command lines that are too long or are made by Make and Snakemake.
#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace rashomon::cli {

/// The arguments, each @FILE before "--" replaced by what the file holds. Throws InputError where a file
/// cannot be read, or names another response file.
Arguments expanded(const Arguments& arguments);

/// The arguments in a text: parted by blanks and ends of lines; within '...' and "..." all stands for itself,
/// and so does the character after a backslash outside of '...'. `name` is where the text is from. Throws
/// InputError, with the line, where a quotation mark is not closed.
Arguments arguments_in(std::string_view text, const std::string& name);

}  // namespace rashomon::cli
