// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/EnumNames.h"
#include "core/base/Result.h"

namespace inkling::form {

/// What a field of a form holds.
enum class FieldKind : std::uint8_t {
  digits,   // a whole number
  decimal,  // with a printed point before the last boxes
  date,     // a calendar date
  tick,     // a box that is ticked or not
  id        // a number of fixed length, with leading zeros
};

inline constexpr std::array field_kinds = {
    EnumName{"digits", FieldKind::digits}, EnumName{"decimal", FieldKind::decimal},
    EnumName{"date", FieldKind::date}, EnumName{"tick", FieldKind::tick}, EnumName{"id", FieldKind::id}};

enum class DateOrder : std::uint8_t { day_month_year, month_day_year, year_month_day };

inline constexpr std::array date_orders = {EnumName{"day-month-year", DateOrder::day_month_year},
                                           EnumName{"month-day-year", DateOrder::month_day_year},
                                           EnumName{"year-month-day", DateOrder::year_month_day}};

/// How a number's last digit is computed from the others. Luhn: ISO/IEC 7812-1.
enum class CheckSum : std::uint8_t { none, luhn };

inline constexpr std::array check_sums = {EnumName{"none", CheckSum::none}, EnumName{"luhn", CheckSum::luhn}};

enum class PageSize : std::uint8_t { a4, letter };

inline constexpr std::array page_sizes = {EnumName{"A4", PageSize::a4}, EnumName{"Letter", PageSize::letter}};

/// What the positions of the boxes are relative to: the corner marks of a sheet that Inkling printed or, on a
/// custom form, its largest printed frame, the sheet of paper, or the whole picture.
enum class Anchor : std::uint8_t { marks, frame, paper, picture };

inline constexpr std::array anchors = {EnumName{"marks", Anchor::marks}, EnumName{"frame", Anchor::frame},
                                       EnumName{"paper", Anchor::paper},
                                       EnumName{"picture", Anchor::picture}};

/// A rectangle. y grows downwards.
struct Area {
  double left = 0, top = 0, right = 0, bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  bool operator==(const Area&) const = default;
};

struct FormField {
  std::string name = {};
  FieldKind kind = FieldKind::digits;
  int boxes = 1;              // one per digit; on a custom form, the maximum number of digits in the area
  int decimals = 0;           // how many of the boxes are after the decimal point
  bool fixed_length = false;  // either all boxes are filled or none
  std::optional<double> min = {}, max = {};
  CheckSum check_sum = CheckSum::none;
  DateOrder order = DateOrder::day_month_year;
  std::optional<Area> area = {};  // only on a custom form, in fractions of the anchor

  bool operator==(const FormField&) const = default;
};

/// A form with named fields. Each row of a page has the boxes of all fields.
struct Form {
  std::string name = {};
  std::string id = {};  // 1 to 12 of A-Z and 0-9, part of the code on each page
  PageSize page = PageSize::a4;
  Anchor anchor = Anchor::marks;
  int rows = 1;                             // on all pages; 1 on a custom form
  std::vector<std::string> row_names = {};  // of the first rows; "" for a row without a name
  std::vector<FormField> fields = {};

  /// Whether the form is laid over an existing blank form, with an area per field.
  bool is_custom() const { return anchor != Anchor::marks; }

  /// The name of a row, from 0, or "".
  std::string row_name(int row) const {
    const auto index = static_cast<std::size_t>(row);
    return index < row_names.size() ? row_names[index] : "";
  }

  bool operator==(const Form&) const = default;
};

inline constexpr int max_rows = 1000, max_boxes = 20, max_columns = 40, max_areas = 1000;

/// Checks everything except whether the fields fit on a page, which layout_of() does.
Status check_form(const Form& form);

/// Sets the properties that a field's kind determines: a date has 8 boxes, a tick has one, dates and IDs have
/// a fixed length, and only decimals have decimals.
FormField completed(FormField field);

/// The id of a form without one: a hash of its name, page and fields, six characters.
std::string default_id(const Form& form);

/// A hash of everything that affects the positions of the boxes, and of the rows' names, four characters. It
/// reveals a page that was printed before the form was changed.
std::string layout_check(const Form& form);

}  // namespace inkling::form
