// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>

#include "core/base/Digit.h"
#include "core/base/Random.h"

namespace inkling::augment {

/// A clockwise rotation. The engine that reads knows its few angles: as constants, they spare it 3 KB of
/// trigonometric functions.
struct Rotation {
  float cosine = 1, sine = 0;
};

/// An affine transform of an image: scaled, sheared and rotated about the centre, then shifted.
struct AffineParams {
  Rotation rotation{};
  float scale = 1, aspect = 1;     // `aspect` times wider and lower by the same factor
  float shear = 0;                 // pixels to the right per pixel down
  float shift_x = 0, shift_y = 0;  // pixels to the right, pixels down
};

/// Maps a pixel x, y of the result to its source: column xx x + xy y + x0, row yx x + yy y + y0.
struct AffineMap {
  float xx, xy, x0;
  float yx, yy, y0;
};

AffineMap inverse_map(const AffineParams& params);

/// Offset of each pixel's source, in pixels, row by row.
struct DisplacementField {
  std::array<float, image_pixels> x{}, y{};
};

/// A smooth random field for elastic distortion (Simard, Steinkraus and Platt, 2003): a cubic B-spline
/// through random vectors within +-`pixels` on a grid with a spacing of 9 pixels. The paper smooths with a
/// Gaussian; the spline is as smooth and far cheaper. Draws the same number of random values whatever
/// `pixels` is.
DisplacementField elastic_field(float pixels, Random& random);

/// Resamples the image [28, 28] bilinearly: each pixel comes from where `map` plus `displacement` points.
/// What leaves the image is lost, and paper comes in from outside.
void warp(std::span<float, image_pixels> image, AffineMap map, const DisplacementField& displacement = {});

}  // namespace inkling::augment
