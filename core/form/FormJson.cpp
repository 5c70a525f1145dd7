// SPDX-License-Identifier: MIT
#include "core/form/FormJson.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/base/JsonParser.h"
#include "core/base/Text.h"

namespace inkling::form {

namespace {

constexpr std::string_view format_name = "inkling-form";
constexpr int format_version = 1;
constexpr std::size_t max_json_bytes = 1 << 20;

/// The shortest decimal that reads back as the same number.
std::string number_text(double number) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number);
  return {text.data(), end.ptr};
}

template <class Enum, std::size_t count>
std::string list_names_of(const std::array<EnumName<Enum>, count>& names,
                          std::string_view before_last = " or ") {
  std::string list;
  for (const auto& entry : names)
    list += std::string(list.empty()              ? ""
                        : &entry == &names.back() ? before_last
                                                  : ", ") +
            std::string(entry.name);
  return list;
}

/// Reads the values of a JSON object: the form, or its field at `place`, from 1. Keeps a value whose key is
/// missing. After the first error, reads nothing more.
class ObjectReader {
 public:
  explicit ObjectReader(const JsonValue& object, std::size_t place = 0) : object_(object), place_(place) {}

  void text(std::string_view key, std::string& value) {
    const JsonValue* item = find(key);
    if (item == nullptr) return;
    if (!item->is_string()) return fail(key, "text", "a text in quotes");
    value = item->string;
  }

  void texts(std::string_view key, std::vector<std::string>& values) {
    const JsonValue* item = find(key);
    if (item == nullptr) return;
    if (!item->is_array() || !std::ranges::all_of(item->items, &JsonValue::is_string))
      return fail(key, "texts", "a list of texts in quotes");
    for (const JsonValue& text : item->items) values.push_back(text.string);
  }

  void whole_number(std::string_view key, int& value) {
    constexpr std::uint64_t max = 1000000;
    const JsonValue* item = find(key);
    if (item == nullptr) return;
    const auto number = item->as_uint64();
    if (!number || *number > max) return fail(key, "wholeNumber", "a whole number");
    value = static_cast<int>(*number);
  }

  void number(std::string_view key, std::optional<double>& value) {
    constexpr double max = 1e12;
    const JsonValue* item = find(key);
    if (item == nullptr) return;
    if (!item->is_number() || std::abs(item->number) > max) return fail(key, "number", "a number");
    value = item->number;
  }

  void flag(std::string_view key, bool& value) {
    const JsonValue* item = find(key);
    if (item == nullptr) return;
    if (item->kind != JsonValue::Kind::boolean) return fail(key, "flag", "true or false");
    value = item->number != 0;
  }

  template <class Enum, std::size_t count>
  void name(std::string_view key, const std::array<EnumName<Enum>, count>& names, Enum& value) {
    const JsonValue* item = find(key);
    if (item == nullptr) return;
    const auto found = item->is_string() ? find_by_name(names, item->string) : std::nullopt;
    if (!found) return fail(key, "choice", list_names_of(names), list_names_of(names, ", "));
    value = *found;
  }

  void area(std::string_view key, std::optional<Area>& value) {
    const JsonValue* item = find(key);
    if (item == nullptr) return;
    if (!item->is_array() || item->items.size() != 4 ||
        !std::ranges::all_of(item->items, &JsonValue::is_number))
      return fail(key, "area", "four numbers: left, top, right, bottom");
    value = Area{item->items[0].number, item->items[1].number, item->items[2].number, item->items[3].number};
  }

  /// `expected` and `choices` are for front ends that translate the error.
  void fail(std::string_view key, std::string expected, const std::string& in_words,
            std::string choices = "") {
    const std::string field = place_ > 0 ? "Field " + std::to_string(place_) + ": " : "";
    status_ = Error{field + "\"" + std::string(key) + "\" must be " + in_words + "."}.with_code(
        "formValue", {{"place", place_},
                      {"key", std::string(key)},
                      {"expected", std::move(expected)},
                      {"choices", std::move(choices)}});
  }

  const Status& status() const { return status_; }

 private:
  const JsonValue* find(std::string_view key) const { return status_ ? object_.find(key) : nullptr; }

  const JsonValue& object_;
  std::size_t place_;
  Status status_ = success();
};

Result<FormField> parse_field(const JsonValue& json, std::size_t index) {
  const std::size_t place = index + 1;
  if (!json.is_object())
    return Error{"Field " + std::to_string(place) +
                 ": must be an object, such as {\"name\": \"Points\", \"boxes\": 3}."}
        .with_code("formFieldObject", {{"place", place}});
  FormField field;
  ObjectReader reader(json, place);
  reader.text("name", field.name);
  reader.name("kind", field_kinds, field.kind);
  reader.whole_number("boxes", field.boxes);
  reader.whole_number("decimals", field.decimals);
  reader.flag("fixed", field.fixed_length);
  reader.number("min", field.min);
  reader.number("max", field.max);
  reader.name("check_sum", check_sums, field.check_sum);
  reader.name("order", date_orders, field.order);
  reader.area("area", field.area);
  if (!reader.status()) return reader.status().error();
  return completed(std::move(field));
}

/// Parses everything but the fields.
Result<Form> parse_head(const JsonValue& json, Anchor anchor) {
  Form form{.anchor = anchor};
  std::string format(format_name);
  int version = format_version;
  ObjectReader reader(json);
  reader.text("format", format);
  reader.whole_number("version", version);
  reader.text("name", form.name);
  reader.text("id", form.id);
  reader.name("page", page_sizes, form.page);
  reader.name("anchor", anchors, form.anchor);
  reader.whole_number("rows", form.rows);
  reader.texts("row_names", form.row_names);
  if (!reader.status()) return reader.status().error();
  if (format != format_name)
    return Error{"This is not a form. Make one with inkling form new."}.with_code("notForm");
  if (version != format_version)
    return Error{"This form is of a newer version. Please update Inkling."}.with_code("newerForm");
  return form;
}

