// SPDX-License-Identifier: MIT
#include "core/form/FieldValue.h"

#include <doctest/doctest.h>

using namespace inkling;
using namespace inkling::form;

namespace {

FormField field(FieldKind kind, int boxes, int decimals = 0) {
  return completed({.name = "f", .kind = kind, .boxes = boxes, .decimals = decimals});
}

void check(const FormField& of, const char* boxes, const char* text,
           ReviewReason reason = ReviewReason::none) {
  CAPTURE(boxes);
  const FieldValue value = value_of(of, boxes);
  CHECK(value.text == text);
  CHECK(name_of(review_reasons, value.reason) == name_of(review_reasons, reason));
}

}  // namespace

TEST_CASE("a number of variable length may begin in any box, but has no gaps") {
  const FormField digits = field(FieldKind::digits, 3);
  check(digits, "   ", "");
  check(digits, " 42", "42");
  check(digits, "7  ", "7");
  check(digits, "4 2", "42", ReviewReason::gap);
}

TEST_CASE("a number out of range needs review") {
  FormField points = field(FieldKind::digits, 3);
  points.min = 1;
  points.max = 100;
  check(points, "100", "100");
  check(points, "101", "101", ReviewReason::out_of_range);
  check(points, "  0", "0", ReviewReason::out_of_range);
  check(points, "1?1", "1?1");  // an unreadable number can't be checked
}

TEST_CASE("a decimal has no gaps next to its printed point") {
  const FormField mark = field(FieldKind::decimal, 4, 2);
  check(mark, " 75 ", "7.5");
  check(mark, "1  5", "1.5", ReviewReason::gap);
  check(mark, "12  ", "12");
  check(mark, "  25", "0.25", ReviewReason::gap);
  check(mark, "3 25", "3.25", ReviewReason::gap);
}

TEST_CASE("a date is converted to ISO 8601, and needs review if it doesn't exist") {
  FormField date = field(FieldKind::date, 0);
  check(date, "29022024", "2024-02-29");
  check(date, "29022023", "2023-02-29", ReviewReason::no_such_date);
  check(date, "31042023", "2023-04-31", ReviewReason::no_such_date);
  check(date, "01018999", "8999-01-01", ReviewReason::no_such_date);
  check(date, "2902    ", "2902", ReviewReason::incomplete);
  date.order = DateOrder::month_day_year;
  check(date, "12312026", "2026-12-31");
  date.order = DateOrder::year_month_day;
  check(date, "20261231", "2026-12-31");
}

TEST_CASE("an ID keeps its leading zeros, and needs review if it is incomplete or its check sum is wrong") {
  FormField id = field(FieldKind::id, 4);
  check(id, "0042", "0042");
  check(id, " 042", "042", ReviewReason::incomplete);
  id.check_sum = CheckSum::luhn;
  check(id, "0042", "0042");
  check(id, "0043", "0043", ReviewReason::check_sum);
  check(field(FieldKind::id, 4), "4539", "4539");
}
