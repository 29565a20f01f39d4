// What the reader hands on: one input text and what is known of its source.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace rashomon {

/// One input text as UTF-8. Spans of all later records count its code points.
struct Document {
  std::string name;               // file name as given, "-" for standard input
  std::string text;               // valid UTF-8, never normalised; without byte-order mark
  std::size_t characters = 0;     // code points in text
  std::string sha256;             // of the input bytes, 64 lower-case hexadecimal digits
  std::string media_type;         // "text/plain", "text/markdown", "text/html" or "application/json"
  std::string encoding;           // of the input bytes, as ICU names it: "UTF-8", "GB18030", ...
  std::string language;           // ISO 639-1: "en", "zh", ...; "und" where it cannot be told
  bool extracted = false;         // text was taken out of HTML or JSON: spans count the extract, not the file
  std::optional<std::string> id;  // JSON "id"
  std::optional<std::string> party;  // JSON "party"
  std::optional<std::string> title;  // JSON key, HTML metadata
  std::optional<std::string> date;   // as the input writes it; ISO 8601 where it is metadata
  std::optional<std::string> url;    // JSON key, canonical address of an HTML page
};

}  // namespace rashomon
