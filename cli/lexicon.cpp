// rashomon lexicon: what the lexicons find in a text, what they miss in a corpus, whether they hold together.
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <set>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/gaps.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "engine/extractor/extractor.h"
#include "engine/lexicon/entries.h"
#include "engine/lexicon/tsv.h"
#include "engine/reader/reader.h"
#include "engine/records/error.h"
#include "engine/text/code_points.h"
#include "engine/text/width.h"

namespace rashomon::cli {
namespace {

using nlohmann::ordered_json;

enum class Format { text, json, tsv };
const std::vector<std::string> kFormats = {"text", "json", "tsv"};

constexpr std::size_t kLeast = 30;  // occurrences of a phrase that make it a gap

std::vector<Option> table() {
  return {
      {"format", "FORMAT", "text, json or tsv (default: text)", false, 1, kFormats},
      {"gaps", "", "list the frequent phrases of the inputs that no lexicon covers"},
      {"least", "N", "with --gaps: phrases that stand there so often (default: 30)"},
      {"left-out", "FILE", "with --gaps: a table of phrases that are left out on purpose (phrase, reason)"},
      {"check", "", "match every expression of every table against itself"},
      knowledge_options().front()};
}

/// One sentence with what the lexicons say of it.
struct Sentence {
  Span span;
  std::string text;
  std::vector<Token> tokens;
  std::vector<Find> finds;
  Cover cover;
};

std::vector<Sentence> read_sentences(const Document& document, const Lexicons& lexicons) {
  const CodePoints text(document.text);
  std::vector<Sentence> out;
  for (const Span& span : split_sentences(document)) {
    Sentence one{span, std::string(text.slice(span)), {}, {}, {}};
    one.tokens = lexicons.tokenize(one.text, span.begin);
    one.finds = lexicons.find(one.tokens);
    one.cover = cover_of(one.tokens, one.finds);
    out.push_back(std::move(one));
  }
  return out;
}

bool has_content(const Token& token) {
  return !token.stop && (token.kind == TokenKind::word || token.kind == TokenKind::han);
}

/// Content words that no table holds, and those that no concept holds.
struct Missing {
  std::size_t words = 0;
  std::vector<std::string> uncovered;
  std::vector<std::string> no_concept;
};

Missing missing_of(const Sentence& sentence) {
  Missing out;
  for (std::size_t k = 0; k < sentence.tokens.size(); ++k) {
    if (!has_content(sentence.tokens[k])) continue;
    ++out.words;
    if (!sentence.cover.speech[k] && !sentence.cover.other[k])
      out.uncovered.push_back(sentence.tokens[k].surface);
    if (!sentence.cover.concepts[k]) out.no_concept.push_back(sentence.tokens[k].surface);
  }
  return out;
}

class Shown {
 public:
  explicit Shown(const std::vector<TsvTable>& tables) {
    for (std::size_t k = 0; k < kTables; ++k) entries_[k] = entries(tables, static_cast<Table>(k));
  }

  const Entry& entry(const Find& find) const {
    return entries_[static_cast<std::size_t>(find.table)][find.entry];
  }

