#pragma once

#include <span>

#include "core/augment/Elastic.h"
#include "core/base/Digit.h"

namespace inkling::augment {

/// How an image is put elsewhere in its field: scaled, sheared and turned about the middle, then shifted.
struct AffineParams {
  float degrees = 0;            // to the right, as a clock's hand
  float scale = 1, aspect = 1;  // wider by `aspect` and lower by it
  float shear = 0;              // pixels to the side for each pixel up
  float right = 0, down = 0;    // pixels
};

/// Where a pixel of the result comes from: column xx x + xy y + x0 and row yx x + yy y + y0 of the source.
struct Affine {
  float xx, xy, x0;
  float yx, yy, y0;
};

Affine inverse_of(const AffineParams& params);

/// Draws the image [28, 28] anew, each pixel from where the map and what bends it say, by bilinear
/// interpolation. Whatever leaves the field is lost; what enters is paper.
void transform(std::span<float, image_pixels> image, Affine map, const Displacement& bent = {});

}  // namespace inkling::augment
