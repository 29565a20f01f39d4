#include "cli/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "engine/records/error.h"

namespace rashomon::cli {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kKeptComplaints = 4096;  // bytes
constexpr std::size_t kQuoted = 200;           // bytes of the last words
constexpr milliseconds kToEnd{1000};           // from the end of its output to its own
constexpr milliseconds kStep{10};              // between two looks whether it has ended
constexpr std::string_view kBlank = " \t\r\n";

struct Pipe {
  Descriptor read;
  Descriptor write;
};

[[noreturn]] void refuse(int error) {
  throw InputError("/bin/sh", std::string("it cannot be run: ") + std::strerror(error),
                   "end other programs, or raise the limit (ulimit -a)");
}

Pipe open_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) refuse(errno);
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// dup2() of a descriptor onto itself leaves it to be closed.
void put(int descriptor, int place) {
  if (descriptor == place) {
    ::fcntl(descriptor, F_SETFD, 0);
  } else {
    ::dup2(descriptor, place);
  }
}

// What the child does between fork() and exec(): calls that are safe there, and no other.
[[noreturn]] void become(const char* command, const Pipe& input, const Pipe& output, const Pipe& errors) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // where this program is killed, and cannot do it itself
  std::signal(SIGPIPE, SIG_DFL);
  put(input.read.get(), STDIN_FILENO);
  put(output.write.get(), STDOUT_FILENO);
  put(errors.write.get(), STDERR_FILENO);
  ::execl("/bin/sh", "sh", "-c", command, nullptr);
  ::_exit(127);
}

// Appends what is there; closes at the end.
void read_some(Descriptor& from, std::string& to) {
  std::array<char, 65536> bytes;
  const ssize_t count = ::read(from.get(), bytes.data(), bytes.size());
  if (count > 0) {
    to.append(bytes.data(), static_cast<std::size_t>(count));
  } else if (count == 0 || errno != EINTR) {
    from.close();
  }
}

}  // namespace

void Descriptor::close() {
  if (number_ >= 0) ::close(number_);
  number_ = -1;
}

Process::Process(const std::string& command) {
  Pipe input = open_pipe();
  Pipe output = open_pipe();
  Pipe errors = open_pipe();
  pid_ = ::fork();
  if (pid_ < 0) refuse(errno);
  if (pid_ == 0) become(command.c_str(), input, output, errors);
  ::setpgid(pid_, pid_);  // both do it: neither may go on before
  ::fcntl(input.write.get(), F_SETFL, O_NONBLOCK);
  input_ = std::move(input.write);
  output_ = std::move(output.read);
  errors_ = std::move(errors.read);
}

Process::~Process() { stop(); }

void Process::send(std::string_view text) { outbox_ += text; }

void Process::close_input() { input_.close(); }

Process::Heard Process::next_line(Clock::time_point deadline) {
  for (;;) {
    if (const std::size_t end = inbox_.find('\n'); end != std::string::npos) {
      Heard heard{Heard::Kind::line, inbox_.substr(0, end)};
      inbox_.erase(0, end + 1);
      return heard;
    }
    if (inbox_.size() > kLongestLine) return {Heard::Kind::long_, {}};
    if (!output_.is_open()) {
      if (inbox_.empty()) return {Heard::Kind::end, {}};
      return {Heard::Kind::line, std::exchange(inbox_, {})};
    }
    if (!exchange(deadline)) return {Heard::Kind::late, {}};
  }
}

std::string Process::how_it_ended() {
  if (!ends_before(Clock::now() + kToEnd)) return "it closed its standard output" + last_words();
  while (errors_.is_open() && exchange(Clock::now() + kStep)) continue;
  const int status = stop();
  if (WIFSIGNALED(status))
    return "it was killed by signal " + std::to_string(WTERMSIG(status)) + last_words();
  return "it ended with status " + std::to_string(WEXITSTATUS(status)) + last_words();
}

std::string Process::last_words() const {
  const std::size_t last = complaints_.find_last_not_of(kBlank);
  if (last == std::string::npos) return {};
  const std::size_t before = complaints_.find_last_of('\n', last);
  const std::size_t first = before == std::string::npos ? 0 : before + 1;
  const std::size_t size = last + 1 - first;
  return " (\"" + complaints_.substr(first, std::min(size, kQuoted)) + (size > kQuoted ? "..." : "") + "\")";
}

// Whatever can be read or written until the deadline, at least once; false where it has passed.
bool Process::exchange(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now());
  if (left.count() <= 0) return false;
  const bool writes = input_.is_open() && written_ < outbox_.size();
  std::array<pollfd, 3> watched = {
      {{writes ? input_.get() : -1, POLLOUT, 0}, {output_.get(), POLLIN, 0}, {errors_.get(), POLLIN, 0}}};
  if (::poll(watched.data(), watched.size(), static_cast<int>(left.count())) <= 0) return true;
  if (watched[0].revents != 0) write_some();
  if (watched[1].revents != 0) read_some(output_, inbox_);
  if (watched[2].revents != 0) read_some(errors_, complaints_);
  if (complaints_.size() > kKeptComplaints) complaints_.erase(0, complaints_.size() - kKeptComplaints);
  return true;
}

void Process::write_some() {
  const ssize_t count = ::write(input_.get(), outbox_.data() + written_, outbox_.size() - written_);
  if (count < 0 && errno != EINTR && errno != EAGAIN) input_.close();
  if (count > 0) written_ += static_cast<std::size_t>(count);
  if (written_ < outbox_.size() && input_.is_open()) return;
  outbox_.clear();
  written_ = 0;
}

bool Process::ends_before(Clock::time_point deadline) {
  for (;;) {
    siginfo_t ended{};
    ::waitid(P_PID, static_cast<id_t>(pid_), &ended, WEXITED | WNOHANG | WNOWAIT);
    if (ended.si_pid == pid_) return true;
    if (Clock::now() >= deadline) return false;
    exchange(Clock::now() + kStep);
  }
}

// The group first: its number is free for others once its leader is reaped.
int Process::stop() {
  int status = 0;
  if (pid_ < 0) return status;
  ::kill(-pid_, SIGKILL);
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
  pid_ = -1;
  return status;
}

}  // namespace rashomon::cli
