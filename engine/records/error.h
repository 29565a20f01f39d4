// The one exception for bad input: it carries all that a user needs to put it right.
#pragma once

#include <stdexcept>
#include <string>

namespace rashomon {

/// Bad input (a file, a line of it, an option's value). `what()` is the whole message in one line:
/// "PLACE: PROBLEM; CURE". Bad parameters of a function throw std::invalid_argument instead.
class InputError : public std::runtime_error {
 public:
  InputError(const std::string& place, const std::string& problem, const std::string& cure)
      : std::runtime_error(place + ": " + problem + "; " + cure) {}
};

}  // namespace rashomon
