// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/base/Digit.h"
#include "core/ink/Ink.h"

namespace inkling::ink {

/// MNIST scales each digit, aspect ratio kept, to fit a box of this many pixels a side.
inline constexpr int box_side = 20;

/// The target of a digit's centre of mass on both axes, in pixels; the centre of the first pixel is 0.
/// Measured on MNIST's 70,000 images: uniform over [13.5, 14.5), mean 14.00, standard deviation 0.29, as
/// expected when images are shifted by whole pixels to come as close as possible to 14.
inline constexpr float mass_centre = 14.0f;

/// The mean position of the ink, weighted by its darkness, in pixels. None for a blank image.
std::optional<Point> centre_of_mass(const DigitImage& image);

/// The shift along one axis that moves the centre of mass from `mass` to `mass_centre`, limited so that ink
/// from `low` to `high` stays inside the image. All in pixels.
float centring_shift(float mass, float low, float high);

struct RenderOptions {
  /// The pen's width relative to the 20-pixel box: 0.05 (one pixel) to 0.5.
  float relative_pen_width = 0.11f;
};

/// Renders strokes as a 28x28 image like MNIST's: smoothed, scaled to fit the 20x20 box with the aspect
/// ratio kept, drawn with an anti-aliased round pen, and shifted so that the centre of mass is at the
/// centre. The result does not depend on the ink's unit or position. Skips points that are not finite; none
/// if no point is left. A dot counts as ink.
std::optional<DigitImage> render(const Ink& ink, const RenderOptions& options = {});

}  // namespace inkling::ink
