// SPDX-License-Identifier: MIT
#include "core/recognize/Reading.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/Median.h"

namespace inkling::recognize {

namespace {

/// The median height of the accepted digits; 0 without any.
double digit_height(const std::vector<DigitReading>& digits) {
  std::vector<double> heights;
  for (const DigitReading& digit : digits) {
    if (digit.is_digit) heights.push_back(digit.box.height());
  }
  return heights.empty() ? 0 : median(heights);
}

/// A rejected digit that is too large to be dirt.
bool is_unread(const DigitReading& digit, double height) {
  constexpr double min_size = 0.4;
  return !digit.is_digit && digit.box.longest_side() >= min_size * height;
}

/// Starts a new row of the text if the digit is not on the line of the one before.
void start_line(std::string& text, std::size_t& line, const DigitReading& digit) {
  if (digit.line != line && !text.empty()) text += '\n';
  line = digit.line;
}

/// A point or comma stands between two digits, a dash also before the first.
std::string_view sign_between(const Mark& mark, bool digit_before, bool digit_after) {
  if (!digit_after || (!digit_before && mark.kind != ink::MarkKind::dash)) return {};
  return ink::sign_of(mark.kind);
}

std::optional<double> lean_of(const DigitReading& digit, const ink::Ink& ink) {
  if (digit.strokes.size() != 1) return std::nullopt;
  return ink::lean_of(ink[digit.strokes.front()]);
}

bool may_be_slash(const std::vector<DigitReading>& digits, std::size_t index, const ink::Ink& ink) {
  constexpr double min_lean = 0.33, more_than_others = 0.2;
  if (index == 0 || index + 1 == digits.size() || digits[index].digit != 1) return false;
  if (!digits[index - 1].is_digit || !digits[index + 1].is_digit) return false;
  const auto lean = lean_of(digits[index], ink);
  if (!lean || *lean < min_lean) return false;
  return std::ranges::all_of(digits, [&](const DigitReading& other) {
    if (&other == &digits[index] || other.digit != 1) return true;
    const auto other_lean = lean_of(other, ink);
    return !other_lean || *lean >= *other_lean + more_than_others;
  });
}

}  // namespace

std::string Reading::digits_only() const {
  std::string text;
  std::size_t line = 0;
  for (const DigitReading& digit : digits) {
    if (!digit.is_digit) continue;
    start_line(text, line, digit);
    text += static_cast<char>('0' + digit.digit);
  }
  return text;
}

std::string Reading::text() const {
  if (std::ranges::none_of(digits, &DigitReading::is_digit)) return {};
  const double height = digit_height(digits);
  std::string text;
  std::size_t line = 0;
  auto mark = marks.begin();
  for (std::size_t index = 0; index < digits.size(); ++index) {
    const DigitReading& digit = digits[index];
    const bool read = digit.is_digit || is_unread(digit, height);
    if (read) start_line(text, line, digit);
    const bool digit_before = index > 0 && digits[index - 1].is_digit && digits[index - 1].line == digit.line;
    for (; mark != marks.end() && mark->position <= index; ++mark)
      text += sign_between(*mark, digit_before, digit.is_digit);
    if (read) text += digit.is_digit ? static_cast<char>('0' + digit.digit) : '?';
  }
  return text;
}

void reject_words(Reading& reading) {
  const double height = digit_height(reading.digits);
  std::size_t accepted = 0, unread = 0;
  for (const DigitReading& digit : reading.digits) {
    accepted += digit.is_digit;
    unread += is_unread(digit, height);
  }
  if (unread < accepted || unread == 0) return;
  for (DigitReading& digit : reading.digits) digit.is_digit = false;
}

void find_slashes(Reading& reading, const ink::Ink& ink) {
  for (std::size_t index = 0; index < reading.digits.size(); ++index) {
    if (!may_be_slash(reading.digits, index, ink)) continue;
    const DigitReading& digit = reading.digits[index];
    const auto after =
        std::ranges::find_if(reading.marks, [&](const Mark& mark) { return mark.position > index; });
    reading.marks.insert(after, {ink::MarkKind::slash, index, digit.box, digit.strokes});
    reading.digits.erase(reading.digits.begin() + static_cast<std::ptrdiff_t>(index));
    for (Mark& mark : reading.marks) mark.position -= mark.position > index;
  }
}

}  // namespace inkling::recognize
