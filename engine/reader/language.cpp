#include "engine/reader/language.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/reader/ascii.h"
#include "engine/text/code_points.h"
#include "engine/text/tokens.h"

namespace rashomon {
namespace {

// Enough to tell a script, and a language by its words. A long text is judged by its start.
constexpr std::size_t script_sample = std::size_t{64} * 1024;  // bytes
constexpr std::size_t words_sample = std::size_t{12} * 1024;   // about 2,000 words
// Of the words of a running text, function words are two fifths and more; those of a neighbour language reach
// a tenth.
constexpr double least_share = 0.15;

struct FunctionWords {
  std::string_view language;
  std::string_view words;  // blank before and after each
};

// Two letters and more, as plain_words() gives them; those that two languages share count for both.
constexpr std::array<FunctionWords, 6> function_words = {{
    {"en",
     " the of and to in that is for on with as was by are this be at from it has have had not will an which "
     "their they "
     "he his its we our were also or been but all both who would "},
    {"fr",
     " le la les des de du et en un une est dans que qui pour au aux avec sur par pas ce cette il elle ont "
     "sont nous "
     "leur leurs son sa ses plus ne se été mais ou "},
    {"de",
     " der die das und den dem des von zu mit ist für auf ein eine einen einer nicht im in sich auch es wir "
     "hat haben "
     "sie er als an bei nach wie über zum zur werden wird "},
    {"es",
     " el la los las de del que en un una por con para se su sus al es no lo como más entre este esta ha han "
     "sobre fue "
     "son también y "},
    {"it",
     " il la le gli di del della dei delle che in un una per con si sono al alla nel nella da dal è non come "
     "anche ha "
     "hanno su tra lo questo questa ed "},
    {"pt",
     " de do da dos das que em um uma para com por no na nos nas os as ao aos se não mais como foi pelo pela "
     "entre "
     "também sua seu são e "},
}};

enum class Script : std::uint8_t {
  latin,
  han,
  kana,
  hangul,
  cyrillic,
  arabic,
  greek,
  hebrew,
  thai,
  devanagari,
  none
};

Script script_of(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ? Script::latin : Script::none;
  if ((c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00)) return Script::latin;
  if (c >= 0x370 && c < 0x400) return Script::greek;
  if (c >= 0x400 && c < 0x530) return Script::cyrillic;
  if (c >= 0x590 && c < 0x600) return Script::hebrew;
  if ((c >= 0x600 && c < 0x780) || (c >= 0xFB50 && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF))
    return Script::arabic;
  if (c >= 0x900 && c < 0x980) return Script::devanagari;
  if (c >= 0xE00 && c < 0xE80) return Script::thai;
  if (c >= 0x3041 && c < 0x3100) return Script::kana;
  if ((c >= 0xAC00 && c < 0xD7A4) || (c >= 0x1100 && c < 0x1200)) return Script::hangul;
  if ((c >= 0x3400 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x32000))
    return Script::han;
  return Script::none;
}

struct Counts {
  std::array<std::size_t, 11> scripts{};  // letters
  std::size_t russian = 0;                // letters that the neighbour language does not have
  std::size_t ukrainian = 0;
  std::size_t arabic = 0;
  std::size_t persian = 0;

  std::size_t of(Script script) const { return scripts[static_cast<std::size_t>(script)]; }
};

bool among(char32_t c, std::u32string_view letters) { return letters.find(c) != std::u32string_view::npos; }

Counts count_letters(std::string_view utf8) {
  Counts counts;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto c = static_cast<char32_t>(next_code_point(utf8, at));
    ++counts.scripts[static_cast<std::size_t>(script_of(c))];
    if (c < 0x400) continue;
    if (among(c, U"ыэёъЫЭЁЪ")) ++counts.russian;
    if (among(c, U"іїєґІЇЄҐ")) ++counts.ukrainian;
    if (among(c, U"ةىيك")) ++counts.arabic;
    if (among(c, U"پچژگکی")) ++counts.persian;
  }
  return counts;
}

std::string_view start_of(std::string_view utf8, std::size_t bytes) {
  std::size_t end = std::min(utf8.size(), bytes);
  while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) --end;
  return utf8.substr(0, end);
}

