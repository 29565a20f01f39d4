#include "cli/progress.h"

#include <cmath>
#include <cstdio>
#include <string>

#include "cli/output.h"
#include "engine/report/numbers.h"

namespace rashomon::cli {
namespace {

constexpr std::chrono::milliseconds kPause{200};

/// "0:07", "12:40", "3:05:00".
std::string duration(double seconds) {
  const auto whole = static_cast<unsigned long long>(std::llround(seconds));
  char buffer[64];
  if (whole < 3600) {
    std::snprintf(buffer, sizeof buffer, "%llu:%02llu", whole / 60, whole % 60);
  } else {
    std::snprintf(buffer, sizeof buffer, "%llu:%02llu:%02llu", whole / 3600, whole / 60 % 60, whole % 60);
  }
  return buffer;
}

}  // namespace

Progress::Progress(bool shown, std::optional<std::size_t> total) : shown_(shown), total_(total) {}

Progress::~Progress() {
  if (shown_) print_progress("");
}

void Progress::step(bool failed) {
  ++done_;
  failed_ += failed ? 1 : 0;
  const Clock::time_point now = Clock::now();
  if (!shown_ || now - printed_ < kPause) return;
  printed_ = now;
  print();
}

void Progress::print() const {
  const double seconds = std::chrono::duration<double>(printed_ - start_).count();
  const double rate = static_cast<double>(done_) / seconds;
  std::string line = grouped(done_) + (total_ ? " of " + grouped(*total_) : "") + " items";
  if (failed_ > 0) line += ", " + grouped(failed_) + " failed";
  line += ", " + fixed(rate, 1) + " a second";
  if (total_ && *total_ >= done_)
    line += ", " + duration(static_cast<double>(*total_ - done_) / rate) + " left";
  print_progress(line);
}

}  // namespace rashomon::cli
