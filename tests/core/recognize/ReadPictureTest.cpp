// SPDX-License-Identifier: MIT
#include "core/recognize/ReadPicture.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/ink/Render.h"
#include "core/picture/Normalise.h"
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

TEST_CASE("an image of MNIST's kind is read as it is, also when enlarged by a whole factor") {
  const Recognizer recognizer(quick_model());
  auto memory = recognizer.make_memory();
  const DigitImage rendered = ink::render(drawing_of(3)).value();
  const DigitImage image =
      picture::normalise({image_side, image_side, {rendered.begin(), rendered.end()}}).value();
  constexpr int factor = 5;
  picture::GreyImage enlarged = picture::GreyImage::black(image_side * factor, image_side * factor);
  for (int y = 0; y < enlarged.height; ++y) {
    for (int x = 0; x < enlarged.width; ++x)
      enlarged.at(x, y) = image[static_cast<std::size_t>(y / factor * image_side + x / factor)];
  }
  const Reading small =
      read_picture(recognizer, {image_side, image_side, {image.begin(), image.end()}}, memory);
  const Reading large = read_picture(recognizer, enlarged, memory);
  REQUIRE(large.digits.size() == 1);
  CHECK(large.digits[0].image == recognizer.read(image, memory).image);
  CHECK(large.digits[0].energy == small.digits.at(0).energy);
  CHECK(large.digits[0].box.right == small.digits[0].box.right * factor);
}

TEST_CASE("a picture on either side is read, with its boxes where the digits are") {
  model::Model model = quick_model();
  auto memory = Recognizer(model).make_memory();
  ink::Ink ink;
  for (const int digit : {2, 4, 7}) {
    const double right = ink.empty() ? 0 : ink::bounds_of(ink).right + 5;
    ink::Ink drawing = drawing_of(digit);
    const double shift = right - ink::bounds_of(drawing).left;
    for (ink::Stroke& stroke : drawing) {
      for (ink::Point& point : stroke) point.x += static_cast<float>(shift);
      ink.push_back(stroke);
    }
  }
  Random random(2, Purpose::pictures, 1);
  const picture::GreyImage upright = synthetic::synthetic_photo({"", ink, 9}, random);
  float least_energy = 1000;
  for (const DigitReading& digit : read_picture(Recognizer(model), upright, memory).digits)
    least_energy = std::min(least_energy, digit.energy);
  model.calibration = {1, least_energy};
  const Recognizer recognizer(model);
  const Reading expected = read_picture(recognizer, upright, memory);
  REQUIRE(expected.text() == "247");
  const ink::Bounds upright_box = expected.digits[0].box;
  picture::GreyImage turned = upright;
  for (const int right_angles : {1, 2, 3}) {
    turned = picture::rotate_clockwise(turned);
    if (right_angles == 2) continue;
    const Reading reading = read_picture(recognizer, turned, memory);
    REQUIRE(reading.text() == "247");
    const ink::Bounds box = reading.digits[0].box;
    CHECK(box.height() == doctest::Approx(upright_box.width()).epsilon(0.1));
    const double start = right_angles == 1 ? box.top : upright.width - box.bottom;
    CHECK(start == doctest::Approx(upright_box.left).epsilon(0.2));
  }
}
