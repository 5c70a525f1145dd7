// SPDX-License-Identifier: MIT
#include "core/io/LabelText.h"

#include <doctest/doctest.h>

#include <string>

using namespace inkling;
using namespace inkling::io;

TEST_CASE("a label is a digit however it is written") {
  for (const char* text :
       {"7",       "7.0",     " 7 ",    "7e0",       "[7]",     "(7)",   "\"7\"", "b'7'",
        "07",      "seven",   "Seven",  "SEVEN",     "sieben",  "sept",  "siete", "digit_7",
        "Digit-7", "class 7", "Class7", "7 - seven", "label:7", "[[7.]]"}) {
    CAPTURE(text);
    CHECK(parse_label(text) == 7);
  }
  CHECK(parse_label("zéro") == 0);
  CHECK(parse_label("ZÉRO") == 0);
  CHECK(parse_label("fünf") == 5);
  CHECK(parse_label("Fuenf") == 5);
  CHECK(parse_label("cinco") == 5);
}

TEST_CASE("text that says no digit, or two, is no label") {
  for (const char* text : {"", "label", "-1", "7.5", "11", "128", "nan", "x", "pixel7", "7 8", "3-4",
                           "seven eight", "[1, 2]", "train"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_label(text).has_value());
  }
}

TEST_CASE("10 is 0 only where there is no other 0") {
  LabelMeaning from_one;
  for (std::uint8_t label = 1; label <= 10; ++label) from_one.add(label, 1);
  CHECK(from_one.digit(label_ten) == 0);
  CHECK(from_one.digit(9) == 9);
  CHECK(from_one.describe() == "labels from 1 to 10, 10 read as 0");
  LabelMeaning with_zero;
  for (std::uint8_t label = 0; label <= 10; ++label) with_zero.add(label, 1);
  CHECK_FALSE(with_zero.digit(label_ten).has_value());
  CHECK(with_zero.describe().empty());
}

TEST_CASE("null is the German zero only beside German numbers") {
  CHECK(parse_label("null") == label_null);
  LabelMeaning meaning;
  meaning.add(label_null, 1);
  meaning.add_word("three");
  CHECK_FALSE(meaning.digit(label_null).has_value());
  meaning.add_word("Drei");
  CHECK(meaning.digit(label_null) == 0);
}
