#include "engine/extractor/party_ids.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "engine/extractor/extractor.h"
#include "engine/records/error.h"
#include "engine/text/normalize.h"

namespace rashomon {
namespace {

bool is_id(const std::string& id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

const std::string& checked(const std::string& id, const std::string& place) {
  if (id == "uk") throw InputError(place, "the United Kingdom's id is gb", "write gb");
  if (!is_id(id)) {
    throw InputError(place, "'" + id + "' is no party id",
                     "write lower-case letters, digits and hyphens: us, cn, gb, eu");
  }
  return id;
}

// A known party among the parts of the file's name: "2024-04-02-us.txt" is "us".
std::string in_file_name(const std::string& name, const Lexicons& lexicons) {
  const std::string stem = fold(std::filesystem::path(name).stem().string());
  std::string part;
  std::string found;
  for (const char c : stem + '.') {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      part += c;
      continue;
    }
    if (lexicons.knows_party(part)) {
      if (!found.empty() && found != part) return {};  // "us-cn.txt" names both
      found = part;
    }
    part.clear();
  }
  return found;
}

std::string fallback(std::size_t index) {
  if (index < 2) return index == 0 ? "left" : "right";
  return "side-" + std::to_string(index + 1);
}

std::string party_of(const Document& document, const std::vector<Statement>& statements,
                     const std::string& given, std::size_t index, const Lexicons& lexicons) {
  if (!given.empty()) return checked(given, "party");
  if (document.party) return checked(fold(*document.party), document.name);
  if (std::string named = in_file_name(document.name, lexicons); !named.empty()) return named;
  return detect_party(document, statements, lexicons).value_or(fallback(index));
}

}  // namespace

std::vector<std::string> party_ids(const std::vector<Document>& documents,
                                   const std::vector<std::vector<Statement>>& statements,
                                   const std::vector<std::string>& given, const Lexicons& lexicons) {
  std::vector<std::string> ids;
  std::map<std::string, std::size_t> times;
  for (std::size_t k = 0; k < documents.size(); ++k) {
    const std::string id =
        party_of(documents[k], statements[k], k < given.size() ? given[k] : "", k, lexicons);
    const std::size_t time = ++times[id];
    ids.push_back(time == 1 ? id : id + '-' + std::to_string(time));
  }
  return ids;
}

std::string account_label(const std::string& id, const Lexicons& lexicons) {
  if (lexicons.knows_party(id)) return lexicons.party_label(id);
  const std::size_t hyphen = id.rfind('-');
  if (hyphen != std::string::npos && lexicons.knows_party(id.substr(0, hyphen))) {
    return lexicons.party_label(id.substr(0, hyphen)) + " (" + id.substr(hyphen + 1) + ")";
  }
  return id;
}

}  // namespace rashomon
