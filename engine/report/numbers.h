// Figures as reports print them: the same on every machine, whatever its locale.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rashomon {

/// "0.58", "-0.31"; never "-0.00". With `sign`, also "+0.58".
std::string fixed(double value, int decimals = 2, bool sign = false);

/// The shortest text that reads back as the same double; -0 as "0".
std::string shortest(double value);

/// "1,234,567".
std::string grouped(std::size_t value);

/// Parts rounded to hundredths so that they still add up to their own sum's rounding (largest remainders).
/// Parts must be finite and not negative.
std::vector<double> rounded_parts(const std::vector<double>& parts);

}  // namespace rashomon
