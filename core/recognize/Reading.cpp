// SPDX-License-Identifier: MIT
#include "core/recognize/Reading.h"

#include <algorithm>
#include <utility>

#include "core/base/Median.h"
#include "core/base/Text.h"

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

/// Appends a name, set apart by a space if it or the one before is a word.
void append_name(std::string& text, bool& after_word, const std::string& name) {
  const bool word = utf8_length(name) < name.size();
  const bool first = text.empty() || text.back() == '\n';
  if (!first && (word || after_word)) text += ' ';
  text += name;
  after_word = word;
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

/// Whether two digits are the halves of one symbol, as of a d or an R: they touch, and together they are
/// narrow, or one is much lower than both.
bool are_halves(const ink::Bounds& left, const ink::Bounds& right) {
  constexpr double max_gap = 0.06, narrow = 0.66, single = 1.1, low = 0.7;  // of the height of both
  ink::Bounds both = left;
  both.include(right);
  const double height = both.height(), width = both.width();
  if (right.left - left.right > max_gap * height || width > single * height) return false;
  return width <= narrow * height || std::min(left.height(), right.height()) <= low * height;
}

/// Whether the lower of two boxes continues the upper one: they share columns, and no gap parts them that is
/// wide for both.
bool is_continued(const ink::Bounds& upper, const ink::Bounds& lower, double height) {
  constexpr double min_overlap = 0.3;  // of the narrower one's width
  constexpr double max_gap = 0.35;     // of the height of the whole stack
  const double shared = ink::overlap(upper.left, upper.right, lower.left, lower.right);
  return shared >= min_overlap * std::min(upper.width(), lower.width()) &&
         lower.top - upper.bottom <= max_gap * height;
}

}  // namespace

std::string Reading::digits_only() const {
  std::string text;
  std::size_t line = 0;
  bool after_word = false;
  for (const DigitReading& digit : digits) {
    if (!digit.is_digit) continue;
    start_line(text, line, digit);
    append_name(text, after_word, digit.name);
  }
  return text;
}

std::string Reading::text() const {
  if (std::ranges::none_of(digits, &DigitReading::is_digit)) return {};
  const double height = digit_height(digits);
  std::string text;
  std::size_t line = 0;
  bool after_word = false;
  auto mark = marks.begin();
  for (std::size_t index = 0; index < digits.size(); ++index) {
    const DigitReading& digit = digits[index];
    const bool read = digit.is_digit || is_unread(digit, height);
    if (read) start_line(text, line, digit);
    const bool digit_before = index > 0 && digits[index - 1].is_digit && digits[index - 1].line == digit.line;
    for (; mark != marks.end() && mark->position <= index; ++mark)
      text += sign_between(*mark, digit_before, digit.is_digit);
    if (read) append_name(text, after_word, digit.is_digit ? digit.name : "?");
  }
  return text;
}

std::vector<Reading> Reading::by_line() const {
  std::vector<Reading> lines;
  auto mark = marks.begin();
  for (std::size_t index = 0; index < digits.size(); ++index) {
    if (index == 0 || digits[index].line != digits[index - 1].line) lines.emplace_back();
    Reading& line = lines.back();
    for (; mark != marks.end() && mark->position <= index; ++mark) {
      line.marks.push_back(*mark);
      line.marks.back().position = line.digits.size();
    }
    line.digits.push_back(digits[index]);
  }
  return lines;
}

double Reading::confidence() const {
  double product = digits.empty() ? 0 : 1;
  for (const DigitReading& digit : digits)
    product *= digit.is_digit ? static_cast<double>(std::ranges::max(digit.probabilities)) : 0;
  return product;
}

ink::Bounds Reading::box() const {
  ink::Bounds box;
  for (const DigitReading& digit : digits) box.include(digit.box);
  return box;
}

std::vector<std::uint32_t> Reading::strokes() const {
  std::vector<std::uint32_t> strokes;
  for (const DigitReading& digit : digits)
    strokes.insert(strokes.end(), digit.strokes.begin(), digit.strokes.end());
  std::ranges::sort(strokes);
  return strokes;
}

void accept_among_digits(Reading& reading, float energy_threshold) {
  constexpr float energy_margin = 0.3f;
  constexpr double min_height = 0.6;  // of the digits'
  const double height = digit_height(reading.digits);
  const auto accepted = std::ranges::count_if(reading.digits, &DigitReading::is_digit);
  if (3 * static_cast<std::size_t>(accepted) < 2 * reading.digits.size()) return;
  for (DigitReading& digit : reading.digits) {
    digit.is_digit |=
        digit.energy >= energy_threshold - energy_margin && digit.box.height() >= min_height * height;
  }
}

void reject_halves(Reading& reading) {
  if (reading.digits.size() != 2 || !are_halves(reading.digits[0].box, reading.digits[1].box)) return;
  for (DigitReading& digit : reading.digits) digit.is_digit = false;
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

bool is_stack(const Reading& reading) {
  constexpr std::size_t max_parts = 3;
  constexpr double max_width = 1.2;  // of the height
  const std::vector<DigitReading>& parts = reading.digits;
  const ink::Bounds box = reading.box();
  if (parts.size() < 2 || parts.size() > max_parts || !reading.marks.empty()) return false;
  if (std::ranges::any_of(parts, &DigitReading::is_digit) || box.width() > max_width * box.height())
    return false;
  for (std::size_t part = 1; part < parts.size(); ++part) {
    const bool below = parts[part].line > parts[part - 1].line;
    if (!below || !is_continued(parts[part - 1].box, parts[part].box, box.height())) return false;
  }
  return true;
}

}  // namespace inkling::recognize
