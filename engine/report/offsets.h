// The offsets of a comparison in another unit, for programs that do not count code points.
#pragma once

#include "engine/records/comparison.h"

namespace rashomon {

/// Every span of the comparison turned from code points into the unit, once, before any report: `offsets`
/// then names the unit, and so does the engine's option "offsets". `comparison.offsets` must be code points.
Comparison with_offsets(Comparison comparison, OffsetUnit unit);

}  // namespace rashomon
