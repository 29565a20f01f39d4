#include "cli/heap.h"

#include <cstdint>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

namespace rashomon::cli {

void prepare_heap() {
#ifdef __GLIBC__
  constexpr std::size_t kSize = std::size_t{24} << 20U;  // what a comparison of two long readouts takes
  constexpr std::uintptr_t kPage = 4096;
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
  char* const heap = static_cast<char*>(std::malloc(kSize));
  if (heap == nullptr) return;
  const std::size_t skip = kPage - reinterpret_cast<std::uintptr_t>(heap) % kPage;
  madvise(heap + skip, kSize - skip, MADV_HUGEPAGE);
  std::free(heap);
#endif
}

}  // namespace rashomon::cli