// Empty where the text is in Latin letters, or in none.
std::string language_by_script(std::string_view utf8) {
  const Counts counts = count_letters(start_of(utf8, script_sample));
  const std::size_t east_asian = counts.of(Script::han) + counts.of(Script::kana) + counts.of(Script::hangul);
  const auto others = {Script::cyrillic, Script::arabic, Script::greek,
                       Script::hebrew,   Script::thai,   Script::devanagari};
  Script most = Script::cyrillic;
  for (const Script script : others) {
    if (counts.of(script) > counts.of(most)) most = script;
  }
  // A Chinese character is worth about three Latin letters of the same text in translation.
  if (east_asian * 3 <= counts.of(Script::latin) && counts.of(most) <= counts.of(Script::latin)) return "";
  if (east_asian * 3 > counts.of(most)) {
    // Japanese is a third and more kana, Korean nearly all hangul; Chinese quotes a name of either at most.
    if (counts.of(Script::hangul) * 2 > east_asian) return "ko";
    return counts.of(Script::kana) * 10 > east_asian ? "ja" : "zh";
  }
  switch (most) {
    case Script::cyrillic: return counts.ukrainian > counts.russian ? "uk" : "ru";
    case Script::arabic: return counts.persian > counts.arabic ? "fa" : "ar";
    case Script::greek: return "el";
    case Script::hebrew: return "he";
    case Script::thai: return "th";
    case Script::devanagari: return "hi";
    default: return "";
  }
}

// "en-US", "zh_Hans" -> "en", "zh"; empty where it is not of two letters.
std::string primary_subtag(std::string_view declared) {
  const std::string tag = lower_ascii(declared.substr(0, declared.find_first_of("-_")));
  const bool letters = std::all_of(tag.begin(), tag.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return tag.size() == 2 && letters ? tag : "";
}

bool written_in_latin(std::string_view language) {
  const auto is_it = [&](const FunctionWords& known) { return known.language == language; };
  return std::any_of(function_words.begin(), function_words.end(), is_it);
}

// Which languages have a function word, in the order of function_words.
std::unordered_map<std::string_view, std::bitset<function_words.size()>> languages_by_word() {
  std::unordered_map<std::string_view, std::bitset<function_words.size()>> languages;
  for (std::size_t k = 0; k < function_words.size(); ++k) {
    std::string_view rest = function_words[k].words.substr(1);
    for (; !rest.empty(); rest.remove_prefix(rest.find(' ') + 1)) {
      languages[rest.substr(0, rest.find(' '))].set(k);
    }
  }
  return languages;
}

}  // namespace

std::string latin_language(std::string_view utf8) {
  const std::vector<std::string> words = plain_words(start_of(utf8, words_sample));
  const auto languages_of = languages_by_word();
  std::array<std::size_t, function_words.size()> hits{};
  for (const std::string& word : words) {
    const auto languages = languages_of.find(word);
    if (languages == languages_of.end()) continue;
    for (std::size_t k = 0; k < hits.size(); ++k) hits[k] += languages->second[k];
  }
  const auto best = std::max_element(hits.begin(), hits.end());
  if (*best == 0 || static_cast<double>(*best) < least_share * static_cast<double>(words.size()))
    return "und";
  if (std::count(hits.begin(), hits.end(), *best) > 1) return "und";
  return std::string(function_words[static_cast<std::size_t>(best - hits.begin())].language);
}

std::string text_language(std::string_view utf8) {
  const std::string language = language_by_script(utf8);
  return language.empty() ? latin_language(utf8) : language;
}

std::string settle_language(std::string_view declared, std::string_view utf8) {
  std::string language = primary_subtag(declared);
  if (language.empty()) return text_language(utf8);
  std::string by_script = language_by_script(utf8);
  if (!by_script.empty() && written_in_latin(language)) return by_script;
  const bool other_script = language == "zh" || language == "ja" || language == "ko" || language == "ru" ||
                            language == "uk" || language == "ar" || language == "fa";
  if (by_script.empty() && other_script) {
    std::string latin = latin_language(utf8);
    if (latin != "und") return latin;
  }
  return language;
}

}  // namespace rashomon
