#include "cli/pager.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "cli/output.h"
#include "cli/process.h"

namespace rashomon::cli {
namespace {

constexpr int kNotFound = 127;  // the shell's status where there is no such command

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// While the pager has the terminal, its keys for breaking off are the pager's.
class KeysLeftAlone {
 public:
  KeysLeftAlone() : interrupt_(std::signal(SIGINT, SIG_IGN)), quit_(std::signal(SIGQUIT, SIG_IGN)) {}
  ~KeysLeftAlone() {
    std::signal(SIGINT, interrupt_);
    std::signal(SIGQUIT, quit_);
  }
  KeysLeftAlone(const KeysLeftAlone&) = delete;
  KeysLeftAlone& operator=(const KeysLeftAlone&) = delete;

 private:
  void (*interrupt_)(int);
  void (*quit_)(int);
};

/// Of the child: standard input is the pipe, signals are as a shell would set them.
[[noreturn]] void become(const char* command, int input) {
  for (const int signal : {SIGINT, SIGQUIT, SIGPIPE}) std::signal(signal, SIG_DFL);
  ::dup2(input, STDIN_FILENO);
  ::execl("/bin/sh", "sh", "-c", command, static_cast<char*>(nullptr));
  ::_exit(kNotFound);
}

void write_all(const Descriptor& pipe, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(pipe.get(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return;  // it was left early
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// Runs the pager on the text. False where it could not run.
bool ran(std::string_view text, const std::string& pager) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return false;
  Descriptor read(ends[0]);
  Descriptor write(ends[1]);
  const KeysLeftAlone keys;
  ::setenv("LESS", "FRX", 0);
  const pid_t pid = ::fork();
  if (pid < 0) return false;
  if (pid == 0) become(pager.c_str(), read.get());
  read.close();
  write_all(write, text);
  write.close();
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
  return !WIFEXITED(status) || WEXITSTATUS(status) != kNotFound;
}

}  // namespace

std::optional<std::string> pager_command() {
  if (::isatty(STDOUT_FILENO) != 1) return std::nullopt;
  for (const char* const name : {"RASHOMON_PAGER", "PAGER"}) {
    if (std::getenv(name) == nullptr) continue;
    const std::string_view command = environment(name);
    if (command.empty() || command == "cat") return std::nullopt;
    return std::string(command);
  }
  return "less";
}

bool passes_hyperlinks(const std::string& pager) {
  const std::string program = pager.substr(0, pager.find(' '));
  return std::filesystem::path(program).filename() == "less";
}

void print_paged(std::string_view text, const std::string& pager) {
  if (!ran(text, pager)) print(text);
}

}  // namespace rashomon::cli
