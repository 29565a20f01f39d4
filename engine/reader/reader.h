// Bytes of any supported format -> documents.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/document.h"

namespace rashomon {

/// What the user says of an input; all else is told from the bytes.
struct ReadOptions {
  std::optional<std::string> encoding;  // any name ICU knows; overrides detection
};

/// Decodes and extracts one input.
///
/// Arrives: the bytes of a file. Leaves: one document (several for a JSON array or JSONL).
/// Format by name (.txt .md .html .htm .json .jsonl), else sniffed. Encoding by options, byte-order mark,
/// declared charset (HTML), strict UTF-8, the patterns of UTF-16 and GB18030, windows-1252, uchardet; decoded
/// strictly by ICU: nothing is replaced. Line ends stay as they are. HTML gives its main text, JSON its
/// "text". Throws InputError, naming place and cure: empty, binary, an encoding that is unknown, bytes that
/// it does not allow (the first, with its line), HTML too large or too deep, JSON that is invalid or without
/// "text".
std::vector<Document> read_documents(std::string_view bytes, const std::string& name,
                                     const ReadOptions& options = {});

/// The same for a path, or "-" for standard input. Throws InputError: no such file, a folder, not readable.
std::vector<Document> read_file(const std::string& path, const ReadOptions& options = {});

/// A text that is at hand: plain, whatever it looks like, so that spans count its own code points. `utf8`
/// must be valid UTF-8; `name` is for messages. Throws InputError: blank, control characters.
Document read_text(std::string utf8, const std::string& name);

/// The bytes of a file. Throws InputError: no such file, a folder, not readable.
std::string read_bytes(const std::string& path);
/// The same of a file of ours (a lexicon, a model). Throws InputError on bytes that are not UTF-8, too.
std::string read_utf8(const std::string& path);

}  // namespace rashomon
