// The fingerprint of an input, by which a report names exactly what it read.
#pragma once

#include <string>
#include <string_view>

namespace rashomon {

/// SHA-256 (FIPS 180-4) of the bytes: 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace rashomon
