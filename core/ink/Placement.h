#pragma once

#include <optional>

#include "core/ink/Ink.h"

namespace inkling::ink {

/// MNIST fits a digit, its aspect kept, into a box of this many pixels a side and lays the box into the
/// image.
inline constexpr int box_side = 20;

/// Where MNIST's digits have their centre of mass, counted in pixels from the middle of the first one, in
/// both directions. Measured: over the 70,000 images it is spread evenly over [13.5, 14.5), mean 14.00 and
/// standard deviation 0.29, as it must be where whole pixels are moved to come nearest to 14.
inline constexpr float mass_centre = 14.0f;

/// The mean place of the ink, weighted by its darkness, in pixels from the middle of the first one.
/// Nothing for a blank image.
std::optional<Point> centre_of_mass(const DigitImage& image);

/// How far to move ink along one axis so that its mass comes to the centre, as far as the image holds all of
/// it. `mass` is where the centre of mass is now, the ink reaches from `low` to `high`, in pixels from the
/// middle of the first one.
float centring_shift(float mass, float low, float high);

}  // namespace inkling::ink
