// Which Unicode data the engine runs on: it may move where a sentence or a line ends.
#pragma once

#include <string>

namespace rashomon {

/// Version of the ICU library in use, "72.1".
std::string icu_version();

/// Version of the Unicode data in use, "15.0".
std::string unicode_version();

}  // namespace rashomon
