// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/form/Form.h"

namespace inkling::form {

/// A form from its JSON, which is not trusted: errors name the field and the remedy. "format" and "version"
/// may be left out, as may "id", "page", "rows", whatever a field's kind decides, and "anchor", for which
/// `anchor` is taken.
Result<Form> parse_form(std::string_view json, Anchor anchor = Anchor::marks);

/// The inverse of parse_form(), with a line for each field.
std::string form_json(const Form& form);

/// Fields from "Name:kind:boxes, ...", such as "Points:digits:3, Mark:decimal:2.1, Day:date, Present:tick,
/// Pupil:id:6". Without a kind, a field is three digits.
Result<std::vector<FormField>> parse_columns(std::string_view text);

}  // namespace inkling::form
