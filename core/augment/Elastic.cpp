#include "core/augment/Elastic.h"

namespace inkling::augment {

namespace {

constexpr int spacing = 9, reach = 4;  // four control points have a say in each pixel
constexpr int controls = (image_side - 1) / spacing + reach;

using Weights = std::array<std::array<float, reach>, image_side>;

/// Of the four control points from pixel / spacing on: the uniform cubic B-spline.
constexpr Weights spline_weights() {
  Weights weights{};
  for (int pixel = 0; pixel < image_side; ++pixel) {
    const float t = static_cast<float>(pixel % spacing) / spacing, s = 1 - t;
    weights[pixel] = {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6,
                      t * t * t / 6};
  }
  return weights;
}

constexpr Weights weights = spline_weights();

/// Down each column of control points first, then along the rows.
std::array<float, image_pixels> random_field(float pixels, Random& random) {
  std::array<std::array<float, controls>, controls> points;
  for (auto& row : points) {
    for (float& point : row) point = random.uniform(-pixels, pixels);
  }
  std::array<float, image_pixels> field;
  for (int y = 0; y < image_side; ++y) {
    std::array<float, controls> row{};
    for (int part = 0; part < reach; ++part) {
      for (int column = 0; column < controls; ++column)
        row[column] += weights[y][part] * points[y / spacing + part][column];
    }
    for (int x = 0; x < image_side; ++x) {
      const float* near = row.data() + x / spacing;
      field[y * image_side + x] = weights[x][0] * near[0] + weights[x][1] * near[1] +
                                  weights[x][2] * near[2] + weights[x][3] * near[3];
    }
  }
  return field;
}

}  // namespace

Displacement elastic(float pixels, Random& random) {
  Displacement displacement;
  displacement.x = random_field(pixels, random);
  displacement.y = random_field(pixels, random);
  return displacement;
}

}  // namespace inkling::augment
