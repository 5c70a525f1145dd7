// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "core/base/Random.h"
#include "core/picture/ConnectedComponents.h"
#include "core/picture/TouchingDigits.h"
#include "core/picture/Writing.h"

using namespace inkling;
using namespace inkling::picture;

namespace {

void fill(GreyImage& picture, int left, int top, int right, int bottom) {
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) picture.at(x, y) = 255;
  }
}

/// Two frames, 40 pixels wide and 60 high, that touch.
GreyImage touching_frames() {
  GreyImage picture = GreyImage::black(100, 80);
  for (const int left : {10, 50}) {
    fill(picture, left, 10, left + 40, 70);
    for (int y = 16; y < 64; ++y) {
      for (int x = left + 6; x < left + 34; ++x) picture.at(x, y) = 0;
    }
  }
  for (int y = 10; y < 70; ++y) {
    if (y < 36 || y > 44) picture.at(49, y) = picture.at(50, y) = 0;
  }
  return picture;
}

/// The writing of a mask, split where digits may touch.
std::vector<Component> components_of(const GreyImage& ink) {
  return split_touching_digits(ink, select_writing(ink, connected_components(ink), true).components);
}

}  // namespace

TEST_CASE("specks are dropped, and pixels that touch at a corner are connected") {
  GreyImage picture = GreyImage::black(60, 60);
  fill(picture, 10, 5, 14, 30);
  fill(picture, 14, 30, 18, 55);
  fill(picture, 40, 40, 43, 43);
  const std::vector<Component> components = components_of(picture);
  REQUIRE(components.size() == 1);
  CHECK(components[0].part.bounds.left == 10);
  CHECK(components[0].part.bounds.bottom == 55);
}

TEST_CASE("touching digits are cut where they touch, and no pixel is lost") {
  const GreyImage picture = touching_frames();
  const std::vector<Component> components = components_of(picture);
  REQUIRE(components.size() >= 2);
  std::vector<std::uint32_t> pixels;
  bool cut_between = false;
  for (const Component& component : components) {
    pixels.insert(pixels.end(), component.pixels.begin(), component.pixels.end());
    cut_between |= std::abs(component.part.bounds.left - 50) <= 1 && component.part.split_from_previous;
  }
  CHECK(cut_between);
  std::sort(pixels.begin(), pixels.end());
  CHECK(std::adjacent_find(pixels.begin(), pixels.end()) == pixels.end());
  CHECK(pixels.size() ==
        static_cast<std::size_t>(std::count(picture.pixels.begin(), picture.pixels.end(), 255)));
}

TEST_CASE("the first slice of a component is not split from the one before") {
  const std::vector<Component> components = components_of(touching_frames());
  CHECK_FALSE(components.front().part.split_from_previous);
  CHECK(std::all_of(components.begin() + 1, components.end(),
                    [](const Component& slice) { return slice.part.split_from_previous; }));
}

TEST_CASE("slices share the ink beside a cut, and crops have it") {
  const GreyImage picture = touching_frames();
  const std::vector<Component> slices = components_of(picture);
  REQUIRE(slices.size() >= 2);
  CHECK_FALSE(slices[0].shared.empty());
  CHECK_FALSE(slices[1].shared.empty());
  std::vector<Component> unshared = slices;
  unshared[0].shared.clear();
  const std::vector<std::uint32_t> first = {0};
  CHECK(crop_components(picture, slices, first).pixels != crop_components(picture, unshared, first).pixels);
}

TEST_CASE("a dash beside digits is not split") {
  GreyImage picture = GreyImage::black(200, 100);
  fill(picture, 10, 10, 20, 90);
  fill(picture, 60, 45, 110, 53);
  CHECK(components_of(picture).size() == 2);
}

TEST_CASE("thin strokes are thickened, others are not") {
  const auto width_of = [](int pen) {
    GreyImage picture = GreyImage::black(60, 120);
    fill(picture, 20, 10, 20 + pen, 110);
    const std::vector<Component> components = components_of(picture);
    const std::vector<std::uint32_t> all = {0};
    const GreyImage crop = crop_components(picture, components, all);
    const auto row = crop.pixels.begin() + static_cast<std::ptrdiff_t>(crop.index(0, crop.height / 2));
    return std::count(row, row + crop.width, 255);
  };
  CHECK(width_of(2) >= 7);
  CHECK(width_of(12) == 12);
}

TEST_CASE("the components of any picture lie inside it") {
  Random random(8);
  for (int trial = 0; trial < 50; ++trial) {
    GreyImage picture =
        GreyImage::black(1 + static_cast<int>(random.below(70)), 1 + static_cast<int>(random.below(70)));
    for (std::uint8_t& pixel : picture.pixels)
      pixel = random.below(3) == 0 ? static_cast<std::uint8_t>(random.below(256)) : 0;
    const std::vector<Component> components = components_of(picture);
    for (std::uint32_t index = 0; index < components.size(); ++index) {
      CHECK(components[index].part.bounds.right <= picture.width);
      const std::vector<std::uint32_t> chosen = {index};
      CHECK(crop_components(picture, components, chosen).width > 0);
    }
  }
}
