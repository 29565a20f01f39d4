// The words of an account that the facts panel shows.
#pragma once

#include <cstddef>

#include "engine/records/comparison.h"
#include "engine/records/statement.h"
#include "engine/scorer/cues.h"

namespace rashomon {

/// Tokens of the statement `index`, without the marks around them.
FactValue value_of(const Account& account, std::size_t index, TokenRange words);

/// The whole statement.
FactValue value_of(const Account& account, std::size_t index);

}  // namespace rashomon
