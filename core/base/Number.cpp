#include "core/base/Number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace inkling {

namespace {

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

double times_power_of_ten(std::uint64_t mantissa, int exponent) {
  constexpr std::array<double, 23> exact = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                            1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                            1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  const auto size = static_cast<std::size_t>(std::abs(exponent));
  const double power = size < exact.size() ? exact[size] : std::pow(10.0, static_cast<double>(size));
  const auto value = static_cast<double>(mantissa);
  return exponent < 0 ? value / power : value * power;
}

/// Reads the parts of a number one after the other.
struct NumberParser {
  std::string_view rest;

  bool take(std::string_view any_of) {
    if (rest.empty() || any_of.find(rest.front()) == std::string_view::npos) return false;
    rest.remove_prefix(1);
    return true;
  }

  /// Appends digits to `mantissa` as far as it can hold them: how many were read, and how many of them held.
  struct Digits {
    int read = 0;
    int held = 0;
  };
  Digits take_digits(std::uint64_t& mantissa) {
    constexpr std::uint64_t full = 1'000'000'000'000'000'000;
    Digits digits;
    for (; !rest.empty() && is_digit(rest.front()); rest.remove_prefix(1), ++digits.read) {
      if (mantissa >= full) continue;
      mantissa = mantissa * 10 + static_cast<std::uint64_t>(rest.front() - '0');
      ++digits.held;
    }
    return digits;
  }

  /// The exponent after an "e", 0 where there is none; nothing if "e" is not followed by digits.
  std::optional<int> take_exponent() {
    constexpr std::uint64_t beyond_any = 9999;
    if (!take("eE")) return 0;
    const bool negative = take("-");
    if (!negative) take("+");
    std::uint64_t size = 0;
    if (take_digits(size).read == 0) return std::nullopt;
    const int exponent = static_cast<int>(std::min(size, beyond_any));
    return negative ? -exponent : exponent;
  }
};

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  NumberParser parser{text};
  const bool negative = parser.take("-");
  if (!negative) parser.take("+");
  std::uint64_t mantissa = 0;
  const auto whole = parser.take_digits(mantissa);
  const auto fraction = parser.take(".,") ? parser.take_digits(mantissa) : NumberParser::Digits{};
  const std::optional<int> exponent = parser.take_exponent();
  if (whole.read + fraction.read == 0 || !exponent || !parser.rest.empty()) return std::nullopt;
  if (mantissa == 0) return 0.0;
  const double size = times_power_of_ten(mantissa, *exponent + whole.read - whole.held - fraction.held);
  return negative ? -size : size;
}

std::string fixed_point(double number, int places) {
  const double scale = times_power_of_ten(1, places);
  std::string digits = std::to_string(static_cast<std::uint64_t>(std::llround(number * scale)));
  const auto least = static_cast<std::size_t>(places) + 1;
  if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
  return digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
}

}  // namespace inkling
