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
  std::vector<std::uint8_t> dark;  // [side, side], where 1 is dark
};

/// The content of a page's code.
struct PageCode {
  std::string form;   // id of the form
  int page = 1;       // from 1
  std::string check;  // see layout_check()
};

/// The text of a page's code, such as "INKLING-K7Q2M9-1-3F9A", in the compact alphanumeric mode of QR codes.
std::string code_text(const Form& form, int page);

/// The inverse of code_text(). None if the text isn't that of a page's code.
std::optional<PageCode> parse_code_text(std::string_view text);

/// A page to print, as SVG in real size.
std::string sheet_svg(const Form& form, const FormLayout& layout, const CodeModules& code);

}  // namespace inkling::form
