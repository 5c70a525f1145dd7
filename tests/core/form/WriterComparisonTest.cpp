// SPDX-License-Identifier: MIT
#include "core/form/WriterComparison.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "core/form/BoxDigit.h"

using namespace inkling;
using namespace inkling::form;

namespace {

/// An upright line with a bar to the left of it at some height: a 1 with a flag or, if it is long, a 7.
DigitImage with_bar(int length, int row) {
  DigitImage image{};
  for (int y = 4; y < 24; ++y) image[static_cast<std::size_t>(y * image_side + 16)] = 255;
  for (int x = 16 - length; x < 16; ++x) image[static_cast<std::size_t>(row * image_side + x)] = 255;
  return image;
}

recognize::DigitReading reading(int digit, int other, float probability, const DigitImage& image) {
  recognize::DigitReading reading;
  reading.digit = digit;
  reading.name = std::to_string(digit);
  reading.probabilities.assign(digit_count, 0);
  reading.probabilities[static_cast<std::size_t>(digit)] = probability;
  reading.probabilities[static_cast<std::size_t>(other)] = 1 - probability;
  reading.image = image;
  return reading;
}

/// The last of a page's digits, after it was compared with the others.
recognize::DigitReading compared(std::vector<recognize::DigitReading> digits) {
  std::vector<recognize::DigitReading*> page;
  for (recognize::DigitReading& digit : digits) page.push_back(&digit);
  compare_with_sure_digits(page);
  return digits.back();
}

/// Some sure digits, whose bars are at different heights.
std::vector<recognize::DigitReading> sure_digits(int of_each) {
  std::vector<recognize::DigitReading> digits;
  for (int copy = 0; copy < of_each; ++copy) {
    digits.push_back(reading(1, 7, 0.999f, with_bar(5, 5 + copy % 3)));
    digits.push_back(reading(7, 1, 0.999f, with_bar(11, 5 + copy % 3)));
  }
  return digits;
}

}  // namespace

TEST_CASE("an unsure digit is read as those of the page that it resembles") {
  std::vector<recognize::DigitReading> page = sure_digits(6);
  page.push_back(reading(7, 1, 0.6f, with_bar(6, 6)));
  const recognize::DigitReading flagged = compared(page);
  CHECK(flagged.digit == 1);
  CHECK(flagged.name == "1");
  CHECK(confidence_of(flagged) > sure);
  page.back() = reading(1, 7, 0.6f, with_bar(10, 6));
  CHECK(compared(page).digit == 7);
}

TEST_CASE("a page with few digits, and one that is no digit, stay as they were read") {
  std::vector<recognize::DigitReading> page = sure_digits(2);
  page.push_back(reading(7, 1, 0.6f, with_bar(6, 6)));
  CHECK(compared(page).digit == 7);
  page = sure_digits(6);
  page.push_back(reading(7, 1, 0.6f, with_bar(6, 6)));
  page.back().is_digit = false;
  CHECK(compared(page).digit == 7);
}