std::string field_json(const FormField& field) {
  std::string json = "{\"name\": " + json_string(field.name) +
                     ", \"kind\": " + json_string(name_of(field_kinds, field.kind)) +
                     ", \"boxes\": " + std::to_string(field.boxes);
  if (field.kind == FieldKind::decimal) json += ", \"decimals\": " + std::to_string(field.decimals);
  if (field.fixed_length) json += ", \"fixed\": true";
  if (field.min) json += ", \"min\": " + number_text(*field.min);
  if (field.max) json += ", \"max\": " + number_text(*field.max);
  if (field.check_sum != CheckSum::none)
    json += ", \"check_sum\": " + json_string(name_of(check_sums, field.check_sum));
  if (field.kind == FieldKind::date) json += ", \"order\": " + json_string(name_of(date_orders, field.order));
  if (field.area) {
    json += ", \"area\": [" + number_text(field.area->left) + ", " + number_text(field.area->top) + ", " +
            number_text(field.area->right) + ", " + number_text(field.area->bottom) + "]";
  }
  return json + "}";
}

/// The property of the rows' names, or "" if they have none.
std::string row_names_json(const Form& form) {
  std::string json;
  for (const std::string& name : form.row_names) json += (json.empty() ? "" : ", ") + json_string(name);
  return json.empty() ? "" : ",\n  \"row_names\": [" + json + "]";
}

std::optional<int> parse_count(std::string_view text) {
  int count = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), count);
  if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size()) return std::nullopt;
  return count;
}

/// Parses "3" for three boxes, or "2.1" for two boxes before the decimal point and one after it.
bool parse_boxes(std::string_view text, FormField& field) {
  const std::size_t point = text.find('.');
  const auto before = parse_count(text.substr(0, point));
  const auto behind = point == text.npos ? std::optional(0) : parse_count(text.substr(point + 1));
  if (!before || !behind || std::max(*before, *behind) > max_boxes) return false;
  field.boxes = *before + *behind;
  field.decimals = *behind;
  return (field.decimals > 0) == (field.kind == FieldKind::decimal);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(separator); end != text.npos; end = text.find(separator)) {
    parts.push_back(trim(text.substr(0, end), blanks));
    text.remove_prefix(end + 1);
  }
  parts.push_back(trim(text, blanks));
  return parts;
}

Result<FormField> parse_column(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, ':');
  const std::string place = "Column " + quoted(text) + ": ";
  FormField field{.name = std::string(parts[0]), .boxes = 3};
  if (parts.size() > 3) return Error{place + "expected Name:kind:boxes, such as \"Points:digits:3\"."};
  if (parts.size() > 1) {
    const auto kind = find_by_name(field_kinds, parts[1]);
    if (!kind) return Error{place + "the kind must be " + list_names_of(field_kinds) + "."};
    field.kind = *kind;
  }
  if (parts.size() == 3 && !parse_boxes(parts[2], field))
    return Error{place + "the boxes must be a number from 1 to " + std::to_string(max_boxes) +
                 ", such as 3, or for a decimal such as 2.1."};
  if (parts.size() < 3 && field.kind == FieldKind::decimal) field.decimals = 1;
  return completed(std::move(field));
}

}  // namespace

Result<Form> parse_form(std::string_view json, Anchor anchor) {
  if (json.size() > max_json_bytes)
    return Error{"This file is too large for a form (max. 1 MB)."}.with_code("formTooLarge",
                                                                             {{"limit", max_json_bytes}});
  const auto value = parse_json(skip_blanks(json));
  if (!value || !value->is_object())
    return Error{"This is not a JSON object. Make a form with inkling form new."}.with_code("notForm");
  Result<Form> form = parse_head(*value, anchor);
  if (!form) return form;
  const JsonValue* fields = value->find("fields");
  if (fields == nullptr || !fields->is_array())
    return Error{"The form has no list of \"fields\". Add one."}.with_code("formNoFields");
  for (std::size_t index = 0; index < fields->items.size(); ++index) {
    Result<FormField> field = parse_field(fields->items[index], index);
    if (!field) return field.error();
    form.value().fields.push_back(std::move(field).value());
  }
  if (form.value().id.empty()) form.value().id = default_id(form.value());
  if (Status status = check_form(form.value()); !status) return status.error();
  return form;
}

std::string form_json(const Form& form) {
  std::string json =
      "{\n  \"format\": " + json_string(format_name) + ",\n  \"version\": " + std::to_string(format_version) +
      ",\n  \"name\": " + json_string(form.name) + ",\n  \"id\": " + json_string(form.id) +
      ",\n  \"page\": " + json_string(name_of(page_sizes, form.page)) +
      ",\n  \"anchor\": " + json_string(name_of(anchors, form.anchor)) +
      ",\n  \"rows\": " + std::to_string(form.rows) + row_names_json(form) + ",\n  \"fields\": [";
  for (const FormField& field : form.fields)
    json += (&field == &form.fields.front() ? "\n    " : ",\n    ") + field_json(field);
  return json + "\n  ]\n}\n";
}

Result<std::vector<FormField>> parse_columns(std::string_view text) {
  std::vector<FormField> fields;
  for (const std::string_view column : split(text, ',')) {
    Result<FormField> field = parse_column(column);
    if (!field) return field.error();
    fields.push_back(std::move(field).value());
  }
  return fields;
}

}  // namespace inkling::form
