// The one exception for bad input: it carries all that a user needs to put it right.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace rashomon {

/// Bad input (a file, a line of it, an option's value). `what()` is the whole message in one line:
/// "PLACE: PROBLEM; CURE". Bad parameters of a function throw std::invalid_argument instead.
class InputError : public std::runtime_error {
 public:
  InputError(std::string place, std::string problem, std::string cure)
      : std::runtime_error(place + ": " + problem + "; " + cure),
        place_(std::move(place)),
        problem_(std::move(problem)),
        cure_(std::move(cure)) {}

  const std::string& place() const { return place_; }  // "us.jsonl:3:14", "option --left"
  const std::string& problem() const { return problem_; }
  const std::string& cure() const { return cure_; }

 private:
  std::string place_;
  std::string problem_;
  std::string cure_;
};

}  // namespace rashomon
