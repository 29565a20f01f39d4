// What the terminal and the environment say of how to print.
#pragma once

#include <cstddef>

namespace rashomon::cli {

/// Whether standard output is a terminal that shows colours, and NO_COLOR (no-color.org) is not set.
bool terminal_has_color();

/// Whether standard output is a terminal that may know hyperlinks (OSC 8); others pass over them.
bool terminal_has_hyperlinks();

/// Whether someone looks on: standard error is a terminal, and standard output goes elsewhere or is `idle`.
bool terminal_shows_progress(bool idle);

/// Columns of the page: COLUMNS where it is a number, else those of the terminal, else 100; within 40 .. 160,
/// for longer lines are hard to read.
std::size_t terminal_width();

}  // namespace rashomon::cli
