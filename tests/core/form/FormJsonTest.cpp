// SPDX-License-Identifier: MIT
#include "core/form/FormJson.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <variant>

using namespace inkling;
using namespace inkling::form;

namespace {

std::string error_of(const std::string& json) {
  const auto form = parse_form(json);
  return form ? "" : form.error().message;
}

/// The code of a form's error and its values, such as "formRows limit=1000".
std::string code_of(const std::string& json) {
  const auto form = parse_form(json);
  if (form) return "";
  std::string text(form.error().code.name());
  for (const Error::Value& value : form.error().values) {
    const auto* number = std::get_if<double>(&value.content);
    text += " " + std::string(value.name) + "=" +
            (number ? std::to_string(std::lround(*number)) : *std::get_if<std::string>(&value.content));
  }
  return text;
}

std::string with_field(const std::string& field) {
  return R"({"name": "Marks", "fields": [)" + field + "]}";
}

}  // namespace

TEST_CASE("a form is the same after writing and reading") {
  const std::string json = R"({"name": "Class \"5b\"", "page": "Letter", "rows": 30,
    "row_names": ["Ada", "", "Zoë \"Z\""], "fields": [
    {"name": "Pupil", "kind": "id", "boxes": 4, "check_sum": "luhn"},
    {"name": "Points", "boxes": 3, "min": 0, "max": 100.5},
    {"name": "Mark", "kind": "decimal", "boxes": 3, "decimals": 1},
    {"name": "Day", "kind": "date", "order": "year-month-day"},
    {"name": "Here", "kind": "tick"}]})";
  const auto form = parse_form(json);
  REQUIRE_MESSAGE(form.ok(), form.error().message);
  CHECK(form.value().id.size() == 6);
  CHECK(form.value().fields[0].fixed_length);
  CHECK(form.value().row_name(2) == "Zoë \"Z\"");
  CHECK(form.value().row_name(3).empty());
  CHECK(form.value().fields[3].boxes == 8);
  CHECK(*form.value().fields[1].max == 100.5);
  const auto again = parse_form(form_json(form.value()));
  REQUIRE_MESSAGE(again.ok(), again.error().message);
  CHECK(again.value() == form.value());
}

TEST_CASE("properties that a field's kind doesn't use are dropped, and numbers are saved exactly") {
  const auto form = parse_form(with_field(
      R"({"name": "A", "decimals": 3, "order": "year-month-day", "min": 0.12345678, "max": 123456789012})"));
  REQUIRE_MESSAGE(form.ok(), form.error().message);
  CHECK(parse_form(form_json(form.value())).value() == form.value());
}

TEST_CASE("a custom form has areas") {
  const auto form = parse_form(
      R"({"name": "S", "anchor": "frame", "fields": [{"name": "a1", "area": [0, 0, 0.1, 0.125]}]})");
  REQUIRE_MESSAGE(form.ok(), form.error().message);
  CHECK(parse_form(form_json(form.value())).value() == form.value());
  CHECK(form.value().fields[0].area->bottom == 0.125);
}

TEST_CASE("errors of a form name the field and the remedy") {
  CHECK(error_of("[]").find("not a JSON object") != std::string::npos);
  CHECK(error_of(R"({"name": "M"})").find("no list of \"fields\"") != std::string::npos);
  CHECK(error_of(R"({"format": "x", "name": "M", "fields": []})").find("not a form") != std::string::npos);
  CHECK(error_of(R"({"name": "M", "fields": []})") == "A form needs 1 to 40 fields.");
  CHECK(error_of(with_field("3")).starts_with("Field 1: must be an object"));
  CHECK(error_of(with_field(R"({"name": "P", "boxes": 2.5})")) ==
        "Field 1: \"boxes\" must be a whole number.");
  CHECK(error_of(with_field(R"({"name": "P", "boxes": 21})")) == "Field \"P\": it needs 1 to 20 boxes.");
  CHECK(error_of(with_field(R"({"name": "P", "kind": "word"})")) ==
        "Field 1: \"kind\" must be digits, decimal, date, tick or id.");
  CHECK(error_of(with_field(R"({"name": "P", "kind": "decimal", "boxes": 1})")).find("before the point") !=
        std::string::npos);
  CHECK(error_of(with_field(R"({"name": "P", "min": 2, "max": 1})")).find("Exchange") != std::string::npos);
  CHECK(error_of(with_field(R"({"name": "P"}, {"name": "P"})")).find("two fields") != std::string::npos);
  CHECK(error_of(with_field(R"({"name": "P", "area": [0, 0, 1, 1]})")).find("only a custom form") !=
        std::string::npos);
  CHECK(error_of(R"({"name": "M", "anchor": "frame", "fields": [{"name": "P", "area": [0, 0, 2, 1]}]})")
            .find("from 0 to 1") != std::string::npos);
  CHECK(error_of(R"({"name": "M", "rows": 1001, "fields": [{"name": "P"}]})") ==
        "A form needs 1 to 1,000 rows.");
  CHECK(error_of(R"({"name": "M", "id": "a b", "fields": [{"name": "P"}]})").find("A-Z") !=
        std::string::npos);
}

