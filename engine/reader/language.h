// Which language a text is in: by its script, and by its commonest words where the script is Latin.
#pragma once

#include <string>
#include <string_view>

namespace rashomon {

/// ISO 639-1 of a text: zh, ja, ko, ru, uk, ar, fa, el, he, th, hi by script and letters; else
/// latin_language(). `utf8` must be valid UTF-8; a text of several scripts goes by the one that holds most of
/// its words.
std::string text_language(std::string_view utf8);

/// en, fr, de, es, it or pt by the share of their function words (the, le, der ...); "und" where none has
/// enough.
std::string latin_language(std::string_view utf8);

/// The language that metadata declare ("en-US" -> "en"), else text_language(). A declaration does not count
/// where the text is in another script: many Chinese pages are made from an English template.
std::string settle_language(std::string_view declared, std::string_view utf8);

}  // namespace rashomon
