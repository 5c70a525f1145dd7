// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/form/CustomForm.h"
#include "core/form/FormJson.h"
#include "core/form/FormLayout.h"
#include "core/form/SheetSvg.h"
#include "wasm/Interop.h"

namespace inkling::wasm {

/// A function of the page that makes the modules of a text's QR code, [side, side] with 1 as dark. It must
/// not throw.
EMSCRIPTEN_DECLARE_VAL_TYPE(CodeEncoder)

/// A form as JSON and its pages as SVG, or why it can't be made.
struct MadeForm {
  std::string error, form;
  NameList pages{emscripten::val::array()};
};

/// The modules that the page made; none if they are no square.
inline std::optional<form::CodeModules> modules_of(const CodeEncoder& encode, const std::string& text) {
  form::CodeModules code{0, to_vector<std::uint8_t>(encode(text))};
  code.side = static_cast<int>(std::lround(std::sqrt(code.dark.size())));
  const auto side = static_cast<std::size_t>(code.side);
  if (code.dark.empty() || side * side != code.dark.size()) return std::nullopt;
  return code;
}

/// The pages of a form to print; a custom form has none.
inline Result<std::vector<std::string>> sheets_of(const form::Form& form, const CodeEncoder& encode) {
  std::vector<std::string> sheets;
  for (int page = 1, pages = form.is_custom() ? 0 : 1; page <= pages; ++page) {
    const auto layout = form::layout_of(form, page);
    if (!layout) return layout.error();
    pages = layout.value().pages;
    const auto code = modules_of(encode, form::code_text(form, page));
    if (!code) return Error{"The code of a page couldn't be made."};
    sheets.push_back(form::sheet_svg(form, layout.value(), *code));
  }
  return sheets;
}

/// Checks and completes a form, and lays out its pages.
inline MadeForm make_form(const std::string& json, const CodeEncoder& encode) {
  const auto form = form::parse_form(json);
  if (!form) return {error_json(form), ""};
  const auto sheets = sheets_of(form.value(), encode);
  if (!sheets) return {error_json(sheets), ""};
  return {"", form::form_json(form.value()), to_list<NameList>(sheets.value())};
}

/// Places a form, whose areas are in shares of a picture of its blank sheet, by what is found in it.
inline MadeForm anchor_form(const std::string& json, const Uint8Array& grey, int width, int height) {
  const auto form = form::parse_form(json, form::Anchor::picture);
  if (!form) return {error_json(form), ""};
  const auto blank = picture::make_grey_image(width, height, to_vector<std::uint8_t>(grey));
  if (!blank) return {error_json(Error{"The picture has another size."}), ""};
  return {"", form::form_json(form::anchored(form.value(), *blank))};
}

}  // namespace inkling::wasm
