// The engine's own version.
#pragma once

#include <string_view>

namespace rashomon {

/// Semantic version of the engine: "0.1.0".
std::string_view version();

}  // namespace rashomon
