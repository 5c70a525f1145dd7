// SPDX-License-Identifier: MIT
#include "core/form/Form.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/base/Sha256.h"
#include "core/base/Text.h"

namespace inkling::form {

namespace {

constexpr std::size_t max_name_bytes = 200, max_id_length = 12;

/// Whether a text is a single non-blank line of valid UTF-8 without control characters.
bool is_name(std::string_view text) {
  return !trim(text, blanks).empty() && text.size() <= max_name_bytes &&
         escape_control_characters(text) == text;
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= max_id_length && std::ranges::all_of(text, [](char character) {
    return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
  });
}

/// A field and its place in the form, from 1, for errors.
struct PlacedField {
  const FormField& field;
  std::size_t place;

  Error error(const std::string& problem, ErrorCode code) const {
    return Error{"Field " + quoted(field.name) + ": " + problem}.with_code(
        code, {{"place", place}, {"name", field.name}});
  }
};

bool is_inside(const Area& area) {
  return area.left >= 0 && area.top >= 0 && area.right <= 1 && area.bottom <= 1 && area.left < area.right &&
         area.top < area.bottom;
}

Status check_area(const Form& form, const PlacedField& placed) {
  const std::optional<Area>& area = placed.field.area;
  if (form.is_custom() && !area)
    return placed.error("it has no place. Add \"area\": [left, top, right, bottom].", "fieldAreaMissing");
  if (!form.is_custom() && area)
    return placed.error("only a custom form has an \"area\". Leave it out.", "fieldAreaUnused");
  if (area && !is_inside(*area))
    return placed.error("its area must be four shares from 0 to 1: left, top, right, bottom.", "fieldArea");
  return success();
}

Status check_limits(const PlacedField& placed) {
  const FormField& field = placed.field;
  if (field.min && field.max && *field.min > *field.max)
    return placed.error("its min is above its max. Exchange them.", "fieldMinMax");
  const bool bounded = field.min || field.max;
  if (bounded && field.kind != FieldKind::digits && field.kind != FieldKind::decimal)
    return placed.error("only digits and decimals have a min and max. Leave them out.", "fieldNoMinMax");
  if (field.check_sum != CheckSum::none && field.kind != FieldKind::id && field.kind != FieldKind::digits)
    return placed.error("only digits and IDs have a check sum. Leave it out.", "fieldNoCheckSum");
  return success();
}

Error name_error(std::size_t place) {
  return Error{"Field " + std::to_string(place) + ": its name must be 1 to " +
               std::to_string(max_name_bytes) + " bytes of text on one line."}
      .with_code("fieldName", {{"place", place}, {"limit", max_name_bytes}});
}

Status check_field(const Form& form, const PlacedField& placed) {
  const FormField& field = placed.field;
  if (!is_name(field.name)) return name_error(placed.place);
  if (field.boxes < 1 || field.boxes > max_boxes) {
    Error error = placed.error("it needs 1 to " + std::to_string(max_boxes) + " boxes.", "fieldBoxes");
    error.values.push_back({"limit", max_boxes});
    return error;
  }
  if (field.kind == FieldKind::decimal && (field.decimals < 1 || field.decimals >= field.boxes))
    return placed.error("a decimal needs a box before the point, and one behind it.", "fieldDecimals");
  if (Status status = check_limits(placed); !status) return status;
  return check_area(form, placed);
}

Status check_row_names(const Form& form) {
  if (form.row_names.size() > static_cast<std::size_t>(form.rows))
    return Error{"There are more row names than rows. Add rows, or remove names."}.with_code(
        "formRowNames", {{"names", form.row_names.size()}, {"rows", form.rows}});
  const auto bad = std::ranges::find_if(
      form.row_names, [](const std::string& name) { return !name.empty() && !is_name(name); });
  if (bad == form.row_names.end()) return success();
  const auto row = static_cast<std::size_t>(bad - form.row_names.begin()) + 1;
  return Error{"Row " + std::to_string(row) + ": its name must be up to " + std::to_string(max_name_bytes) +
               " bytes of text on one line."}
      .with_code("formRowName", {{"row", row}, {"limit", max_name_bytes}});
}

/// Checks everything but the fields.
Status check_head(const Form& form) {
  if (!is_name(form.name))
    return Error{"The form's name must be 1 to " + std::to_string(max_name_bytes) +
                 " bytes of text on one line."}
        .with_code("formName", {{"limit", max_name_bytes}});
  if (!is_id(form.id))
    return Error{"The form's id must be 1 to " + std::to_string(max_id_length) + " of A-Z and 0-9."}
        .with_code("formId", {{"limit", max_id_length}});
  if (form.rows < 1 || form.rows > max_rows)
    return Error{"A form needs 1 to " + group_thousands(max_rows) + " rows."}.with_code(
        "formRows", {{"limit", max_rows}});
  if (form.is_custom() && form.rows != 1)
    return Error{"A custom form has 1 row. Add a field for each place."}.with_code("customFormRows");
  return check_row_names(form);
}

std::string area_text(const FormField& field) {
  std::string text;
  const Area area = field.area.value_or(Area{});
  for (const double share : {area.left, area.top, area.right, area.bottom})
    text += '|' + std::to_string(std::lround(share * 1e5));
  return text;
}

/// Encodes everything that affects the positions of the boxes, and the rows' names.
std::string layout_text(const Form& form) {
  std::string text =
      name_of(page_sizes, form.page) + '|' + name_of(anchors, form.anchor) + '|' + std::to_string(form.rows);
  for (const FormField& field : form.fields) {
    text += '|' + name_of(field_kinds, field.kind) + '|' + std::to_string(field.boxes) + '|' +
            std::to_string(field.decimals) + '|' + name_of(date_orders, field.order) + area_text(field);
  }
  for (const std::string& name : form.row_names) text += "|row " + name;
  return text;
}

/// The start of the text's SHA-256, encoded in an alphabet without ambiguous characters.
std::string short_hash(const std::string& text, std::size_t length) {
  constexpr std::string_view characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford's base 32
  const std::string digest = sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  std::string hash;
  for (std::size_t index = 0; index < length; ++index) {
    std::size_t byte = 0;
    std::from_chars(&digest[2 * index], &digest[2 * index] + 2, byte, 16);
    hash += characters[byte % characters.size()];
  }
  return hash;
}

}  // namespace

Status check_form(const Form& form) {
  if (Status status = check_head(form); !status) return status;
  const std::size_t max_fields = static_cast<std::size_t>(form.is_custom() ? max_areas : max_columns);
  if (form.fields.empty() || form.fields.size() > max_fields)
    return Error{"A form needs 1 to " + group_thousands(max_fields) + " fields."}.with_code(
        "formFields", {{"limit", max_fields}});
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    const FormField& field = form.fields[index];
    const PlacedField placed{field, index + 1};
    if (Status status = check_field(form, placed); !status) return status;
    const auto before = form.fields.begin() + static_cast<std::ptrdiff_t>(index);
    if (std::find_if(form.fields.begin(), before,
                     [&](const FormField& other) { return other.name == field.name; }) != before)
      return placed.error("two fields have this name. Rename one.", "fieldNameTwice");
  }
  return success();
}

FormField completed(FormField field) {
  if (field.kind == FieldKind::date) field.boxes = 8;
  if (field.kind == FieldKind::tick) field.boxes = 1;
  if (field.kind != FieldKind::decimal) field.decimals = 0;
  if (field.kind != FieldKind::date) field.order = DateOrder::day_month_year;
  if (field.kind == FieldKind::date || field.kind == FieldKind::id) field.fixed_length = true;
  return field;
}

std::string default_id(const Form& form) {
  std::string text = form.name + '|' + layout_text(form);
  for (const FormField& field : form.fields) text += '|' + field.name;
  return short_hash(text, 6);
}

std::string layout_check(const Form& form) {
  return short_hash(layout_text(form), 4);
}

}  // namespace inkling::form
