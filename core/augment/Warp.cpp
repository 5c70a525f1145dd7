// SPDX-License-Identifier: MIT
#include "core/augment/Warp.h"

#include <algorithm>

#include "core/augment/PaddedImage.h"

namespace inkling::augment {

namespace {

constexpr int grid_spacing = 9, spline_order = 4;  // four grid points contribute to each pixel
constexpr int grid_side = (image_side - 1) / grid_spacing + spline_order;

using SplineWeights = std::array<std::array<float, spline_order>, image_side>;

/// Uniform cubic B-spline: the weights of the four grid points from pixel / grid_spacing on.
constexpr SplineWeights cubic_spline() {
  SplineWeights weights{};
  for (int pixel = 0; pixel < image_side; ++pixel) {
    const float t = static_cast<float>(pixel % grid_spacing) / grid_spacing, s = 1 - t;
    weights[pixel] = {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6,
                      t * t * t / 6};
  }
  return weights;
}

constexpr SplineWeights spline = cubic_spline();

/// The spline is separable: interpolates along the columns of the grid, then along the rows.
std::array<float, image_pixels> random_field(float pixels, Random& random) {
  std::array<std::array<float, grid_side>, grid_side> grid;
  for (auto& row : grid) {
    for (float& value : row) value = random.uniform(-pixels, pixels);
  }
  std::array<float, image_pixels> field;
  for (int y = 0; y < image_side; ++y) {
    std::array<float, grid_side> row{};
    for (int part = 0; part < spline_order; ++part) {
      for (int column = 0; column < grid_side; ++column)
        row[column] += spline[y][part] * grid[y / grid_spacing + part][column];
    }
    for (int x = 0; x < image_side; ++x) {
      const float* near = row.data() + x / grid_spacing;
      field[y * image_side + x] =
          spline[x][0] * near[0] + spline[x][1] * near[1] + spline[x][2] * near[2] + spline[x][3] * near[3];
    }
  }
  return field;
}

}  // namespace

AffineMap inverse_map(const AffineParams& params) {
  constexpr float centre = (image_side - 1) / 2.0f;
  const float centre_x = centre + params.shift_x, centre_y = centre + params.shift_y;

  const auto [cosine, sine] = params.rotation;
  const float shrink_x = 1 / (params.scale * params.aspect), shrink_y = params.aspect / params.scale;
  AffineMap map{};
  map.xx = (cosine + params.shear * sine) * shrink_x;
  map.xy = (sine - params.shear * cosine) * shrink_x;
  map.yx = -sine * shrink_y;
  map.yy = cosine * shrink_y;
  map.x0 = centre - map.xx * centre_x - map.xy * centre_y;
  map.y0 = centre - map.yx * centre_x - map.yy * centre_y;
  return map;
}

DisplacementField elastic_field(float pixels, Random& random) {
  DisplacementField field;
  field.x = random_field(pixels, random);
  field.y = random_field(pixels, random);
  return field;
}

/// Source coordinates are those of the padded copy, where they are never negative. Clamping them to the
/// padding is enough: everything further out is paper as well.
void warp(std::span<float, image_pixels> image, AffineMap map, const DisplacementField& displacement) {
  const PaddedImage source(image);
  const float* pixels = source.pixels.data();
  constexpr float limit = image_side + PaddedImage::margin;
  for (int y = 0; y < image_side; ++y) {
    const float start_x = map.xy * static_cast<float>(y) + map.x0 + PaddedImage::margin;
    const float start_y = map.yy * static_cast<float>(y) + map.y0 + PaddedImage::margin;
    float* row = image.data() + y * image_side;
    const float* offset_x = displacement.x.data() + y * image_side;
    const float* offset_y = displacement.y.data() + y * image_side;
    for (int x = 0; x < image_side; ++x) {
      const float source_x =
          std::min(std::max(map.xx * static_cast<float>(x) + start_x + offset_x[x], 0.0f), limit);
      const float source_y =
          std::min(std::max(map.yx * static_cast<float>(x) + start_y + offset_y[x], 0.0f), limit);
      const int column = static_cast<int>(source_x), line = static_cast<int>(source_y);
      const float part_x = source_x - static_cast<float>(column),
                  part_y = source_y - static_cast<float>(line);
      const int corner = line * PaddedImage::stride + column;
      const float upper_left = pixels[corner], upper_right = pixels[corner + 1];
      const float lower_left = pixels[corner + PaddedImage::stride],
                  lower_right = pixels[corner + PaddedImage::stride + 1];
      const float upper = upper_left + part_x * (upper_right - upper_left);
      const float lower = lower_left + part_x * (lower_right - lower_left);
      row[x] = upper + part_y * (lower - upper);
    }
  }
}

}  // namespace inkling::augment
