#include "core/augment/Affine.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/augment/PaddedImage.h"

namespace inkling::augment {

Affine inverse_of(const AffineParams& params) {
  const float angle = params.degrees * std::numbers::pi_v<float> / 180;
  constexpr float middle = (image_side - 1) / 2.0f;
  const float middle_x = middle + params.right, middle_y = middle + params.down;

  const float cosine = std::cos(angle), sine = std::sin(angle);
  const float shrink_x = 1 / (params.scale * params.aspect), shrink_y = params.aspect / params.scale;
  Affine map{};
  map.xx = (cosine + params.shear * sine) * shrink_x;
  map.xy = (sine - params.shear * cosine) * shrink_x;
  map.yx = -sine * shrink_y;
  map.yy = cosine * shrink_y;
  map.x0 = middle - map.xx * middle_x - map.xy * middle_y;
  map.y0 = middle - map.yx * middle_x - map.yy * middle_y;
  return map;
}

/// Rows and columns are counted in the padded copy, where the margin makes them positive; whatever lies
/// further out is paper like the margin.
void transform(std::span<float, image_pixels> image, Affine map, const Displacement& bent) {
  const Padded source(image);
  const float* pixels = source.pixels.data();
  constexpr float furthest = image_side + Padded::margin;
  for (int y = 0; y < image_side; ++y) {
    const float start_x = map.xy * static_cast<float>(y) + map.x0 + Padded::margin;
    const float start_y = map.yy * static_cast<float>(y) + map.y0 + Padded::margin;
    float* row = image.data() + y * image_side;
    const float *off_x = bent.x.data() + y * image_side, *off_y = bent.y.data() + y * image_side;
    for (int x = 0; x < image_side; ++x) {
      const float from_x =
          std::min(std::max(map.xx * static_cast<float>(x) + start_x + off_x[x], 0.0f), furthest);
      const float from_y =
          std::min(std::max(map.yx * static_cast<float>(x) + start_y + off_y[x], 0.0f), furthest);
      const int column = static_cast<int>(from_x), line = static_cast<int>(from_y);
      const float right = from_x - static_cast<float>(column), below = from_y - static_cast<float>(line);
      const int corner = line * Padded::stride + column;
      const float upper_left = pixels[corner], upper_right = pixels[corner + 1];
      const float lower_left = pixels[corner + Padded::stride],
                  lower_right = pixels[corner + Padded::stride + 1];
      const float upper = upper_left + right * (upper_right - upper_left);
      const float lower = lower_left + right * (lower_right - lower_left);
      row[x] = upper + below * (lower - upper);
    }
  }
}

}  // namespace inkling::augment
