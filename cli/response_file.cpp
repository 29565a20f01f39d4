#include "cli/response_file.h"

#include <algorithm>

#include "cli/inputs.h"
#include "engine/records/error.h"

namespace rashomon::cli {
namespace {

bool parts(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Takes one argument off a text, quotation marks and all.
class ArgumentScanner {
 public:
  ArgumentScanner(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  /// Goes to the next argument; false at the end.
  bool more() {
    while (at_ < text_.size() && parts(text_[at_])) ++at_;
    return at_ < text_.size();
  }
  std::string next() {
    std::string argument;
    while (at_ < text_.size() && !parts(text_[at_])) {
      const char c = text_[at_];
      if (c == '\'' || c == '"') {
        quoted(argument);
      } else {
        character(argument);
      }
    }
    return argument;
  }

 private:
  /// One character, or the one after a backslash.
  void character(std::string& argument) {
    if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
    argument += text_[at_++];
  }
  void quoted(std::string& argument) {
    const std::size_t begin = at_;
    const char mark = text_[at_++];
    while (at_ < text_.size() && text_[at_] != mark) {
      if (mark == '"') {
        character(argument);
      } else {
        argument += text_[at_++];
      }
    }
    if (at_ == text_.size()) {
      const auto lines = std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
      throw InputError(name_ + ", line " + std::to_string(lines + 1), "a quotation mark is not closed",
                       "close it, or put a backslash before it");
    }
    ++at_;
  }

  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0;
};

void append_file(Arguments& out, const std::string& name) {
  if (name.empty()) throw InputError("argument \"@\"", "it names no file", "write @FILE");
  for (std::string& argument : arguments_in(read_bytes(name), name)) {
    if (argument.starts_with('@')) {
      throw InputError(name, '"' + argument + "\" names a second file of arguments",
                       "put its arguments here, or write ./" + argument + " for an input of that name");
    }
    out.push_back(std::move(argument));
  }
}

}  // namespace

Arguments arguments_in(std::string_view text, const std::string& name) {
  Arguments out;
  ArgumentScanner scanner(text, name);
  while (scanner.more()) out.push_back(scanner.next());
  return out;
}

Arguments expanded(const Arguments& arguments) {
  Arguments out;
  bool options_ended = false;
  for (const std::string& argument : arguments) {
    options_ended = options_ended || argument == "--";
    if (argument.starts_with('@') && !options_ended) {
      append_file(out, argument.substr(1));
    } else {
      out.push_back(argument);
    }
  }
  return out;
}

}  // namespace rashomon::cli
