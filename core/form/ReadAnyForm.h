// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/form/ReadForm.h"

namespace inkling::form {

/// The reading of a page of one of several forms.
struct FormReading {
  std::size_t form = 0;  // index of the form
  PageReading page = {};
};

/// Reads a picture as a page of one of the forms: a printed sheet as the form that its code names, any other
/// picture as the first custom form. None if it shows no sheet and there is no custom form. The error says
/// why a sheet can't be read. Sheets are recognised even if there are no forms.
Result<std::optional<FormReading>> read_any_form(const recognize::Recognizer& recognizer,
                                                 const picture::GreyImage& picture,
                                                 std::span<const Form> forms, const CodeReader& read_code);

}  // namespace inkling::form
