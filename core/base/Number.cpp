// SPDX-License-Identifier: MIT
#include "core/base/Number.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

namespace inkling {

namespace {

/// The powers of ten that a double holds exactly.
constexpr std::array<double, 23> powers_of_ten = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// digits x 10^exponent, without leading or trailing zeros.
struct Decimal {
  // The midpoint of two adjacent doubles has at most 767 digits. Of any further ones it only matters whether
  // one isn't zero.
  static constexpr int max_digits = 770;

  std::array<std::uint8_t, max_digits> digits;
  int count = 0;
  std::int64_t exponent = 0;
  bool truncated = false;  // a nonzero digit was dropped

  void append(int digit, bool in_fraction) {
    if (count == max_digits) {
      truncated |= digit != 0;
      exponent += in_fraction ? 0 : 1;
      return;
    }
    if (count > 0 || digit > 0) digits[count++] = static_cast<std::uint8_t>(digit);
    exponent -= in_fraction ? 1 : 0;
  }

  void strip_trailing_zeros() {
    if (truncated) return;
    for (; count > 0 && digits[count - 1] == 0; ++exponent) --count;
  }
};

/// An unsigned fixed-point number in 32-bit words, the least significant first; `fraction` of them are after
/// the point.
struct FixedPoint {
  // 80 words for 770 digits, and 124 after the point if the number is as small as 1e-324.
  std::array<std::uint32_t, 210> words{};
  int fraction, size;
  bool inexact;  // the true value is larger, by less than one unit of the last word

  FixedPoint(int fraction_words, bool truncated)
      : fraction(fraction_words), size(fraction_words), inexact(truncated) {}

  /// The fraction must still be zero.
  void multiply_add(std::uint32_t factor, std::uint32_t addend) {
    std::uint64_t carry = addend;
    for (int word = fraction; word < size; ++word) {
      carry += std::uint64_t{words[word]} * factor;
      words[word] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) words[size++] = static_cast<std::uint32_t>(carry);
  }

  void divide(std::uint32_t divisor) {
    std::uint64_t remainder = 0;
    for (int word = size - 1; word >= 0; --word) {
      remainder = remainder << 32 | words[word];
      words[word] = static_cast<std::uint32_t>(remainder / divisor);
      remainder %= divisor;
    }
    inexact |= remainder != 0;
    while (words[size - 1] == 0) --size;
  }

  /// The 64 bits from `bit` upwards.
  std::uint64_t bits_from(int bit) const {
    const int word = bit / 32, shift = bit % 32;
    const std::uint64_t low = words[word] | std::uint64_t{words[word + 1]} << 32;
    return shift == 0 ? low : low >> shift | std::uint64_t{words[word + 2]} << (64 - shift);
  }

  bool zero_below(int bit) const {
    const int word = bit / 32;
    return std::all_of(words.begin(), words.begin() + word, [](std::uint32_t value) { return value == 0; }) &&
           words[word] << (31 - bit % 32) << 1 == 0;
  }

