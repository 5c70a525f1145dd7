// SPDX-License-Identifier: MIT
#include "core/form/FieldValue.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/base/Number.h"
#include "core/base/Text.h"

namespace inkling::form {

namespace {

bool is_unread(std::string_view text) {
  return text.find('?') != text.npos;
}

/// ISO/IEC 7812-1: doubles every second digit from the right, and subtracts 9 from results above 9.
bool passes_luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t index = 0; index < digits.size(); ++index) {
    int digit = digits[digits.size() - 1 - index] - '0';
    if (index % 2 == 1) digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
    sum += digit;
  }
  return sum % 10 == 0;
}

int days_in(int month, int year) {
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

bool is_date(int year, int month, int day) {
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(month, year);
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = 10 * number + (digit - '0');
  return number;
}

/// The box of each digit of a date in ISO 8601.
std::span<const std::size_t> iso_digit_order(DateOrder order) {
  static constexpr std::array<std::size_t, 8> day_month_year = {4, 5, 6, 7, 2, 3, 0, 1},
                                              month_day_year = {4, 5, 6, 7, 0, 1, 2, 3};
  if (order == DateOrder::day_month_year) return day_month_year;
  if (order == DateOrder::month_day_year) return month_day_year;
  return {};
}

/// The date in ISO 8601, from its 8 digits in the field's order.
FieldValue date_value(DateOrder order, const std::string& boxes) {
  const std::span<const std::size_t> digit_order = iso_digit_order(order);
  std::string digits = boxes;
  for (std::size_t at = 0; at < digit_order.size(); ++at) digits[at] = boxes[digit_order[at]];
  const std::string year = digits.substr(0, 4), month = digits.substr(4, 2), day = digits.substr(6, 2);
  FieldValue value{.text = year + "-" + month + "-" + day, .digit_order = digit_order};
  if (!is_unread(digits) && !is_date(number_of(year), number_of(month), number_of(day)))
    value.reason = ReviewReason::no_such_date;
  return value;
}

/// "7.5" from the boxes " 75 " with two decimals. Omits the point if the fraction is empty.
std::string decimal_text(std::string_view boxes, int decimals) {
  const std::size_t split = boxes.size() - static_cast<std::size_t>(decimals);
  const std::string whole(trim(boxes.substr(0, split), blanks)), fraction(trim(boxes.substr(split), blanks));
  return (whole.empty() ? "0" : whole) + (fraction.empty() ? "" : "." + fraction);
}

/// Whether there is an empty box between digits, or between a decimal's digits and its printed point.
bool has_gap(const FormField& field, std::string_view boxes) {
  if (trim(boxes, blanks).find(' ') != std::string_view::npos) return true;
  if (field.kind != FieldKind::decimal) return false;
  const std::size_t split = boxes.size() - static_cast<std::size_t>(field.decimals);
  return boxes[split - 1] == ' ';
}

ReviewReason broken_rule(const FormField& field, const std::string& text) {
  if (is_unread(text)) return ReviewReason::none;
  const double number = parse_number(text).value_or(0);
  if ((field.min && number < *field.min) || (field.max && number > *field.max))
    return ReviewReason::out_of_range;
  if (field.check_sum == CheckSum::luhn && !passes_luhn(text)) return ReviewReason::check_sum;
  return ReviewReason::none;
}

}  // namespace

FieldValue value_of(const FormField& field, std::string_view boxes) {
  const std::string digits(trim(boxes, blanks));
  if (digits.empty()) return {};
  const bool is_whole =
      boxes.find(' ') == boxes.npos && boxes.size() == static_cast<std::size_t>(field.boxes);
  if (field.kind == FieldKind::date && is_whole) return date_value(field.order, digits);
  FieldValue value{field.kind == FieldKind::decimal ? decimal_text(boxes, field.decimals) : digits};
  if (field.fixed_length && !is_whole) {
    value.reason = ReviewReason::incomplete;
  } else if (has_gap(field, boxes)) {
    value.reason = ReviewReason::gap;
  } else {
    value.reason = broken_rule(field, value.text);
  }
  std::erase(value.text, ' ');
  return value;
}

}  // namespace inkling::form
