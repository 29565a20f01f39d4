#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace rashomon::cli {
namespace {

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

bool terminal_has_color() { return terminal_has_hyperlinks() && environment("NO_COLOR").empty(); }

bool terminal_has_hyperlinks() { return ::isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb"; }

bool terminal_shows_progress(bool idle) {
  return ::isatty(STDERR_FILENO) == 1 && (idle || ::isatty(STDOUT_FILENO) == 0);
}

std::size_t terminal_width() {
  constexpr std::size_t kNarrowest = 40;
  constexpr std::size_t kWidest = 160;
  constexpr std::size_t kOtherwise = 100;
  std::size_t columns = 0;
  const std::string_view given = environment("COLUMNS");
  std::from_chars(given.data(), given.data() + given.size(), columns);
  winsize size{};
  if (columns == 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  return columns == 0 ? kOtherwise : std::clamp(columns, kNarrowest, kWidest);
}

}  // namespace rashomon::cli
