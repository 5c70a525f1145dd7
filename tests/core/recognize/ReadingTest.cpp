// SPDX-License-Identifier: MIT
#include "core/recognize/Reading.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace inkling;
using namespace inkling::recognize;

namespace {

constexpr int none = -1;

/// Digits side by side, 100 high, of one stroke each; `none` is not accepted.
Reading reading_of(std::initializer_list<int> digits, double height = 100) {
  Reading reading;
  for (const int digit : digits) {
    DigitReading entry;
    const double left = 80.0 * static_cast<double>(reading.digits.size());
    entry.digit = digit == none ? 8 : digit;
    entry.name = std::to_string(entry.digit);
    entry.is_digit = digit != none;
    const double size = digit == none ? height : 100;
    entry.box = {left, 0, left + size / 2, size};
    entry.strokes = {static_cast<std::uint32_t>(reading.digits.size())};
    reading.digits.push_back(entry);
  }
  return reading;
}

Mark mark(ink::MarkKind kind, std::size_t position) {
  return {kind, position, {}, {}};
}

}  // namespace

TEST_CASE("a text has the marks between digits, and a dash before the first") {
  Reading reading = reading_of({3, 1, 4});
  reading.marks = {mark(ink::MarkKind::dash, 0), mark(ink::MarkKind::point, 1),
                   mark(ink::MarkKind::point, 3)};
  CHECK(reading.text() == "-3.14");
  CHECK(reading.digits_only() == "314");
  reading.marks = {mark(ink::MarkKind::comma, 0), mark(ink::MarkKind::underline, 1)};
  CHECK(reading.text() == "314");
}

TEST_CASE("names of one character are joined, words set apart by a space") {
  const auto text_of = [](std::initializer_list<const char*> names) {
    Reading reading = reading_of(std::initializer_list<int>{});
    for (const char* name : names) {
      reading.digits.push_back(reading_of({1}).digits.front());
      reading.digits.back().name = name;
    }
    CHECK(reading.digits_only() == reading.text());
    return reading.text();
  };
  CHECK(text_of({"A", "é", "あ"}) == "Aéあ");
  CHECK(text_of({"cat", "dog"}) == "cat dog");
  CHECK(text_of({"A", "cat", "B", "C"}) == "A cat BC");
}

TEST_CASE("each line of writing is a row of the text") {
  Reading reading = reading_of({1, 2, 3, 4});
  reading.digits[2].line = reading.digits[3].line = 1;
  reading.marks = {mark(ink::MarkKind::point, 2), mark(ink::MarkKind::point, 3)};
  CHECK(reading.text() == "12\n3.4");
  CHECK(reading.digits_only() == "12\n34");
}

TEST_CASE("a non-digit as large as a digit is a question mark, dirt is nothing") {
  CHECK(reading_of({2, none, 7}).text() == "2?7");
  CHECK(reading_of({2, none, 7}, 10).text() == "27");
  CHECK(reading_of({none, none}).text().empty());
  CHECK(Reading().text().empty());
}

TEST_CASE("with as many non-digits as digits nothing is accepted") {
  Reading word = reading_of({none, 1, none, 7}), number = reading_of({2, none, 7});
  reject_words(word);
  CHECK(word.text().empty());
  CHECK(word.digits_only().empty());
  reject_words(number);
  CHECK(number.digits_only() == "27");
  Reading dirty = reading_of({7, none}, 10);
  reject_words(dirty);
  CHECK(dirty.text() == "7");
}

TEST_CASE("what is almost a digit is one among digits, if it is as tall") {
  constexpr float threshold = 3;
  const auto text_of = [](Reading reading, float energy, double height) {
    for (DigitReading& digit : reading.digits) {
      if (digit.is_digit) continue;
      digit.energy = energy;
      digit.box.bottom = digit.box.top + height;
    }
    accept_among_digits(reading, threshold);
    return reading.text();
  };
  CHECK(text_of(reading_of({2, none, 7}), 2.8f, 90) == "287");
  CHECK(text_of(reading_of({2, none, 7}), 2.6f, 90) == "2?7");
  CHECK(text_of(reading_of({2, none, 7}), 2.8f, 50) == "2?7");
  CHECK(text_of(reading_of({2, none, none}), 2.8f, 90) == "2??");
  CHECK(text_of(reading_of({none}), 2.8f, 90).empty());
}

TEST_CASE("two halves of one symbol are no number") {
  const auto text_of = [](ink::Bounds left, ink::Bounds right) {
    Reading reading = reading_of({1, 2});
    reading.digits[0].box = left;
    reading.digits[1].box = right;
    reject_halves(reading);
    return reading.text();
  };
  CHECK(text_of({0, 0, 10, 100}, {8, 0, 60, 95}).empty());     // R
  CHECK(text_of({0, 45, 50, 100}, {50, 0, 60, 100}).empty());  // d
  CHECK(text_of({0, 0, 10, 100}, {25, 0, 80, 100}) == "12");
  CHECK(text_of({0, 0, 60, 100}, {58, 0, 120, 100}) == "12");
}

TEST_CASE("rejected parts one above the other are a stack if only a small gap parts them") {
  const auto stacked = [](ink::Bounds upper, ink::Bounds lower) {
    Reading reading = reading_of({none, none});
    reading.digits[0].box = upper;
    reading.digits[1].box = lower;
    reading.digits[1].line = 1;
    return reading;
  };
  const Reading rings = stacked({5, 0, 45, 40}, {0, 45, 50, 100});
  CHECK(is_stack(rings));
  CHECK(is_stack(stacked({10, 0, 70, 5}, {0, 30, 50, 100})));
  CHECK_FALSE(is_stack(stacked({5, 0, 45, 30}, {0, 70, 50, 100})));
  CHECK_FALSE(is_stack(stacked({0, 0, 40, 40}, {35, 45, 90, 100})));
  CHECK_FALSE(is_stack(stacked({0, 0, 150, 10}, {0, 40, 60, 100})));
  Reading accepted = rings;
  accepted.digits[0].is_digit = true;
  CHECK_FALSE(is_stack(accepted));
  Reading side_by_side = rings;
  side_by_side.digits[1].line = 0;
  CHECK_FALSE(is_stack(side_by_side));
}

TEST_CASE("each line has its own digits, marks and box, and is as sure as all of its digits") {
  Reading reading = reading_of({1, 2, 3, 4});
  reading.digits[2].line = reading.digits[3].line = 1;
  reading.marks = {mark(ink::MarkKind::dash, 0), mark(ink::MarkKind::point, 3)};
  for (DigitReading& digit : reading.digits) digit.probabilities = {0.5f, 0.5f};
  const std::vector<Reading> lines = reading.by_line();
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text() == "-12");
  CHECK(lines[1].text() == "3.4");
  CHECK(lines[1].box().left == 160);
  CHECK(lines[1].box().right == 290);
  CHECK(lines[1].confidence() == doctest::Approx(0.25));
  reading.digits[0].is_digit = false;
  CHECK(reading.confidence() == 0);
  CHECK(Reading().confidence() == 0);
  CHECK(Reading().by_line().empty());
}
