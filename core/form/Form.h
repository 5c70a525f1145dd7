// SPDX-License-Identifier: MIT
#pragma once

#include <array>
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
  date,     // a day of the calendar
  tick,     // one box that is ticked or not
  id        // a number of fixed length whose leading zeros count
};

inline constexpr std::array field_kinds = {
    EnumName{"digits", FieldKind::digits}, EnumName{"decimal", FieldKind::decimal},
    EnumName{"date", FieldKind::date}, EnumName{"tick", FieldKind::tick}, EnumName{"id", FieldKind::id}};

/// The order in which a date's parts are written.
enum class DateOrder : std::uint8_t { day_month_year, month_day_year, year_month_day };

inline constexpr std::array date_orders = {EnumName{"day-month-year", DateOrder::day_month_year},
                                           EnumName{"month-day-year", DateOrder::month_day_year},
                                           EnumName{"year-month-day", DateOrder::year_month_day}};

/// How a number's last digit depends on the others. Luhn: ISO/IEC 7812-1.
enum class CheckSum : std::uint8_t { none, luhn };

inline constexpr std::array check_sums = {EnumName{"none", CheckSum::none}, EnumName{"luhn", CheckSum::luhn}};

enum class PageSize : std::uint8_t { a4, letter };

inline constexpr std::array page_sizes = {EnumName{"A4", PageSize::a4}, EnumName{"Letter", PageSize::letter}};

/// What the boxes are placed by: the corner marks of a sheet that Inkling laid out or, on a custom
/// form, its largest printed frame, the sheet of paper, or the picture as a whole.
enum class Anchor : std::uint8_t { marks, frame, paper, picture };

inline constexpr std::array anchors = {EnumName{"marks", Anchor::marks}, EnumName{"frame", Anchor::frame},
                                       EnumName{"paper", Anchor::paper},
                                       EnumName{"picture", Anchor::picture}};

/// A rectangle; y grows downwards.
struct Area {
  double left = 0, top = 0, right = 0, bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  bool operator==(const Area&) const = default;
};

struct FormField {
  std::string name = {};
  FieldKind kind = FieldKind::digits;
  int boxes = 1;              // for a digit each; on a custom form, the most digits in its area
  int decimals = 0;           // how many boxes stand behind a decimal's point
  bool fixed_length = false;  // all boxes are filled, or none
  std::optional<double> min = {}, max = {};
  CheckSum check_sum = CheckSum::none;
  DateOrder order = DateOrder::day_month_year;
  std::optional<Area> area = {};  // on a custom form, in shares of the anchor

  bool operator==(const FormField&) const = default;
};

/// A form: named fields, of which each row of a page has one box or more.
struct Form {
  std::string name = {};
  std::string id = {};  // 1 to 12 of A-Z and 0-9; it is in the code on each page
  PageSize page = PageSize::a4;
  Anchor anchor = Anchor::marks;
  int rows = 1;  // on all pages; 1 on a custom form
  std::vector<FormField> fields = {};

  /// A custom form has a place for each field instead of a layout.
  bool is_custom() const { return anchor != Anchor::marks; }
  bool operator==(const Form&) const = default;
};

inline constexpr int max_rows = 1000, max_boxes = 20, max_columns = 40, max_areas = 1000;

/// Checks everything but whether the fields fit on a page, which layout_of() does.
Status check_form(const Form& form);

/// Sets what follows from a field's kind: a date has 8 boxes, a tick one, an ID a fixed length, and only
/// decimals have decimals.
FormField completed(FormField field);

/// The id of a form that has none: six characters that depend on its name, page and fields.
std::string default_id(const Form& form);

/// Four characters that depend on all that places the boxes, so that a page printed before a change is found
/// out.
std::string layout_check(const Form& form);

}  // namespace inkling::form
