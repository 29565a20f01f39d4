#include "engine/reader/reader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <system_error>
#include <utility>

#include "engine/reader/ascii.h"
#include "engine/reader/binary.h"
#include "engine/reader/encoding.h"
#include "engine/reader/html.h"
#include "engine/reader/json.h"
#include "engine/reader/language.h"
#include "engine/records/error.h"
#include "engine/text/code_points.h"
#include "engine/text/digest.h"

namespace rashomon {
namespace {

// ICU counts in 32 bits; no account of an event comes near.
constexpr std::size_t max_bytes = std::size_t{512} << 20U;

enum class Format : std::uint8_t { plain, markdown, html, json, json_lines };

std::optional<Format> format_by_name(const std::string& name) {
  constexpr std::array<std::pair<std::string_view, Format>, 9> endings = {{
      {".txt", Format::plain},
      {".text", Format::plain},
      {".md", Format::markdown},
      {".markdown", Format::markdown},
      {".html", Format::html},
      {".htm", Format::html},
      {".xhtml", Format::html},
      {".json", Format::json},
      {".jsonl", Format::json_lines},
  }};
  const std::string lower_name = lower_ascii(name);
  for (const auto& [ending, format] : endings) {
    if (lower_name.ends_with(ending)) return format;
  }
  return std::nullopt;
}

bool looks_like_html(std::string_view text) {
  const std::string start =
      lower_ascii(text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()), 1024));
  if (start.starts_with("<?xml") || start.starts_with("<!--"))
    return start.find("<html") != std::string::npos;
  constexpr std::array<std::string_view, 4> starts = {"<!doctype html", "<html", "<head", "<body"};
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view tag) { return start.starts_with(tag); });
}

// A text may begin with a bracket; an object begins with a key, an array of documents with an object.
std::optional<Format> sniffed_json(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find_first_not_of(blanks, first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  if (text[first] == '[' && text[second] == '{') return Format::json;
  if (text[first] != '{' || text[second] != '"') return std::nullopt;
  // JSON Lines where the first line is closed and another follows
  const std::size_t line_end = std::min(text.find('\n', first), text.size());
  const std::size_t closed = text.find_last_not_of(blanks, line_end - 1);
  const bool more = text.find_first_not_of(blanks, line_end) != std::string_view::npos;
  return text[closed] == '}' && more ? Format::json_lines : Format::json;
}

Format sniffed_format(std::string_view text) {
  if (looks_like_html(text)) return Format::html;
  return sniffed_json(text).value_or(Format::plain);
}

std::string media_type(Format format) {
  switch (format) {
    case Format::plain: return "text/plain";
    case Format::markdown: return "text/markdown";
    case Format::html: return "text/html";
    case Format::json:
    case Format::json_lines: return "application/json";
  }
  return "text/plain";
}

Document plain_document(std::string text, const std::string& name) {
  Document document;
  document.name = name;
  document.text = std::move(text);
  return document;
}

std::vector<Document> documents_of(std::string text, Format format, const std::string& name) {
  switch (format) {
    case Format::html: return {read_html(text, name)};
    case Format::json: return read_json(text, name);
    case Format::json_lines: return read_json_lines(text, name);
    case Format::plain:
    case Format::markdown: break;
  }
  return {plain_document(std::move(text), name)};
}

// White space and what is as invisible; stops at the first character that can be read.
bool holds_only_blanks(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const auto c = static_cast<char32_t>(next_code_point(utf8, at));
    const bool blank = (c >= 0x09 && c <= 0x0D) || c == U' ' || c == 0x85 || c == 0xA0 ||
                       (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
                       c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
    if (!blank) return false;
  }
  return true;
}

// Which of several documents a message is about.
std::string place_of(const Document& document, std::size_t number, std::size_t count) {
  if (count == 1) return document.name;
  return document.name + ": document " + (document.id ? "'" + *document.id + "'" : std::to_string(number));
}

// Checks a document's text and fills in what is told from it.
void settle(Document& document, const std::string& place, Format format) {
  refuse_control_characters(document.text, place);
  if (holds_only_blanks(document.text)) throw InputError(place, "its text is empty", "give it a text");
  document.characters = count_code_points(document.text);
  document.media_type = media_type(format);
  document.language = settle_language(document.language, document.text);
  document.extracted = format != Format::plain && format != Format::markdown;
}

[[noreturn]] void refuse_file(const std::string& path, int error) {
  throw InputError(path, std::string("cannot be read: ") + std::generic_category().message(error),
                   "check the path and its permissions");
}

// `most`: bytes that will do; a stream that never ends is left there.
std::string read_all(std::istream& in, const std::string& name, std::size_t most) {
  std::string bytes;
  std::array<char, 65536> buffer{};
  while (in.read(buffer.data(), buffer.size()), in.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > most) break;
  }
  if (in.bad()) refuse_file(name, errno);
  return bytes;
}

// At most `most` bytes and a few more.
std::string read_start(const std::string& path, std::size_t most) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw InputError(path, "no such file", "check the path");
  }
  if (std::filesystem::is_directory(status)) throw InputError(path, "is a folder", "name a file in it");
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) refuse_file(path, errno);
  return read_all(in, path, most);
}

}  // namespace

std::vector<Document> read_documents(std::string_view bytes, const std::string& name,
                                     const ReadOptions& options) {
  if (bytes.size() > max_bytes) throw InputError(name, "is larger than 512 MB", "cut it into smaller files");
  refuse_known_binary(bytes, name);
  const auto named = format_by_name(name);
  const bool html = named == Format::html || (!named && looks_like_html(bytes));
  Decoded decoded = decode(bytes, name, options.encoding, html);
  refuse_control_characters(decoded.text, name);
  if (holds_only_blanks(decoded.text))
    throw InputError(name, "is empty", "give a file that holds an account's text");
  const Format format = named.value_or(sniffed_format(decoded.text));

  std::vector<Document> documents = documents_of(std::move(decoded.text), format, name);
  const std::string sha256 = sha256_hex(bytes);
  for (std::size_t k = 0; k < documents.size(); ++k) {
    settle(documents[k], place_of(documents[k], k + 1, documents.size()), format);
    documents[k].sha256 = sha256;
    documents[k].encoding = decoded.encoding;
  }
  return documents;
}

Document read_text(std::string utf8, const std::string& name) {
  Document document = plain_document(std::move(utf8), name);
  settle(document, name, Format::plain);
  document.sha256 = sha256_hex(document.text);
  document.encoding = "UTF-8";
  return document;
}

std::vector<Document> read_file(const std::string& path, const ReadOptions& options) {
  const std::string bytes = path == "-" ? read_all(std::cin, path, max_bytes) : read_start(path, max_bytes);
  return read_documents(bytes, path, options);
}

std::string read_bytes(const std::string& path) {
  return read_start(path, std::numeric_limits<std::size_t>::max());
}

std::string read_utf8(const std::string& path) {
  std::string bytes = read_bytes(path);
  if (const std::size_t bad = first_invalid_byte(bytes); bad != std::string::npos) {
    throw InputError(path, "byte " + std::to_string(bad) + " is not UTF-8", "save the file as UTF-8");
  }
  return bytes;
}

}  // namespace rashomon
