// rashomon split: a news article -> whose telling each of its sentences passes on.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "engine/pipeline.h"
#include "engine/records/error.h"
#include "engine/report/report.h"
#include "engine/version.h"

namespace rashomon::cli {
namespace {

enum class Format { text, json, csv };
const std::vector<std::string> kFormats = {"text", "json", "csv"};

std::vector<Option> table() {
  return {{"format", "FORMAT", "text, json or csv (default: text)", false, 1, kFormats},
          {"output", "FILE", "write there, whole or not at all"},
          {"output-dir", "FOLDER", "write one text a party there, and a table of where its sentences stand"},
          {"encoding", "NAME", "encoding of the input, as ICU names it (default: detected)"},
          {"width", "N", "columns of the text, 40 or more (default: the terminal's)"},
          knowledge_options().front()};
}

Document read_one(const Options& options) {
  const std::vector<std::string> inputs = checked_inputs(options.inputs());
  std::vector<Document> documents;
  for (const std::string& input : inputs) {
    for (Document& document : read_file(input, {options.value("encoding")}))
      documents.push_back(std::move(document));
  }
  if (documents.size() != 1)
    throw InputError(inputs.back(), "one article is split at a time", "name one file with one text");
  return std::move(documents.front());
}

void tell_of_few_parties(const Article& article) {
  if (article.parties.empty()) {
    print_warning(article.document.name + ": it passes on no party's account");
  } else if (article.parties.size() == 1) {
    print_warning(article.document.name + ": it passes on one account alone, that of " + article.parties[0]);
  }
}

}  // namespace

Manual split_options() {
  return {
      "  ARTICLE  UTF-8, UTF-16, GB18030 or Windows-1252: .txt, .md, .html, .json; - is standard "
      "input\n",
      table(),
      "The source decides, not the actor: \"Xinhua reported that Biden promised\" is China's account.\n"
      "Sentences of the reporter's own and of third parties belong to no account. English, roughly "
      "Chinese.\n"};
}

int run_split(const Arguments& arguments) {
  const Options options(arguments, table());
  const auto format = static_cast<Format>(options.choice("format", kFormats, 0));
  const auto output = options.value("output");
  const auto folder = options.value("output-dir");
  if (output) check_output(*output, Target::file);
  if (folder) check_output(*folder, Target::folder);
  TextOptions page;
  page.color = !output && terminal_has_color();
  page.width = options.count("width", 40, 1000).value_or(terminal_width());

  const Article article = split(read_one(options), lexicons_of(options));
  tell_of_few_parties(article);
  const std::string report = format == Format::json  ? article_json_report(article, std::string(version()))
                             : format == Format::csv ? article_csv_report(article)
                                                     : article_text_report(article, page);
  if (folder) write_folder(*folder, article_files(article));
  if (output) {
    write_file(*output, report);
  } else if (!folder || options.has("format")) {
    print(report);
  }
  return kDone;
}

}  // namespace rashomon::cli
