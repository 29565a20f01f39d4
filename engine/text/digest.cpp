#include "engine/text/digest.h"

#include <sha2.h>
#include <sys/types.h>  // sha2.h needs it

#include <array>
#include <cstdint>
#include <stdexcept>

namespace rashomon {

std::string sha256_hex(std::string_view bytes) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> hex{};
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (SHA256Data(data, bytes.size(), hex.data()) == nullptr)
    throw std::runtime_error("libmd gives no SHA-256");
  return hex.data();
}

}  // namespace rashomon
