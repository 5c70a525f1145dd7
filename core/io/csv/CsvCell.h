// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace inkling::io {

/// A text as a cell of a CSV file (RFC 4180), in quotes if need be. One that a spreadsheet would take for a
/// formula begins with an apostrophe; a number such as "-3.14" is none.
std::string csv_cell(std::string_view text);

}  // namespace inkling::io
