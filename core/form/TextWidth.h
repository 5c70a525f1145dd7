// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace inkling::form {

/// The width of a text in Helvetica, or in Arial, which has the same widths. Characters other than ASCII
/// count as wide ones.
double text_width(std::string_view text, double font_size);

}  // namespace inkling::form
