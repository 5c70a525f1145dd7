// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <optional>

#include "core/cli/files/DataFile.h"
#include "core/ink/Render.h"
#include "core/picture/Normalise.h"

using namespace inkling;
using namespace inkling::cli;

namespace {

/// A data set in the folder INKLING_DATA, if there is one.
std::optional<data::Dataset> real(const char* name) {
  const char* folder = std::getenv("INKLING_DATA");
  if (folder == nullptr) {
    MESSAGE("skipped: set INKLING_DATA to the folder of the real data");
    return std::nullopt;
  }
  auto loaded = load_data(std::filesystem::path(folder) / name);
  REQUIRE_MESSAGE(loaded, loaded.error().message);
  return std::move(loaded).value().dataset;
}

constexpr auto mnist_test = "mnist/t10k-images-idx3-ubyte.gz";
constexpr auto pen_strokes = "strokes/pendigits_tra.jsonl";

DigitImage image_of(const data::Dataset& dataset, std::size_t index) {
  DigitImage image;
  std::ranges::copy(dataset.image(index), image.begin());
  return image;
}

/// The mean share of ink in an image.
double mean_ink(const data::Dataset& dataset) {
  const double sum = std::accumulate(dataset.pixels.begin(), dataset.pixels.end(), 0.0);
  return sum / 255 / static_cast<double>(dataset.pixels.size());
}

}  // namespace

TEST_CASE("normalising doesn't move MNIST's images") {
  const auto mnist = real(mnist_test);
  if (!mnist) return;
  int unchanged = 0;
  for (std::size_t i = 0; i < mnist->size(); ++i) {
    const DigitImage image = image_of(*mnist, i);
    unchanged += picture::normalise({image_side, image_side, {image.begin(), image.end()}}) == image;
  }
  CHECK(unchanged == 9997);  // the other three are 19 pixels long, and are scaled to 20
}

TEST_CASE("ink is centred where MNIST's is") {
  const auto mnist = real(mnist_test);
  if (!mnist) return;
  double x = 0, y = 0;
  for (std::size_t i = 0; i < mnist->size(); ++i) {
    const ink::Point mass = ink::centre_of_mass(image_of(*mnist, i)).value_or(ink::Point{});
    x += mass.x;
    y += mass.y;
  }
  CHECK(x / static_cast<double>(mnist->size()) == doctest::Approx(ink::mass_centre).epsilon(0.001));
  CHECK(y / static_cast<double>(mnist->size()) == doctest::Approx(ink::mass_centre).epsilon(0.001));
}

TEST_CASE("pen strokes are rendered nearly as heavy as MNIST's digits") {
  const auto mnist = real(mnist_test), strokes = real(pen_strokes);
  if (!mnist || !strokes) return;
  CHECK(mean_ink(*strokes) == doctest::Approx(mean_ink(*mnist)).epsilon(0.15));
}
