#include "cli/completions.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/options.h"

namespace rashomon::cli {
namespace {

/// The options of a command, --help included, each told in one line.
std::vector<Option> options_of(const Command& command) {
  std::vector<Option> options = command.options().options;
  options.push_back({"help", "", "show the command's options"});
  for (Option& option : options) std::replace(option.help.begin(), option.help.end(), '\n', ' ');
  return options;
}

std::string blanks(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string command_names() {
  std::string out;
  for (const Command& command : commands()) out += std::string(command.name) + ' ';
  return out;
}

/// What else may stand as the first argument of help: a command.
std::string arguments_of(const Command& command) { return command.name == "help" ? command_names() : ""; }

/// The text with a backslash before each of these characters.
std::string escaped(std::string_view text, std::string_view characters) {
  std::string out;
  for (const char c : text) {
    if (characters.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// For a word in single quotation marks of zsh, in which it ends a string and begins the next.
std::string in_zsh(std::string_view text) {
  std::string out;
  for (const char c : escaped(text, "\\[]:")) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out;
}

std::string in_fish(std::string_view text) { return '\'' + escaped(text, "\\'") + '\''; }

std::string bash_case(const Command& command) {
  std::string names = arguments_of(command);
  std::string choices;
  for (const Option& option : options_of(command)) {
    names += dashed(option.name) + ' ';
    if (!option.words.empty())
      choices += "        " + dashed(option.name) + ") words=\"" + blanks(option.words) + "\" ;;\n";
  }
  std::string out = "    " + std::string(command.name) + ")\n      words=\"" + names + "\"\n";
  if (!choices.empty()) out += "      case $previous in\n" + choices + "      esac\n";
  return out + "      ;;\n";
}

std::string zsh_argument(const Option& option) {
  std::string out = std::string(" \\\n        '") + (option.repeats ? "*" : "") + dashed(option.name) + '[' +
                    in_zsh(option.help) + ']';
  const std::string action = option.words.empty() ? "_files" : '(' + blanks(option.words) + ')';
  for (std::size_t k = 0; k < option.takes && !option.value.empty(); ++k)
    out += ':' + in_zsh(option.value) + ':' + action;
  return out + '\'';
}

}  // namespace

std::string bash_completion() {
  std::string out =
      "# bash completion of rashomon\n"
      "_rashomon() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words=\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    mapfile -t COMPREPLY < <(compgen -W \"" +
      command_names() +
      "--help --version\" -- \"$word\")\n"
      "    return\n"
      "  fi\n"
      "  case ${COMP_WORDS[1]} in\n";
  for (const Command& command : commands()) out += bash_case(command);
  return out +
         "  esac\n"
         "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
         "}\n"
         "complete -o default -F _rashomon rashomon\n";
}

std::string zsh_completion() {
  std::string out =
      "#compdef rashomon\n"
      "_rashomon() {\n"
      "  if ((CURRENT == 2)); then\n"
      "    local -a names=(\n";
  for (const Command& command : commands())
    out += "      '" + in_zsh(command.name) + ':' + in_zsh(command.summary) + "'\n";
  out +=
      "    )\n"
      "    _describe command names\n"
      "    return\n"
      "  fi\n"
      "  local name=$words[2]\n"
      "  shift words\n"
      "  ((CURRENT--))\n"
      "  case $name in\n";
  for (const Command& command : commands()) {
    out += "    " + std::string(command.name) + ")\n      _arguments";
    for (const Option& option : options_of(command)) out += zsh_argument(option);
    const std::string names = arguments_of(command);
    out += " \\\n        '*:input:" + (names.empty() ? "_files" : '(' + names + ')') + "'\n      ;;\n";
  }
  return out + "  esac\n}\n_rashomon \"$@\"\n";
}

std::string fish_completion() {
  std::string out = "# fish completion of rashomon\n";
  for (const Command& command : commands()) {
    const std::string name(command.name);
    out += "complete -c rashomon -n __fish_use_subcommand -f -a " + name + " -d " + in_fish(command.summary) +
           '\n';
    const std::string seen = "complete -c rashomon -n '__fish_seen_subcommand_from " + name + '\'';
    for (const Option& option : options_of(command)) {
      out +=
          seen + " -l " + option.name + (option.value.empty() ? "" : " -r") + " -d " + in_fish(option.help);
      out += (option.words.empty() ? "" : " -f -a " + in_fish(blanks(option.words))) + '\n';
    }
    if (const std::string names = arguments_of(command); !names.empty())
      out += seen + " -f -a " + in_fish(names) + '\n';
  }
  return out;
}

std::map<std::string, std::string> completion_files() {
  return {{"bash-completion/completions/rashomon", bash_completion()},
          {"zsh/vendor-completions/_rashomon", zsh_completion()},
          {"fish/vendor_completions.d/rashomon.fish", fish_completion()}};
}

}  // namespace rashomon::cli
