#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace inkling {

/// The number that a text is: sign, digits, fraction and exponent as in "7.000e+00", with a point or, as
/// spreadsheets of many countries write it, a comma. Nothing for any other text, "NaN" and "inf" included.
/// The same on every platform, which strtod is not.
std::optional<double> parse_number(std::string_view text);

/// 0.9932 to six places as "0.993200". From 0 to a million.
std::string fixed_point(double number, int places);

}  // namespace inkling
