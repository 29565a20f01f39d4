// How the program asks the system for memory.
#pragma once

namespace rashomon::cli {

/// A heap that is kept and lies in huge pages where the system has them: the first touches of small pages
/// would take half of a comparison's time. Call before anything else allocates much. Does nothing where the C
/// library is not glibc.
void prepare_heap();

}  // namespace rashomon::cli