 private:
  std::array<std::vector<Entry>, kTables> entries_;
};

Span span_of(const Sentence& sentence, const Find& find) {
  return {sentence.tokens[find.first].span.begin, sentence.tokens[find.last - 1].span.end};
}

std::string words_of(const Sentence& sentence, const Find& find) {
  const Span span = span_of(sentence, find);
  const Span inner = {span.begin - sentence.span.begin, span.end - sentence.span.begin};
  std::string words(CodePoints(sentence.text).slice(inner));
  for (char& c : words) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return words;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.resize(width, ' ');
  return text;
}

std::string as_text(const Document& document, const std::vector<Sentence>& sentences, const Shown& shown) {
  constexpr std::size_t kTableWidth = 16;
  constexpr std::size_t kSpanWidth = 12;
  std::string out = make_visible(document.name) + "\n";
  for (const Sentence& sentence : sentences) {
    out += "\n" + make_visible(sentence.text) + "\n";
    for (const Find& find : sentence.finds) {
      const Span span = span_of(sentence, find);
      out += "  " + padded(std::string(name_of(find.table)), kTableWidth) +
             padded(std::to_string(span.begin) + ".." + std::to_string(span.end), kSpanWidth) + '"' +
             make_visible(words_of(sentence, find)) + "\": " + line_of(shown.entry(find)) + '\n';
    }
    std::string rest;
    for (const std::string& word : missing_of(sentence).uncovered) rest += (rest.empty() ? "" : ", ") + word;
    if (!rest.empty()) out += "  " + padded("nothing covers", kTableWidth) + rest + '\n';
  }
  return out;
}

std::string as_tsv(const Document& document, const std::vector<Sentence>& sentences, const Shown& shown) {
  std::string out;
  for (const Sentence& sentence : sentences) {
    for (const Find& find : sentence.finds) {
      const Span span = span_of(sentence, find);
      out += make_visible(document.name) + '\t' + std::to_string(span.begin) + '\t' +
             std::to_string(span.end) + '\t' + make_visible(words_of(sentence, find)) + '\t' +
             std::string(name_of(find.table)) + '\t' + line_of(shown.entry(find)) + '\n';
    }
  }
  return out;
}

ordered_json as_json(const Document& document, const std::vector<Sentence>& sentences, const Shown& shown) {
  ordered_json out = {{"name", document.name}, {"sentences", ordered_json::array()}};
  for (const Sentence& sentence : sentences) {
    const Missing missing = missing_of(sentence);
    ordered_json row = {{"begin", sentence.span.begin},    {"end", sentence.span.end},
                        {"text", sentence.text},           {"finds", ordered_json::array()},
                        {"content_words", missing.words},  {"uncovered", missing.uncovered},
                        {"no_concept", missing.no_concept}};
    for (const Find& find : sentence.finds) {
      const Span span = span_of(sentence, find);
      ordered_json says = ordered_json::object();
      for (const auto& [column, value] : shown.entry(find).says) says[column] = value;
      row["finds"].push_back({{"begin", span.begin},
                              {"end", span.end},
                              {"text", words_of(sentence, find)},
                              {"table", name_of(find.table)},
                              {"says", says}});
    }
    out["sentences"].push_back(row);
  }
  return out;
}

std::vector<Document> read_all(const Options& options) {
  std::vector<Document> all;
  for (const std::string& input : checked_inputs(options.inputs())) {
    for (Document& document : read_file(input)) all.push_back(std::move(document));
  }
  return all;
}

void show(const Options& options) {
  const auto format = static_cast<Format>(options.choice("format", kFormats, 0));
  const std::vector<TsvTable> tables = tables_of(options);
  const Lexicons lexicons = lexicons_of(options);
  const Shown shown(tables);
  std::string out = format == Format::tsv ? "document\tbegin\tend\ttext\ttable\tsays\n" : "";
  ordered_json json = {{"format", "rashomon.lexicon/1"}, {"documents", ordered_json::array()}};
  for (const Document& document : read_all(options)) {
    const std::vector<Sentence> sentences = read_sentences(document, lexicons);
    if (format == Format::json) json["documents"].push_back(as_json(document, sentences, shown));
    if (format == Format::tsv) out += as_tsv(document, sentences, shown);
    if (format == Format::text) out += (out.empty() ? "" : "\n") + as_text(document, sentences, shown);
  }
  print(format == Format::json ? json.dump(2) + '\n' : out);
}

std::string percent(std::size_t part, std::size_t whole) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %%",
                whole == 0 ? 100.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
  return text;
}

void show_gaps(const Options& options) {
  const Lexicons lexicons = lexicons_of(options);
  const std::size_t least = options.count("least", 1, 1000000).value_or(kLeast);
  std::set<std::string> left_out;
  if (const auto path = options.value("left-out")) {
    const TsvTable rows = read_table(*path);
    for (const auto& row : rows.rows) left_out.insert(row[rows.column("phrase")]);
  }
  std::string out = "phrase\tcount\tcovered\n";
  std::size_t covered = 0;
  std::size_t left = 0;
  const std::vector<Phrase> phrases = frequent_phrases(read_all(options), lexicons, least);
  for (const Phrase& phrase : phrases) {
    if (phrase.is_covered()) {
      ++covered;
    } else if (left_out.contains(phrase.words)) {
      ++left;
    } else {
      out += phrase.words + '\t' + std::to_string(phrase.count) + '\t' +
             percent(phrase.covered, phrase.count) + '\n';
    }
  }
  out += "# " + std::to_string(phrases.size()) + " phrases with " + std::to_string(least) +
         " occurrences and more: " + std::to_string(covered) + " covered (" +
         percent(covered, phrases.size()) + "), " + std::to_string(left) + " left out on purpose, " +
         std::to_string(phrases.size() - covered - left) + " gaps; " +
         percent(covered + left, phrases.size()) + " accounted for\n";
  print(out);
}

int check(const Options& options) {
  if (!options.inputs().empty()) {
    throw InputError("argument \"" + options.inputs()[0] + '"', "--check takes none",
                     "add tables with --lexicon");
  }
  const std::vector<Misfit> all = misfits(tables_of(options));
  std::string out;
  for (const Misfit& one : all) {
    out +=
        std::string(name_of(one.table)) + '\t' + one.expression + '\t' + one.says + '\t' + one.found + '\n';
  }
  print(all.empty() ? out : "table\texpression\tof\tfound\n" + out);
  if (all.empty()) return kDone;
  print_error("lexicons: " + std::to_string(all.size()) +
              " expressions are not found as their own row; give each to one row of its table");
  return kTrouble;
}

}  // namespace

Manual lexicon_options() { return {"  TEXT ...  texts, or JSONL with `text`\n", table()}; }

int run_lexicon(const Arguments& arguments) {
  const Options options(arguments, table());
  if (options.has("check") && options.has("gaps")) {
    throw InputError("option --check", "--gaps asks for something else", "give the one or the other");
  }
  for (const char* const name : {"least", "left-out"}) {
    if (options.has(name) && !options.has("gaps")) {
      throw InputError("option " + dashed(name), "it belongs to --gaps", "add --gaps, or leave it out");
    }
  }
  if (options.has("format") && (options.has("check") || options.has("gaps"))) {
    throw InputError("option --format", "--check and --gaps print a table", "leave it out");
  }
  if (options.has("check")) return check(options);
  if (options.has("gaps")) {
    show_gaps(options);
  } else {
    show(options);
  }
  return kDone;
}

}  // namespace rashomon::cli
