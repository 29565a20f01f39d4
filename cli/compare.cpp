// rashomon compare: two or more accounts of one event, or an article that passes them on -> one report.
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/embeddings.h"
#include "cli/hyperlinks.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/pager.h"
#include "cli/pair_scorer.h"
#include "cli/reading.h"
#include "cli/terminal.h"
#include "engine/pipeline.h"
#include "engine/records/error.h"
#include "engine/report/database.h"
#include "engine/report/means.h"
#include "engine/report/offsets.h"
#include "engine/report/plots.h"
#include "engine/report/report.h"

namespace rashomon::cli {
namespace {

enum class Format { text, markdown, html, json, csv, annotations };
const std::vector<std::string> kFormats = {"text", "markdown", "html", "json", "csv", "annotations"};

const std::vector<std::string> kUnits = {"codepoints", "utf16", "utf8"};

enum class Color { automatic, always, never };
const std::vector<std::string> kColors = {"auto", "always", "never"};

constexpr double kMaxDivergence = 0.5;  // of --exit-code, where --max-divergence does not say

std::vector<Option> table() {
  std::vector<Option> rows = account_options();
  const std::vector<Option> own = {
      min_probability_option(),
      {"format", "FORMAT",
       "text, markdown, html, json, csv or annotations (W3C Web Annotation) (default: text)", false, 1,
       kFormats},
      {"output", "PATH", "write there, whole or not at all: a file; for csv, a folder"},
      {"sqlite", "FILE",
       "add the comparison to this database, all or nothing; no report then, unless --format or --output "
       "asks"},
      {"offsets", "UNIT", "what offsets count: codepoints, utf16 or utf8 (default: codepoints)", false, 1,
       kUnits},
      {"plots", "FOLDER", "also write every plot there, as NAME.svg and its data as NAME.csv"},
      {"color", "WHEN", "auto, always or never (default: auto; NO_COLOR is heeded)"},
      {"width", "N", "columns of the text report, 40 or more (default: the terminal's)"},
      {"exit-code", "",
       "exit with 1 where the divergence (of three and more: its mean) is beyond --max-divergence"},
      {"max-divergence", "X", "0 to 1 (default: 0.5)"},
  };
  rows.insert(rows.end(), own.begin(), own.end());
  const std::vector<Option> reading = reading_options();
  rows.insert(rows.end(), reading.begin(), reading.end());
  rows.push_back(embeddings_option());
  const std::vector<Option> scorer = pair_scorer_options();
  rows.insert(rows.end(), scorer.begin(), scorer.end());
  const std::vector<Option> knowledge = knowledge_options();
  rows.insert(rows.end(), knowledge.begin(), knowledge.end());
  return rows;
}

struct Request {
  AccountInputs accounts;
  std::optional<double> min_probability;
  Format format = Format::text;
  std::optional<std::filesystem::path> output;  // none: standard output
  bool report = true;
  std::optional<std::filesystem::path> database;
  OffsetUnit offsets = OffsetUnit::codepoints;
  std::optional<std::filesystem::path> plots;
  std::optional<std::string> pager;  // of standard output, where it is a terminal
  TextOptions text;
  std::optional<double> max_divergence;                    // with --exit-code
  std::vector<std::pair<std::string, std::string>> stamp;  // the options that change the outcome
};

/// How the report meets its reader: its parts, columns, colours, pager and hyperlinks.
void read_as_asked(Request& request, const Options& options) {
  request.text.selection = selection_of(options);
  if (request.format != Format::text && request.format != Format::markdown)
    refuse_selection(options, kFormats[static_cast<std::size_t>(request.format)]);
  request.text.width = options.count("width", 40, 1000).value_or(terminal_width());
  const auto color = static_cast<Color>(options.choice("color", kColors, 0));
  request.text.color = color == Color::always;
  if (request.output) return;
  request.pager = pager_of(options);
  if (color == Color::automatic) request.text.color = terminal_has_color();
  const bool passed_on = !request.pager || passes_hyperlinks(*request.pager);
  if (color != Color::never && passed_on && terminal_has_hyperlinks())
    request.text.targets = file_uris(options.inputs());
}

Request validated(const Options& options) {
  Request request;
  request.accounts = account_inputs(options);
  request.min_probability = options.number("min-probability", 0, 1);
  request.format = static_cast<Format>(options.choice("format", kFormats, 0));
  const std::optional<std::string> output = options.value("output");
  if (output && *output != "-") request.output = *output;
  if (request.format == Format::csv && !request.output) {
    throw InputError("option --format", "csv is a folder of tables", "name it with --output FOLDER");
  }
  if (request.output)
    check_output(*request.output, request.format == Format::csv ? Target::folder : Target::file);
  request.offsets = static_cast<OffsetUnit>(options.choice("offsets", kUnits, 0));
  if (request.format == Format::html && request.offsets != OffsetUnit::codepoints) {
    throw InputError("option --offsets", "the page for a browser prints no offsets",
                     "leave one of the two out");
  }
  if (const auto database = options.value("sqlite")) {
    check_output(*database, Target::file);
    request.database = *database;
    request.report = options.has("format") || output;
  }
  read_as_asked(request, options);
  if (const std::optional<std::string> plots = options.value("plots")) {
    request.plots = *plots;
    check_output(*request.plots, Target::folder);
  }
  const std::optional<double> most = options.number("max-divergence", 0, 1);
  if (most && !options.has("exit-code")) {
    throw InputError("option --max-divergence", "it says nothing without --exit-code", "give both");
  }
  if (options.has("exit-code")) request.max_divergence = most.value_or(kMaxDivergence);
  request.stamp = outcome_options(options);
  return request;
}

std::string report_of(const Comparison& comparison, const Request& request) {
  switch (request.format) {
    case Format::markdown: return markdown_report(comparison, request.text.selection);
    case Format::html: return html_report(comparison);
    case Format::json: return json_report(comparison);
    case Format::annotations: return annotations_report(comparison);
    default: return text_report(comparison, request.text);
  }
}

void write(const Comparison& comparison, const Request& request) {
  if (request.format == Format::csv) {
    write_folder(*request.output, csv_report(comparison));
    return;
  }
  const std::string report = report_of(comparison, request);
  if (request.pager) {
    print_paged(report, *request.pager);
  } else {
    deliver(report, request.output);
  }
}

}  // namespace

Manual compare_options() {
  return {
      "  A B ...  two or more accounts, or one news article, whose two most cited sides are compared\n"
      "           (--parties us,cn chooses them). UTF-8, UTF-16, GB18030 or Windows-1252: .txt, .md, "
      ".html, .json, .jsonl; - is standard "
      "input\n",
      table(),
      "Data goes to standard output, all else to standard error. Exit status: 0 done, 2 trouble; with "
      "--exit-code\n"
      "also 1. A reader that closes the pipe early is no trouble. In the csv tables, text that a "
      "spreadsheet would\n"
      "run as a formula has an apostrophe before it.\n"};
}

int run_compare(const Arguments& arguments) {
  const Options options(arguments, table());
  const Request request = validated(options);
  std::vector<Document> documents = read_all(request.accounts, true);
  const std::unique_ptr<PairScorer> scorer = pair_scorer_of(options);
  const OutsideSimilarity outside = scorer ? scorer->similarity() : embeddings_of(options);
  if (options.has("embeddings") && documents.size() != 2) {
    throw InputError("option --embeddings",
                     "it holds two accounts, and the inputs " + std::to_string(documents.size()),
                     "compare two at a time");
  }
  const Knowledge knowledge = knowledge_of(options);
  Comparison comparison =
      compare_accounts(accounts_of(std::move(documents), request.accounts, knowledge.lexicons), knowledge,
                       {request.accounts.parties, request.min_probability, outside});
  comparison.engine.options = request.stamp;
  if (scorer) {
    scorer->finish();
    comparison.engine.options.emplace_back("pair-scorer", scorer->model());
  }
  comparison = with_offsets(std::move(comparison), request.offsets);
  for (const std::string& warning : comparison.warnings) print_warning(warning);
  if (request.database) {
    Database database(*request.database);
    database.add("", comparison);
    database.commit();
  }
  if (request.plots) write_folder(*request.plots, plot_files(comparison));
  if (request.report) write(comparison, request);
  const bool beyond = request.max_divergence && totals(comparison).divergence > *request.max_divergence;
  return beyond ? kBeyond : kDone;
}

}  // namespace rashomon::cli
