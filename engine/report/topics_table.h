// How much each account gives to each topic, and in what tone.
#pragma once

#include "engine/records/comparison.h"
#include "engine/report/terminal.h"

namespace rashomon {

/// A table with one row a topic; below the width that takes, a block of lines a topic.
void topics_table(Page& page, const Comparison& comparison);

}  // namespace rashomon
