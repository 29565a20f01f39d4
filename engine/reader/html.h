// An HTML page -> a document: its story and what its metadata say.
#pragma once

#include <string>

#include "engine/records/document.h"

namespace rashomon {

/// Fills text (main_text.h), title (og:title, else <title>, else <h1>), date (published time of the metadata,
/// else the first <time datetime>, as written), url (canonical link, else og:url) and language (as declared,
/// else empty). `html` must be valid UTF-8. Throws InputError: too large, nested too deeply, no text in it.
Document read_html(const std::string& html, const std::string& name);

}  // namespace rashomon
