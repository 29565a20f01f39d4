#include "cli/hyperlinks.h"

#include <unistd.h>

#include <cctype>
#include <cstdio>
#include <string_view>
#include <system_error>

namespace rashomon::cli {
namespace {

namespace fs = std::filesystem;

/// Without it a terminal on another machine would look for the file there.
std::string host_name() {
  char name[256] = "";
  return ::gethostname(name, sizeof name - 1) == 0 ? name : "";
}

std::string escaped(std::string_view path) {
  std::string out;
  for (const char byte : path) {
    const auto value = static_cast<unsigned char>(byte);
    const bool plain = value < 0x80 && (std::isalnum(value) != 0 ||
                                        std::string_view("-._~/").find(byte) != std::string_view::npos);
    char code[4];
    std::snprintf(code, sizeof code, "%%%02X", value);
    out += plain ? std::string(1, byte) : code;
  }
  return out;
}

}  // namespace

std::string file_uri(const fs::path& path) {
  return "file://" + escaped(host_name()) + escaped(path.string());
}

std::map<std::string, std::string> file_uris(const std::vector<std::string>& inputs) {
  std::map<std::string, std::string> uris;
  for (const std::string& input : inputs) {
    std::error_code error;
    const fs::path path = fs::absolute(input, error);
    if (!error && fs::is_regular_file(path, error)) uris[input] = file_uri(path);
  }
  return uris;
}

}  // namespace rashomon::cli
