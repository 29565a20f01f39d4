// Addresses of files that a terminal opens.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace rashomon::cli {

/// "file://HOST/a/b%20c.txt" of an absolute path: bytes other than letters, digits and -._~/ are escaped (RFC
/// 8089, RFC 3986).
std::string file_uri(const std::filesystem::path& path);

/// Input -> its address, of those that are files.
std::map<std::string, std::string> file_uris(const std::vector<std::string>& inputs);

}  // namespace rashomon::cli
