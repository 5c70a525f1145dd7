// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/form/Form.h"

namespace inkling::form {

/// Parses untrusted JSON. Errors name the field and the remedy. "format", "version", "id", "page", "rows",
/// "row_names" and the properties that a field's kind determines are optional. So is "anchor", whose default
/// is `anchor`.
Result<Form> parse_form(std::string_view json, Anchor anchor = Anchor::marks);

/// The inverse of parse_form(), with a line per field.
std::string form_json(const Form& form);

/// Parses fields in the notation "Name:kind:boxes, ...", such as "Points:digits:3, Mark:decimal:2.1,
/// Day:date, Present:tick, Pupil:id:6". The default is three digits.
Result<std::vector<FormField>> parse_columns(std::string_view text);

}  // namespace inkling::form
