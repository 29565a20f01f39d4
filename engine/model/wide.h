// Wider registers where the machine has them, for loops whose outcome is the same in any width: whole
// numbers, comparisons.
#pragma once

#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define RASHOMON_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define RASHOMON_WIDE
#endif
