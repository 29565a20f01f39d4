// The compiled model, as the build step wrote it.
#include "engine/model/model.h"

extern "C" const char rashomon_model_begin[];
extern "C" const char rashomon_model_end[];

namespace rashomon {

Model Model::builtin() {
  return from_compiled(
      {rashomon_model_begin, static_cast<std::size_t>(rashomon_model_end - rashomon_model_begin)});
}

}  // namespace rashomon
