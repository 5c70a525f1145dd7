// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/form/Form.h"

namespace inkling::form {

/// Why a person should review a cell.
enum class ReviewReason : std::uint8_t {
  none,
  unsure,        // another digit is almost as likely
  not_a_digit,   // a box contains something else
  faint,         // a mark is so small or pale that it may be dirt
  gap,           // an empty box between filled ones
  incomplete,    // fewer digits than the field has
  no_such_date,  // or one before 1900 or after 2099
  out_of_range,
  check_sum,
  outside  // the cell isn't completely in the picture
};

inline constexpr std::array review_reasons = {EnumName{"none", ReviewReason::none},
                                              EnumName{"unsure", ReviewReason::unsure},
                                              EnumName{"not a digit", ReviewReason::not_a_digit},
                                              EnumName{"faint mark", ReviewReason::faint},
                                              EnumName{"gap between digits", ReviewReason::gap},
                                              EnumName{"digits missing", ReviewReason::incomplete},
                                              EnumName{"no such date", ReviewReason::no_such_date},
                                              EnumName{"out of range", ReviewReason::out_of_range},
                                              EnumName{"wrong check sum", ReviewReason::check_sum},
                                              EnumName{"outside the picture", ReviewReason::outside}};

/// A field's value for the table: "42", "7.5", "2026-11-29", "x" for a tick, "" if the field is empty.
struct FieldValue {
  std::string text;
  ReviewReason reason = ReviewReason::none;       // the rule of the field that the value breaks
  std::span<const std::size_t> digit_order = {};  // the box of each digit of the text; empty if in order
};

/// The value of a field that isn't a tick. `boxes` has a character per box: ' ' if empty, '?' if unreadable.
FieldValue value_of(const FormField& field, std::string_view boxes);

}  // namespace inkling::form
