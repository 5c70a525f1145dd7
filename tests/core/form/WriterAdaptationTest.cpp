// SPDX-License-Identifier: MIT
#include "core/form/WriterAdaptation.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "core/form/BoxDigit.h"

using namespace inkling;
using namespace inkling::form;

namespace {

/// A vertical line with a bar to its left at some height: a 1 with a flag or, if the bar is long, a 7.
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

/// The last digit of a page after the adaptation.
recognize::DigitReading adapted(std::vector<recognize::DigitReading> digits) {
  std::vector<recognize::DigitReading*> page;
  for (recognize::DigitReading& digit : digits) page.push_back(&digit);
  adapt_to_writer(page);
  return digits.back();
}

/// Confidently read digits with their bars at different heights.
std::vector<recognize::DigitReading> confident_digits(int of_each) {
  std::vector<recognize::DigitReading> digits;
  for (int copy = 0; copy < of_each; ++copy) {
    digits.push_back(reading(1, 7, 0.999f, with_bar(5, 5 + copy % 3)));
    digits.push_back(reading(7, 1, 0.999f, with_bar(11, 5 + copy % 3)));
  }
  return digits;
}

}  // namespace

TEST_CASE("an uncertain digit is read like the similar digits of its page") {
  std::vector<recognize::DigitReading> page = confident_digits(6);
  page.push_back(reading(7, 1, 0.6f, with_bar(6, 6)));
  const recognize::DigitReading flagged = adapted(page);
  CHECK(flagged.digit == 1);
  CHECK(flagged.name == "1");
  CHECK(confidence_of(flagged) > min_confidence);
  page.back() = reading(1, 7, 0.6f, with_bar(10, 6));
  CHECK(adapted(page).digit == 7);
}

TEST_CASE("nothing changes on a page with few digits, or for a rejected digit") {
  std::vector<recognize::DigitReading> page = confident_digits(2);
  page.push_back(reading(7, 1, 0.6f, with_bar(6, 6)));
  CHECK(adapted(page).digit == 7);
  page = confident_digits(6);
  page.push_back(reading(7, 1, 0.6f, with_bar(6, 6)));
  page.back().is_digit = false;
  CHECK(adapted(page).digit == 7);
}
