// SPDX-License-Identifier: MIT
#include "core/form/FormJson.h"
#include "core/form/SheetSvg.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

namespace {

/// An accepted form is the same after writing and reading.
void check_json(const form::Form& accepted) {
  const Result<form::Form> again = form::parse_form(form::form_json(accepted));
  fuzz::require(again && again.value() == accepted);
}

/// Its sheets can be laid out and printed, and their code is understood, unless it is refused.
void check_sheet(const form::Form& accepted) {
  const Result<form::FormLayout> layout = form::layout_of(accepted);
  if (!layout) return;
  fuzz::require(!form::sheet_svg(accepted, layout.value(), {2, {1, 0, 0, 1}}).empty());
  const auto code = form::parse_code_text(form::code_text(accepted, layout.value().pages));
  fuzz::require(code && code->form == accepted.id && code->page == layout.value().pages);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<form::Form> parsed = form::parse_form(fuzz::text_of(data, size));
  if (!parsed) return 0;
  check_json(parsed.value());
  if (!parsed.value().is_custom()) check_sheet(parsed.value());
  return 0;
}
