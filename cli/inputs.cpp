#include "cli/inputs.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "cli/output.h"
#include "engine/records/error.h"
#include "engine/text/digest.h"
#include "engine/text/versions.h"
#include "engine/vectorizer/frequency_table.h"
#include "engine/version.h"

namespace rashomon::cli {
namespace {

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::vector<std::string> parties_of(const Options& options) {
  if (options.has("left") || options.has("right")) {
    if (options.has("parties")) {
      throw InputError("option --parties", "--left and --right say the same", "give the one or the other");
    }
    std::vector<std::string> parties;
    for (const char* const name : {"left", "right"}) {
      const std::optional<std::string> id = options.value(name);
      parties.push_back(id ? party_id("option " + dashed(name), *id) : "");
    }
    return parties;
  }
  const std::optional<std::string> list = options.value("parties");
  return list ? party_ids("--parties", *list) : std::vector<std::string>{};
}

Frequencies read_frequencies(const std::string& path, const Options& options) {
  std::string bytes = read_utf8(path);
  const std::string settings = FrequencyTable::parse(bytes, path).settings();
  if (!settings.empty() && settings != analysis_settings(options)) {
    throw InputError(path, "it was counted by another version or with other lexicons",
                     "count again by 'rashomon frequencies' with this program and the same --lexicon");
  }
  return Frequencies::keeping(std::move(bytes));
}

}  // namespace

std::vector<std::string> checked_inputs(const std::vector<std::string>& inputs) {
  if (inputs.empty())
    throw InputError("command line", "it names no input", "name files, or - for standard input");
  if (std::count(inputs.begin(), inputs.end(), "-") > 1) {
    throw InputError("standard input", "it can be read once", "give - once, and name files for the others");
  }
  return inputs;
}

std::string party_id(const std::string& place, const std::string& id) {
  const std::string allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  if (lower_case(id) == "uk") throw InputError(place, "the United Kingdom's id is gb", "give gb");
  if (id.empty() || id.find_first_not_of(allowed) != std::string::npos) {
    const std::string lower = lower_case(id);
    const bool cured = !lower.empty() && lower.find_first_not_of(allowed) == std::string::npos;
    throw InputError(place, '"' + id + "\" is no party's id",
                     cured ? "give " + lower : "give small letters, digits and dashes, as in us or cn");
  }
  return id;
}

std::vector<std::string> party_ids(std::string_view option, const std::string& list) {
  std::vector<std::string> ids;
  for (std::size_t from = 0; from <= list.size();) {
    const std::size_t comma = std::min(list.find(',', from), list.size());
    ids.push_back(party_id("option " + std::string(option), list.substr(from, comma - from)));
    from = comma + 1;
  }
  return ids;
}

std::string needed_output(const Options& options) {
  const auto output = options.value("output");
  if (!output) throw InputError("option --output", "it is missing", "name the file to write");
  check_output(*output, Target::file);
  return *output;
}

std::vector<Option> account_options() {
  return {
      {"left", "ID", "whose account A is, of two: us, cn, gb, ru, eu ... (default: told from the inputs)"},
      {"right", "ID", "whose account B is, of two"},
      {"parties", "ID,ID,...",
       "whose accounts they are, of any number, in order; of one article: which to compare"},
      {"encoding", "NAME",
       "encoding of the inputs, as ICU names it: UTF-8, GB18030 ... (default: detected)"}};
}

Option min_probability_option() {
  return {"min-probability", "P",
          "list links from this probability, 0 to 1 (default: the model's threshold; 0: every pair)"};
}

AccountInputs account_inputs(const Options& options) {
  AccountInputs out;
  out.inputs = checked_inputs(options.inputs());
  out.reading.encoding = options.value("encoding");
  out.parties = parties_of(options);
  out.two_sides = options.has("left") || options.has("right");
  return out;
}

std::vector<Document> read_all(const AccountInputs& request, bool one_will_do) {
  std::vector<Document> documents;
  for (const std::string& input : request.inputs) {
    for (Document& document : read_file(input, request.reading)) documents.push_back(std::move(document));
  }
  if (documents.size() == 1 && one_will_do) return documents;
  if (documents.size() < 2) {
    throw InputError(request.inputs[0], "it holds one account, and a comparison needs two",
                     "give a second input");
  }
  if (request.two_sides && documents.size() != 2) {
    throw InputError("options --left and --right",
                     "they name two accounts, and the inputs hold " + std::to_string(documents.size()),
                     "give --parties instead");
  }
  if (!request.parties.empty() && request.parties.size() != documents.size()) {
    throw InputError("option --parties",
                     "it names " + std::to_string(request.parties.size()) +
                         (request.parties.size() == 1 ? " account" : " accounts") + ", and the inputs hold " +
                         std::to_string(documents.size()),
                     "name one party for each, in order");
  }
  return documents;
}

std::vector<Account> accounts_of(std::vector<Document> documents, const AccountInputs& request,
                                 const Lexicons& lexicons) {
  const std::vector<std::string>& parties = request.parties;
  if (documents.size() > 1) return read_accounts(std::move(documents), parties, lexicons);
  if (parties.size() == 1 || std::find(parties.begin(), parties.end(), "") != parties.end()) {
    const std::string option = !request.two_sides ? "--parties" : parties[0].empty() ? "--right" : "--left";
    throw InputError("option " + option, "it names one account, and a comparison needs two",
                     request.two_sides ? "name another party of the article with " +
                                             std::string(parties[0].empty() ? "--left" : "--right")
                                       : "name two parties of the article, or none");
  }
  return article_accounts(split(std::move(documents.front()), lexicons), parties, lexicons);
}

std::vector<Option> knowledge_options() {
  return {{"lexicon", "FILE",
           "a table like those of corpora/lexicons, which adds to them or overrides them (repeatable)", true},
          {"model", "FILE", "trained weights in place of the built-in ones"},
          {"vectors", "FILE",
           "word vectors in place of the built-in ones: a table of 'rashomon vectors', or word2vec text"},
          {"frequencies", "FILE",
           "how common each stem is, in place of the built-in counts: a table of 'rashomon frequencies'"}};
}

std::vector<TsvTable> tables_of(const Options& options) { return tables_with(options.values("lexicon")); }

Lexicons lexicons_of(const Options& options) { return lexicons_with(options.values("lexicon")); }

Knowledge knowledge_of(const Options& options) {
  Knowledge knowledge =
      Knowledge::with({options.values("lexicon"), options.value("model"), options.value("vectors")});
  if (const auto path = options.value("frequencies")) knowledge.background = read_frequencies(*path, options);
  return knowledge;
}

std::string analysis_settings(const Options& options) {
  std::string all = std::string(version()) + '\n' + icu_version() + '\n' + unicode_version() + '\n';
  const auto add = [&](const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) (all += cell) += '\t';
    all += '\n';
  };
  for (const TsvTable& table : tables_of(options)) {
    add(table.header);
    for (const std::vector<std::string>& row : table.rows) add(row);
  }
  return sha256_hex(all);
}

std::vector<std::pair<std::string, std::string>> outcome_options(const Options& options) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const char* const name : {"left", "right", "parties", "encoding", "min-probability", "embeddings",
                                 "lexicon", "model", "vectors"}) {
    for (const std::string& value : options.values(name)) out.emplace_back(name, value);
  }
  // By what it holds: a table that was merged from parts may lie anywhere.
  if (const auto path = options.value("frequencies"))
    out.emplace_back("frequencies", sha256_hex(read_bytes(*path)));
  return out;
}

}  // namespace rashomon::cli
