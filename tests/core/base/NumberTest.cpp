// SPDX-License-Identifier: MIT
#include "core/base/Number.h"

#include <doctest/doctest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>

#include "core/base/Random.h"

using namespace inkling;

TEST_CASE("numbers are read in every notation") {
  CHECK(parse_number("0") == 0);
  CHECK(parse_number("253") == 253);
  CHECK(parse_number("007") == 7);
  CHECK(parse_number("+5") == 5);
  CHECK(parse_number("-5") == -5);
  CHECK(parse_number("-0") == 0);
  CHECK(parse_number("5.") == 5);
  CHECK(parse_number(".5") == 0.5);
  CHECK(parse_number("0,5") == 0.5);
  CHECK(parse_number("2.530000000000000000e+02") == 253);
  CHECK(parse_number("1E2") == 100);
  CHECK(parse_number("25300e-2") == 253);
  CHECK(parse_number("1e-400") == 0);
  CHECK(parse_number("0e99999999999999999999") == 0);
  CHECK(parse_number("0." + std::string(400, '0') + "1e401") == 1);
  CHECK(parse_number("1" + std::string(400, '0') + "e-400") == 1);
  CHECK(std::signbit(*parse_number("-0")));
}

TEST_CASE("any other text is not a number") {
  for (const char* text : {"",     "-",   "+",   ".",    ",",   "e5",  "1e", "1e+",   "1.2.3", "1,2,3", "--1",
                           "0x10", "nan", "inf", "-inf", "NaN", "1 2", "5a", "\"5\"", "true",  "1e5.5"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text).has_value());
  }
}

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Any finite double is as likely as any other.
double random_double(Random& random) {
  for (;;) {
    const auto value = std::bit_cast<double>(random.next());
    if (std::isfinite(value)) return value;
  }
}

/// A double between 2^-1074 and 2^-1022.
double random_subnormal(Random& random) {
  return std::bit_cast<double>(1 + random.next() % ((std::uint64_t{1} << 52) - 1));
}

std::string shortest_text(double value) {
  char text[64];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

}  // namespace

TEST_CASE("the shortest text of a double is read as that double") {
  Random random(11);
  int different = 0;
  for (int draw = 0; draw < 20'000; ++draw) {
    for (const double value : {random_double(random), random_subnormal(random)}) {
      different += parse_number(shortest_text(value)) != value;
    }
  }
  CHECK(different == 0);
}

TEST_CASE("the limits of double are read exactly") {
  using Limits = std::numeric_limits<double>;
  CHECK(parse_number("2.2250738585072014e-308") == Limits::min());
  CHECK(parse_number("2.2250738585072011e-308") == std::nextafter(Limits::min(), 0.0));
  CHECK(parse_number("2.2e-308") == 2.2e-308);
  CHECK(parse_number("4.9406564584124654e-324") == Limits::denorm_min());
  CHECK(parse_number("2.4703282292062328e-324") == Limits::denorm_min());
  CHECK(parse_number("2.4703282292062327e-324") == 0);
  CHECK(parse_number("1.7976931348623157e308") == Limits::max());
  CHECK(parse_number("1.7976931348623158e308") == Limits::max());
  CHECK(parse_number("1.7976931348623159e308") == infinity);
  CHECK(parse_number("-1e309") == -infinity);
  CHECK(parse_number("1e99999999999999999999") == infinity);
  CHECK(parse_number(std::string(400, '9')) == infinity);
}

TEST_CASE("a tie goes to the even neighbour, and a nonzero digit far behind it breaks it") {
  CHECK(parse_number("9007199254740993") == 9007199254740992);
  CHECK(parse_number("9007199254740995") == 9007199254740996);
  CHECK(parse_number("9007199254740993." + std::string(60, '0') + "1") == 9007199254740994);
  CHECK(parse_number("9007199254740993." + std::string(900, '0') + "1") == 9007199254740994);
}

#ifndef __EMSCRIPTEN__  // there printf doesn't write all digits of a long double
namespace {

/// All digits of a number.
std::string exact_text(long double value) {
  char text[1200];
  std::snprintf(text, sizeof text, "%.1100Le", value);
  return text;
}

/// The point halfway between a positive double and the next one.
std::string halfway_text(double value) {
  const double next = std::nextafter(value, infinity);
  return exact_text((static_cast<long double>(value) + static_cast<long double>(next)) / 2);
}

/// `text` with one digit replaced: that many places before its exponent.
std::string with_digit(std::string text, std::size_t places, char digit) {
  text[text.find('e') - places] = digit;
  return text;
}

}  // namespace

TEST_CASE("the tie above any double, and the numbers next to it, are read exactly") {
  Random random(12);
  int different = 0;
  for (int draw = 0; draw < 1'000; ++draw) {
    for (const double value : {std::abs(random_double(random)), random_subnormal(random), 5e-324}) {
      const double next = std::nextafter(value, infinity);
      if (next == infinity) continue;
      const std::string tie = halfway_text(value);
      const bool is_even = std::bit_cast<std::uint64_t>(value) % 2 == 0;
      different += parse_number(tie) != (is_even ? value : next);
      different += parse_number(with_digit(tie, 1, '1')) != next;
      different += parse_number(exact_text(value)) != value;
    }
  }
  CHECK(different == 0);
}

#endif

#if defined(__cpp_lib_to_chars)  // std::from_chars reads floating-point numbers
namespace {

std::string random_decimal(Random& random) {
  std::string text;
  for (std::size_t left = 1 + random.below(random.below(8) == 0 ? 900 : 40); left > 0; --left)
    text += static_cast<char>('0' + random.below(10));
  if (random.below(2) == 0) text.insert(random.below(text.size() + 1), 1, '.');
  return text + "e" + std::to_string(static_cast<int>(random.below(700)) - 360);
}

}  // namespace

TEST_CASE("decimals of any length and exponent are read as by the standard library") {
  Random random(13);
  for (int draw = 0; draw < 20'000; ++draw) {
    const std::string text = random_decimal(random);
    CAPTURE(text);
    double expected = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), expected);
    const double value = *parse_number(text);
    if (error == std::errc::result_out_of_range) {
      CHECK((value == 0 || value == infinity));
    } else {
      CHECK(value == expected);
    }
  }
}
#endif

TEST_CASE("to_fixed rounds as printf does") {
  CHECK(to_fixed(0, 6) == "0.000000");
  CHECK(to_fixed(1, 6) == "1.000000");
  CHECK(to_fixed(0.9999996, 6) == "1.000000");
  Random random(5);
  for (int draw = 0; draw < 20000; ++draw) {
    const double value = random.uniform() * std::pow(10.0, random.below(4));
    const int places = 1 + static_cast<int>(random.below(6));
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", places, value);
    CHECK(to_fixed(value, places) == text);
  }
}

TEST_CASE("to_shortest writes no digit too many") {
  CHECK(to_shortest(0.001f) == "0.001");
  CHECK(to_shortest(1e-8f) == "1e-08");
  CHECK(to_shortest(1.0f / 3) == "0.33333334");
}