  /// The nearest double, ties to even. The number must be at least 2^64 units of the last word.
  double to_double() const {
    using Limits = std::numeric_limits<double>;
    constexpr int mantissa_bits = Limits::digits, min_exponent = Limits::min_exponent - mantissa_bits;
    const int bit_length = 32 * size - std::countl_zero(words[size - 1]);
    const int exponent = std::max(bit_length - 32 * fraction - mantissa_bits, min_exponent);
    const int dropped = exponent + 32 * fraction;
    const std::uint64_t mantissa = bits_from(dropped);
    const bool half = bits_from(dropped - 1) & 1;
    const bool tie = !inexact && zero_below(dropped - 1);
    const bool up = half && (!tie || (mantissa & 1));
    return std::ldexp(static_cast<double>(mantissa + (up ? 1 : 0)), exponent);
  }
};

/// Exact for every decimal whose value is between 1e-325 and 1e309.
double nearest_by_long_arithmetic(const Decimal& decimal) {
  constexpr int chunk = 9;  // the power of ten that fits a word
  const auto power = [=](int exponent) {
    return static_cast<std::uint32_t>(powers_of_ten[std::min(exponent, chunk)]);
  };
  int multiplications = static_cast<int>(std::max<std::int64_t>(decimal.exponent, 0));
  int divisions = static_cast<int>(std::max<std::int64_t>(-decimal.exponent, 0));
  // A division by 10^9 takes less than a word off, so that two words more leave 64 bits.
  FixedPoint value((divisions + chunk - 1) / chunk + 2, decimal.truncated);
  for (int digit = 0; digit < decimal.count; ++digit) value.multiply_add(10, decimal.digits[digit]);
  for (; multiplications > 0; multiplications -= chunk) value.multiply_add(power(multiplications), 0);
  for (; divisions > 0; divisions -= chunk) value.divide(power(divisions));
  return value.to_double();
}

/// One correctly rounded operation on two exact doubles (Clinger, "How to Read Floating Point Numbers
/// Accurately", 1990). Needs at most 15 digits and an exponent within 22 of zero.
double nearest_by_one_operation(const Decimal& decimal) {
  std::int64_t mantissa = 0;
  for (int digit = 0; digit < decimal.count; ++digit) mantissa = mantissa * 10 + decimal.digits[digit];
  const auto value = static_cast<double>(mantissa);
  const auto power = static_cast<std::size_t>(std::abs(decimal.exponent));
  return decimal.exponent < 0 ? value / powers_of_ten[power] : value * powers_of_ten[power];
}

double nearest_double(const Decimal& decimal) {
  constexpr std::int64_t max_exact_power = powers_of_ten.size() - 1;
  if (decimal.count <= std::numeric_limits<double>::digits10 && std::abs(decimal.exponent) <= max_exact_power)
    return nearest_by_one_operation(decimal);
  const std::int64_t magnitude = decimal.count + decimal.exponent;  // the value is below 10^magnitude
  if (decimal.count == 0 || magnitude <= -324) return 0;
  if (magnitude > 309) return std::numeric_limits<double>::infinity();
  return nearest_by_long_arithmetic(decimal);
}

/// Consumes the parts of a number from the front of a text.
struct NumberParser {
  std::string_view rest;

  bool take(std::string_view any_of) {
    if (rest.empty() || any_of.find(rest.front()) == std::string_view::npos) return false;
    rest.remove_prefix(1);
    return true;
  }

  bool take_minus() {
    if (take("-")) return true;
    take("+");
    return false;
  }

  /// Calls `use` with each digit. Returns whether there was one.
  template <class Use>
  bool take_digits(const Use& use) {
    const std::size_t size = rest.size();
    for (; !rest.empty() && rest.front() >= '0' && rest.front() <= '9'; rest.remove_prefix(1))
      use(rest.front() - '0');
    return rest.size() < size;
  }

  /// The exponent after an "e", 0 without one; nothing if "e" is not followed by digits.
  std::optional<std::int64_t> take_exponent() {
    constexpr std::int64_t max_exponent = 1'000'000'000'000;
    if (!take("eE")) return 0;
    const bool negative = take_minus();
    std::int64_t exponent = 0;
    if (!take_digits([&](int digit) { exponent = std::min(exponent * 10 + digit, max_exponent); }))
      return std::nullopt;
    return negative ? -exponent : exponent;
  }
};

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  NumberParser parser{text};
  const bool negative = parser.take_minus();
  Decimal decimal;
  const bool whole = parser.take_digits([&](int digit) { decimal.append(digit, false); });
  const bool fraction =
      parser.take(".,") && parser.take_digits([&](int digit) { decimal.append(digit, true); });
  const std::optional<std::int64_t> exponent = parser.take_exponent();
  if ((!whole && !fraction) || !exponent || !parser.rest.empty()) return std::nullopt;
  decimal.exponent += *exponent;
  decimal.strip_trailing_zeros();
  const double value = nearest_double(decimal);
  return negative ? -value : value;
}

std::string to_shortest(float number) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

std::string to_fixed(double number, int places) {
  const double scaled = number * powers_of_ten[static_cast<std::size_t>(places)];
  std::string digits = std::to_string(std::llround(scaled));
  const auto min_size = static_cast<std::size_t>(places) + 1;
  if (digits.size() < min_size) digits.insert(0, min_size - digits.size(), '0');
  return digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
}

}  // namespace inkling
