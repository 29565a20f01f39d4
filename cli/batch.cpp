// rashomon batch: a manifest of items -> what each comparison says, one a line of JSON, in the same order.
#include <sched.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/batch_item.h"
#include "cli/batch_summary.h"
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/manifest.h"
#include "cli/options.h"
#include "cli/ordered_pool.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "engine/records/error.h"
#include "engine/report/database.h"

namespace rashomon::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostJobs = 1024;

std::vector<Option> table() {
  std::vector<Option> rows = {
      {"output", "FILE", "write there line by line, and so keep what is done if the run is stopped"},
      {"resume", "", "go on with the FILE of --output where an earlier run of the same command stopped"},
      {"sqlite", "FILE", "add each comparison to this database, before its line is written"},
      {"jobs", "N", "comparisons at a time (default: the cores that this process may use)"},
      {"summary", "",
       "then print a table of all items: on standard output; without --output, where it\n"
       "holds the lines, on standard error"},
      {"first-line", "N", "the number of the manifest's first line, where it is a part of a longer one"},
  };
  const std::vector<Option> settings = batch_settings_options();
  rows.insert(rows.end(), settings.begin(), settings.end());
  return rows;
}

std::size_t usable_cores() {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  const int count = ::sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 1;
  return static_cast<std::size_t>(std::max(count, 1));
}

struct Request {
  std::string manifest;
  std::size_t first_line = 1;
  std::size_t jobs = 1;
  std::optional<fs::path> output;  // none: standard output
  std::optional<fs::path> database;
  bool resume = false;
  bool summary = false;
};

Request validated(const Options& options) {
  const std::vector<std::string> inputs = checked_inputs(options.inputs());
  if (inputs.size() != 1) {
    throw InputError(inputs[1], "it is a second input, and batch takes one manifest",
                     "put the lines into one file, or join them by cat and give -");
  }
  Request request;
  request.manifest = inputs[0];
  request.first_line = options.count("first-line", 1, SIZE_MAX / 2).value_or(1);
  request.jobs = options.count("jobs", 1, kMostJobs).value_or(usable_cores());
  const std::optional<std::string> output = options.value("output");
  if (output && *output != "-") request.output = *output;
  if (const auto database = options.value("sqlite")) {
    check_output(*database, Target::file);
    request.database = *database;
  }
  request.resume = options.has("resume");
  request.summary = options.has("summary");
  if (request.resume && !request.output)
    throw InputError("option --resume", "it says nothing without --output", "give both");
  if (!request.output) return request;
  check_output(*request.output, Target::file);
  std::error_code ignored;
  if (fs::equivalent(*request.output, request.manifest, ignored))
    throw InputError(*output, "it is the manifest", "choose another --output");
  return request;
}

/// Where the answers go: to standard output or a file, and into what is told of them.
class Batch {
 public:
  explicit Batch(const Request& request) : request_(request) {
    if (request.output) file_ = std::make_unique<GrowingFile>(*request.output);
    if (request.database) database_ = std::make_unique<Database>(*request.database);
  }

  /// Passes over the items that the file answers already, and cuts off a last line that is not whole.
  void resume(Manifest& manifest, const BatchSettings& settings) {
    std::ifstream lines(*request_.output, std::ios::binary);
    std::uintmax_t bytes = 0;
    for (std::string line; std::getline(lines, line) && !lines.eof(); bytes += line.size() + 1) {
      const std::optional<ManifestLine> item = manifest.next();
      if (!item || !answers(line, *item, settings)) refuse_to_resume(item);
      count_old(line);
    }
    file_->cut(bytes);
  }

  void start_anew() {
    if (file_) file_->cut(0);
  }

  /// Whether there is still someone to read what comes.
  bool take(const Answer& answer) {
    if (!answer.comparison) {
      failed_ = true;
      summary_.add_failed();
    } else if (request_.summary) {
      summary_.add(answer.id, totals(*answer.comparison));
    }
    if (database_ && answer.comparison) keep(answer);
    if (!file_) return print(answer.line);
    file_->write(answer.line);
    return true;
  }

  int finish() {
    if (file_) file_->synchronise();
    if (request_.summary && file_) print(summary_.table());
    if (request_.summary && !file_) print_aside(summary_.table());
    return failed_ ? kBeyond : kDone;
  }

 private:
  /// In the database before its line is in the file: what is resumed is not compared again.
  void keep(const Answer& answer) {
    const nlohmann::json id = nlohmann::json::parse(answer.id);
    database_->add(id.is_string() ? id.get<std::string>()
                   : id.is_null() ? ""
                                  : answer.id,
                   *answer.comparison);
    database_->commit();
  }

  void count_old(const std::string& line) {
    if (is_failure(line)) {
      failed_ = true;
      summary_.add_failed();
    } else if (request_.summary) {
      summary_.add_line(line);
    }
  }

  [[noreturn]] void refuse_to_resume(const std::optional<ManifestLine>& item) const {
    throw InputError(
        request_.output->string(),
        item ? "it holds no answer to line " + std::to_string(item->number) +
                   " of the manifest by these options"
             : "it holds more answers than the manifest has items",
        "resume with the manifest, the inputs and the options that it was begun with, or leave out --resume");
  }

  const Request& request_;
  std::unique_ptr<GrowingFile> file_;   // null: standard output
  std::unique_ptr<Database> database_;  // null: none
  BatchSummary summary_;
  bool failed_ = false;
};

}  // namespace

Manual batch_options() {
  return {
      "  MANIFEST.jsonl  an item a line; - is standard input:\n"
      "                  {\"id\", \"inputs\": [{\"party\", \"text\" or \"path\"}, ...]}, two inputs or "
      "more\n"
      "                  {\"id\", \"article\": {\"text\" or \"path\"}}\n",
      table(),
      "A line comes out for every item, in order: {\"id\", \"comparison\"}, the comparison as 'rashomon "
      "compare\n"
      "--format json' prints it, or {\"id\", \"line\", \"error\"}. The same bytes for any number of jobs. "
      "A "
      "terminal\n"
      "shows how far it is. Exit status: 0 done, 1 items failed, 2 trouble.\n"};
}

int run_batch(const Arguments& arguments) {
  const Options options(arguments, table());
  const Request request = validated(options);
  const BatchSettings settings = batch_settings(options);
  Manifest manifest(request.manifest, request.first_line);
  Batch batch(request);
  if (request.resume) {
    batch.resume(manifest, settings);
  } else {
    batch.start_anew();
  }
  {
    const bool shown = terminal_shows_progress(request.output.has_value());
    Progress progress(shown, shown ? manifest.count_ahead() : std::nullopt);
    in_order<ManifestLine, Answer>(
        request.jobs, [&] { return manifest.next(); },
        [&](const ManifestLine& line) { return answer(line, settings); },
        [&](const Answer& one) {
          progress.step(!one.comparison);
          return batch.take(one);
        });
  }
  return batch.finish();
}

}  // namespace rashomon::cli
