// SPDX-License-Identifier: MIT
#include "core/picture/StepImages.h"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>

using namespace inkling::picture;

namespace {

void fill(GreyImage& picture, int left, int top, int right, int bottom) {
  for (int y = top; y < bottom; ++y)
    for (int x = left; x < right; ++x) picture.at(x, y) = 30;
}

/// White paper with two ruled lines, and a one between them.
GreyImage ruled_paper() {
  GreyImage picture = GreyImage::black(400, 300);
  for (auto& pixel : picture.pixels) pixel = 230;
  for (const int y : {60, 260}) fill(picture, 0, y, 400, y + 2);
  fill(picture, 200, 100, 208, 220);
  return picture;
}

std::array<int, 3> colour_at(const ColourImage& image, int x, int y) {
  const std::size_t pixel = 4 * (static_cast<std::size_t>(y) * 400 + static_cast<std::size_t>(x));
  return {image.pixels[pixel], image.pixels[pixel + 1], image.pixels[pixel + 2]};
}

constexpr std::array white{255, 255, 255};

}  // namespace

TEST_CASE("the steps show the paper, all ink, the lines that are left out, and the parts that are read") {
  const StepImages steps = step_images(extract_ink(ruled_paper()));
  CHECK(colour_at(steps.paper, 10, 10) == std::array{230, 230, 230});
  CHECK(colour_at(steps.ink, 204, 160)[0] < 60);
  CHECK(colour_at(steps.ink, 50, 60)[0] < 200);
  CHECK(colour_at(steps.ink, 50, 160) == white);
  CHECK(colour_at(steps.lines, 50, 60)[0] < 200);
  CHECK(colour_at(steps.lines, 204, 160) == white);
  const auto part = colour_at(steps.parts, 204, 160);
  CHECK(part != white);
  CHECK(part[0] != part[1]);
  CHECK(colour_at(steps.parts, 50, 60) == white);
}
