// Comparison -> text, Markdown, HTML, JSON, CSV. Every report is derived from the same record.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "engine/records/article.h"
#include "engine/records/comparison.h"
#include "engine/report/selection.h"

namespace rashomon {

struct TextOptions {
  bool color = false;       // ANSI colours
  std::size_t width = 100;  // columns; at least 40
  /// Name of an input -> URI that a terminal opens for it (OSC 8).
  std::map<std::string, std::string> targets = {};
  Selection selection = {};
};

/// For a terminal: the finding in one sentence, divergence as its sum, tone formulas and sharpest lines; the
/// facts of the event, what each side tells of the other; then divergences, reframings, agreements,
/// omissions, side by side from 100 columns on. Ends with a newline.
std::string text_report(const Comparison& comparison, const TextOptions& options = {});

/// The same findings as CommonMark with tables; hostile text is escaped. GitHub shows it, and Pandoc reads it
/// with --from gfm.
std::string markdown_report(const Comparison& comparison, const Selection& selection = {});

/// The same findings as one page for a browser, with the texts side by side. It stands alone: its policy lets
/// in its own style and script, by their hashes, and nothing else; without the script it is readable. The
/// same comparison gives the same bytes.
std::string html_report(const Comparison& comparison);

/// The contract `rashomon.comparison/1` (docs/comparison.schema.json). Keys in the contract's order, shortest
/// round-trip numbers; the same comparison gives the same bytes.
std::string json_report(const Comparison& comparison);
/// The same object on one line, without a line end.
std::string json_line(const Comparison& comparison);
/// What json_line() of every comparison with this stamp begins with.
std::string json_line_head(const EngineStamp& stamp);

/// File name -> content: the tables of report/tables.h, "links.csv" (RFC 4180, UTF-8, header row), and
/// datapackage.json, which describes them.
std::map<std::string, std::string> csv_report(const Comparison& comparison);

/// W3C Web Annotation (https://www.w3.org/TR/annotation-model/) as JSON-LD: one AnnotationCollection with one
/// page; an annotation a statement, tagged with its mode and concepts, and an annotation a link, from the
/// left statement to the right one, tagged with its relation. Places are a TextQuoteSelector and a
/// TextPositionSelector, which counts in comparison.offsets.
std::string annotations_report(const Comparison& comparison);

/// An article taken apart. For a terminal: every sentence under who tells it. `rashomon.article/1`
/// (docs/article.schema.json). RFC 4180: one row a sentence.
std::string article_text_report(const Article& article, const TextOptions& options = {});
std::string article_json_report(const Article& article, const std::string& engine_version);
std::string article_csv_report(const Article& article);

/// File name -> content, two a party: "us.txt", its passages, one a line, and "us.offsets.tsv", where each
/// stands there and in the article (begin, end, article_begin, article_end, sentence; code points).
std::map<std::string, std::string> article_files(const Article& article);

}  // namespace rashomon
