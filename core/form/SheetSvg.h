// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/FormLayout.h"

namespace inkling::form {

/// The modules of a QR code without its quiet zone.
struct CodeModules {
  int side = 0;
  std::vector<std::uint8_t> dark;  // [side, side]: 1 is dark
};

/// What the code of a page says.
struct PageCode {
  std::string form;   // its id
  int page = 1;       // from 1
  std::string check;  // see layout_check()
};

/// The text of a page's code, in characters that take little room in a QR code: "INKLING-K7Q2M9-1-3F9A".
std::string code_text(const Form& form, int page);

/// The inverse of code_text(). None for the text of another code.
std::optional<PageCode> parse_code_text(std::string_view text);

/// A page to print, as SVG in its real size.
std::string sheet_svg(const Form& form, const FormLayout& layout, const CodeModules& code);

}  // namespace inkling::form
