#include "core/io/CsvRowFastPath.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/base/Random.h"

using namespace inkling;
using namespace inkling::io;

namespace {

bool reads(std::string_view line) {
  std::array<std::uint8_t, 3> values{};
  // A copy of its own, so that the sanitizer sees a look beyond the line.
  const std::vector<char> copy(line.begin(), line.end());
  return !line.empty() && read_row_fast({copy.data(), copy.size()}, ',', values) == line.size();
}

/// What read_row_fast does, a cell at a time.
std::size_t read_slowly(std::string_view text, char delimiter, std::span<std::uint8_t> values) {
  std::size_t at = 0;
  for (std::uint8_t& value : values) {
    if (&value != &values.front() && !text.substr(std::min(at++, text.size())).starts_with(delimiter))
      return 0;
    const std::string_view digits = text.substr(at, 3);
    const std::size_t length = std::min(digits.find_first_not_of("0123456789"), digits.size());
    const int number = length == 0 ? 256 : std::stoi(std::string(digits.substr(0, length)));
    if (number > 255) return 0;
    value = static_cast<std::uint8_t>(number);
    at += length;
  }
  return at;
}

/// A row as pictures have it: runs of zeros and runs of ink.
std::string random_row(std::size_t values, Random& random) {
  std::string line;
  for (std::size_t value = 0; value < values;) {
    const bool ink = random.below(2) == 1;
    for (std::size_t left = 1 + random.below(60); left > 0 && value < values; --left, ++value) {
      line += (line.empty() ? "" : ",") + std::to_string(ink ? random.below(256) : 0);
    }
  }
  return line;
}

void check_as_slow(const std::string& text, std::size_t count) {
  const std::vector<char> copy(text.begin(), text.end());
  std::vector<std::uint8_t> values(count), expected(count);
  const std::size_t length = read_slowly(text, ',', expected);
  CAPTURE(text);
  REQUIRE(read_row_fast({copy.data(), copy.size()}, ',', values) == length);
  if (length > 0) CHECK(values == expected);
}

}  // namespace

TEST_CASE("a row of whole numbers from 0 to 255 is plain") {
  CHECK(reads("0,0,0"));
  CHECK(reads("255,10,0"));
  CHECK(reads("007,010,000"));
}

TEST_CASE("a row with anything else is not") {
  for (const char* line :
       {"", ",", "0,0", "0,0,", "0,0,0,", "0,0,0,0", "0,,0", ",0,0", "0,0,256", "999,0,0", "0,1000,0",
        "0,0,-1", " 0,0,0", "0 ,0,0", "0,0,0 ", "0,0.0,0", "\"0\",0,0", "0;0;0", "0,a,0"}) {
    CAPTURE(line);
    CHECK_FALSE(reads(line));
  }
}

TEST_CASE("a plain row gives the numbers it is made of") {
  Random random(9);
  for (int draw = 0; draw < 200; ++draw) {
    std::vector<std::uint8_t> expected(1 + random.below(50));
    std::string line;
    for (std::uint8_t& value : expected) {
      value = random.below(2) ? 0 : static_cast<std::uint8_t>(random.below(256));
      line += (line.empty() ? "" : ";") + std::to_string(value);
    }
    std::vector<std::uint8_t> values(expected.size());
    REQUIRE(read_row_fast(line, ';', values) == line.size());
    CHECK(values == expected);
  }
}

TEST_CASE("a row is read as a cell at a time reads it, wherever its runs of zeros begin and end") {
  Random random(10);
  for (int draw = 0; draw < 300; ++draw) {
    const std::size_t count = 1 + random.below(200);
    const std::string row = random_row(count, random);
    check_as_slow(row, count);
    check_as_slow(row + "\r\n" + random_row(count, random), count);
    check_as_slow(row + "\n", count + random.below(3));
  }
}

TEST_CASE("a row that is not plain is left alone, whatever is wrong with it and wherever") {
  Random random(12);
  for (int draw = 0; draw < 2000; ++draw) {
    const std::size_t count = 1 + random.below(200);
    std::string row = random_row(count, random) + "\n" + random_row(count, random);
    const std::size_t place = random.below(row.size());
    row.replace(place, random.below(3), std::string(random.below(4), "0,9 \n\".-"[random.below(8)]));
    check_as_slow(row, count);
  }
}
