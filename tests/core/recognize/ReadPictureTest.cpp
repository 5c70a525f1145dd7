// SPDX-License-Identifier: MIT
#include "core/recognize/ReadPicture.h"

#include <doctest/doctest.h>

#include "core/synthetic/SyntheticNumber.h"
#include "tests/core/recognize/QuickModel.h"

using namespace inkling;
using namespace inkling::recognize;

TEST_CASE("a picture of a drawing is read like the drawing, with its box in pixels") {
  const Recognizer recognizer(quick_model());
  auto memory = recognizer.make_memory();
  int right = 0;
  for (int digit = 0; digit < digit_count; ++digit) {
    const synthetic::SyntheticNumber number{"", drawing_of(digit), 9};
    Random random(2, Purpose::pictures, static_cast<std::uint64_t>(digit));
    const picture::GreyImage picture = synthetic::synthetic_photo(number, random);
    const Reading reading = read_picture(recognizer, picture, memory);
    REQUIRE_FALSE(reading.digits.empty());
    CHECK(reading.digits.front().box.left > 0);
    CHECK(reading.digits.back().box.right <= picture.width);
    CHECK(reading.digits.front().strokes.empty());
    right += reading.text() == recognizer.read(number.ink, memory).text();
  }
  CHECK(right >= 8);
  CHECK(read_picture(recognizer, picture::GreyImage(), memory).digits.empty());
  CHECK(read_picture(recognizer, picture::GreyImage::black(50, 20), memory).digits.empty());
}
