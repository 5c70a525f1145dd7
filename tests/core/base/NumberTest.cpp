#include "core/base/Number.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <string>

#include "core/base/Random.h"

using namespace inkling;

TEST_CASE("numbers are read in every way they are written") {
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
  CHECK(*parse_number("1e99999999999999999999") > 1e300);
  CHECK(*parse_number(std::string(400, '9')) > 1e300);
  CHECK(*parse_number("0." + std::string(400, '0') + "1e401") == doctest::Approx(1));
}

TEST_CASE("what is not wholly a number is none") {
  for (const char* text : {"",     "-",   "+",   ".",    ",",   "e5",  "1e", "1e+",   "1.2.3", "1,2,3", "--1",
                           "0x10", "nan", "inf", "-inf", "NaN", "1 2", "5a", "\"5\"", "true",  "1e5.5"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text).has_value());
  }
}

TEST_CASE("numbers are those of the standard library") {
  Random random(11);
  for (int draw = 0; draw < 20000; ++draw) {
    const double value = (random.uniform() - 0.5) * std::pow(10.0, static_cast<double>(random.below(12)) - 4);
    char text[64];
    std::snprintf(text, sizeof text, random.below(2) ? "%.17g" : "%.18e", value);
    CAPTURE(text);
    CHECK(*parse_number(text) == doctest::Approx(value).epsilon(1e-15));
  }
}

TEST_CASE("numbers of fixed places are those of the standard library") {
  CHECK(fixed_point(0, 6) == "0.000000");
  CHECK(fixed_point(1, 6) == "1.000000");
  CHECK(fixed_point(0.9999996, 6) == "1.000000");
  Random random(5);
  for (int draw = 0; draw < 20000; ++draw) {
    const double value = random.uniform() * std::pow(10.0, random.below(4));
    const int places = 1 + static_cast<int>(random.below(6));
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", places, value);
    CHECK(fixed_point(value, places) == text);
  }
}