TEST_CASE("errors of a form have a code and values, for translation") {
  CHECK(code_of("[]") == "notForm");
  CHECK(code_of(R"({"format": "x", "name": "M", "fields": []})") == "notForm");
  CHECK(code_of(R"({"version": 2, "name": "M", "fields": []})") == "newerForm");
  CHECK(code_of(R"({"name": "M"})") == "formNoFields");
  CHECK(code_of(R"({"name": 5})") == "formValue place=0 key=name expected=text choices=");
  CHECK(code_of(R"({"page": "A5"})") == "formValue place=0 key=page expected=choice choices=A4, Letter");
  CHECK(code_of(with_field(R"({"name": "P"}, {"name": "Q", "boxes": -1})")) ==
        "formValue place=2 key=boxes expected=wholeNumber choices=");
  CHECK(code_of(with_field("3")) == "formFieldObject place=1");
  CHECK(code_of(R"({"fields": []})") == "formName limit=200");
  CHECK(code_of(R"({"name": "M", "id": "a", "fields": []})") == "formId limit=12");
  CHECK(code_of(R"({"name": "M", "rows": 0, "fields": []})") == "formRows limit=1000");
  CHECK(code_of(R"({"name": "M", "anchor": "paper", "rows": 2, "fields": []})") == "customFormRows");
  CHECK(code_of(R"({"name": "M", "fields": []})") == "formFields limit=40");
  CHECK(code_of(R"({"name": "M", "row_names": ["A", 1], "fields": []})") ==
        "formValue place=0 key=row_names expected=texts choices=");
  CHECK(code_of(R"({"name": "M", "row_names": ["A", "B"], "fields": []})") == "formRowNames names=2 rows=1");
  CHECK(code_of(R"({"name": "M", "rows": 2, "row_names": ["A", "B\n"], "fields": []})") ==
        "formRowName row=2 limit=200");
  CHECK(code_of(with_field(R"({"name": "P"}, {"name": " "})")) == "fieldName place=2 limit=200");
  CHECK(code_of(with_field(R"({"name": "P"}, {"name": "P"})")) == "fieldNameTwice place=2 name=P");
  CHECK(code_of(with_field(R"({"name": "P", "boxes": 21})")) == "fieldBoxes place=1 name=P limit=20");
  CHECK(code_of(with_field(R"({"name": "P", "kind": "decimal"})")) == "fieldDecimals place=1 name=P");
  CHECK(code_of(with_field(R"({"name": "P", "min": 2, "max": 1})")) == "fieldMinMax place=1 name=P");
  CHECK(code_of(with_field(R"({"name": "P", "kind": "tick", "max": 1})")) == "fieldNoMinMax place=1 name=P");
  CHECK(code_of(with_field(R"({"name": "P", "kind": "tick", "check_sum": "luhn"})")) ==
        "fieldNoCheckSum place=1 name=P");
  CHECK(code_of(with_field(R"({"name": "P", "area": [0, 0, 1, 1]})")) == "fieldAreaUnused place=1 name=P");
  CHECK(code_of(R"({"name": "M", "anchor": "frame", "fields": [{"name": "P"}]})") ==
        "fieldAreaMissing place=1 name=P");
  CHECK(code_of(R"({"name": "M", "anchor": "frame", "fields": [{"name": "P", "area": [0, 1, 1, 1]}]})") ==
        "fieldArea place=1 name=P");
}

TEST_CASE("columns are parsed with their kind and boxes") {
  const auto fields = parse_columns("Points:digits:3, Mark:decimal:2.1,Day:date,Here:tick, Nr:id:6, Rest");
  REQUIRE_MESSAGE(fields.ok(), fields.error().message);
  REQUIRE(fields.value().size() == 6);
  CHECK(fields.value()[0].boxes == 3);
  CHECK(fields.value()[1].boxes == 3);
  CHECK(fields.value()[1].decimals == 1);
  CHECK(fields.value()[2].boxes == 8);
  CHECK(fields.value()[4].fixed_length);
  CHECK(fields.value()[5].name == "Rest");
  CHECK(fields.value()[5].boxes == 3);
  CHECK_FALSE(parse_columns("Points:words:3").ok());
  CHECK_FALSE(parse_columns("Points:digits:2.1").ok());
  CHECK_FALSE(parse_columns("Points:digits:x").ok());
}
