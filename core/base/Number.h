// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace inkling {

/// Parses a decimal number such as "-7.25e+01"; the decimal separator is a point or a comma, as spreadsheets
/// write it in many countries. The result is the nearest double, ties to even, and infinite if the number is
/// too large. Returns nothing for any other text, "NaN" and "inf" included. Unlike strtod it never depends on
/// the locale.
std::optional<double> parse_number(std::string_view text);

/// The shortest decimal that reads back as `number`.
std::string to_shortest(float number);

/// `number`, from 0 to a million, rounded to `places` decimal places: 0.9932 to six places is "0.993200".
std::string to_fixed(double number, int places);

}  // namespace inkling
