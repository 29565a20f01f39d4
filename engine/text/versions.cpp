#include "engine/text/versions.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

namespace rashomon {
namespace {

std::string text_of(const UVersionInfo& version) {
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(version, text);
  return text;
}

}  // namespace

std::string icu_version() {
  UVersionInfo version;
  u_getVersion(version);
  return text_of(version);
}

std::string unicode_version() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return text_of(version);
}

}  // namespace rashomon
