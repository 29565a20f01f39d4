#include "engine/version.h"

namespace rashomon {

std::string_view version() { return RASHOMON_VERSION; }

}  // namespace rashomon
