#include "engine/reader/binary.h"

#include <cstddef>

#include "engine/reader/place.h"
#include "engine/records/error.h"

namespace rashomon {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view convert = "convert it to text first";
constexpr std::string_view unpack = "unpack it first";

struct Magic {
  std::string_view bytes;  // at the start of the file
  std::string_view kind;
  std::string_view cure;
};

constexpr Magic known[] = {
    {"%PDF-"sv, "a PDF document", "convert it to text first (pdftotext)"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Word, Excel or PowerPoint document", convert},
    {"{\\rtf"sv, "an RTF document", convert},
    {"%!PS"sv, "a PostScript document", convert},
    {"\x89PNG\r\n"sv, "a PNG image", convert},
    {"\xFF\xD8\xFF"sv, "a JPEG image", convert},
    {"GIF87a"sv, "a GIF image", convert},
    {"GIF89a"sv, "a GIF image", convert},
    {"II*\0"sv, "a TIFF image", convert},
    {"MM\0*"sv, "a TIFF image", convert},
    {"RIFF"sv, "a WebP image, sound or film", convert},
    {"OggS"sv, "an Ogg sound or film", convert},
    {"\x1F\x8B"sv, "a gzip archive", unpack},
    {"BZh91AY&SY"sv, "a bzip2 archive", unpack},
    {"\xFD\x37zXZ\0"sv, "an xz archive", unpack},
    {"\x28\xB5\x2F\xFD"sv, "a Zstandard archive", unpack},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive", unpack},
    {"Rar!\x1A"sv, "a RAR archive", unpack},
    {"SQLite format 3\0"sv, "an SQLite database", "export its texts as JSONL first"},
    {"\x7F"
     "ELF"sv,
     "a program", "name a text file"},
};

// The ZIP formats that a person is likely to hand in tell themselves by the names of their first members.
Magic zip_kind(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  const auto holds = [&](std::string_view part) { return head.find(part) != std::string_view::npos; };
  if (holds("application/epub")) return {{}, "an EPUB book", convert};
  if (holds("opendocument")) return {{}, "an OpenDocument file", convert};
  if (holds("word/")) return {{}, "a Word document", "save it as plain text first"};
  if (holds("[Content_Types].xml"))
    return {{}, "an Office document (Word, Excel or PowerPoint)", "save it as plain text first"};
  return {{}, "a ZIP archive", unpack};
}

[[noreturn]] void refuse(const Magic& magic, const std::string& name) {
  throw InputError(name, "is " + std::string(magic.kind) + ", not a text", std::string(magic.cure));
}

// Stray controls happen in texts copied from word processors; a hundredth of all characters is no accident.
constexpr std::size_t characters_per_control = 100;

}  // namespace

void refuse_known_binary(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("PK\x03\x04"sv)) refuse(zip_kind(bytes), name);
  for (const Magic& magic : known) {
    if (bytes.starts_with(magic.bytes)) refuse(magic, name);
  }
}

void refuse_control_characters(std::string_view utf8, const std::string& name) {
  const std::string cure = "convert it to text first, or name its encoding with --encoding";
  std::size_t controls = 0;
  std::size_t first = std::string_view::npos;
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    if (utf8[at] == '\0')
      throw InputError(line_place(name, utf8, at), "is binary: it holds NUL characters", cure);
    if (!is_odd_control(static_cast<unsigned char>(utf8[at]))) continue;
    if (controls++ == 0) first = at;
  }
  if (controls * characters_per_control > utf8.size()) {
    throw InputError(line_place(name, utf8, first), "is binary: it holds control characters", cure);
  }
}

}  // namespace rashomon
