// A command of the user's that the program talks with, line by line.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace rashomon::cli {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  void close();

 private:
  int number_;
};

/// A running command with pipes to its three standard streams. Neither side can wait for the other's full
/// pipe: while one is written, the others are read.
class Process {
 public:
  using Clock = std::chrono::steady_clock;

  struct Heard {
    enum class Kind {
      line,  // without its end
      end,   // it closed its standard output, or ended
      late,  // nothing until the deadline
      long_  // a line of more than kLongestLine bytes
    };
    Kind kind = Kind::line;
    std::string line;
  };
  static constexpr std::size_t kLongestLine = 1U << 20U;

  /// Runs `command` by /bin/sh, in a process group of its own. Throws InputError where the system refuses.
  explicit Process(const std::string& command);
  /// Kills it, with all of its group that is left.
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// To its standard input, written during later calls. What it no longer reads is dropped.
  void send(std::string_view text);
  /// It reads the end of its standard input; what is not yet written is dropped.
  void close_input();
  /// The next line of its standard output.
  Heard next_line(Clock::time_point deadline);

  /// After the end: "it ended with status 1 (...)", in brackets the last line of its standard error.
  std::string how_it_ended();
  /// The last line of its standard error in quotation marks and brackets, with a blank before it; or nothing.
  std::string last_words() const;

 private:
  bool exchange(Clock::time_point deadline);
  void write_some();
  bool ends_before(Clock::time_point deadline);
  int stop();

  pid_t pid_ = -1;  // -1: reaped
  Descriptor input_;
  Descriptor output_;
  Descriptor errors_;
  std::string outbox_;
  std::size_t written_ = 0;  // bytes of outbox_
  std::string inbox_;
  std::string complaints_;  // the last bytes of its standard error
};

}  // namespace rashomon::cli
