#pragma once

#include <array>

#include "core/base/Digit.h"
#include "core/base/Random.h"

namespace inkling::augment {

/// How far each pixel is taken from its place, in pixels, row by row.
struct Displacement {
  std::array<float, image_pixels> x{}, y{};
};

/// A smooth random field, as paper that is pulled here and pushed there (Simard, Steinkraus and Platt, 2003).
/// Random vectors within +-`pixels` stand 9 pixels apart, and a cubic B-spline runs between them in place of
/// the paper's Gaussian: as smooth, and far less work. Draws equally many numbers whatever `pixels` is.
Displacement elastic(float pixels, Random& random);

}  // namespace inkling::augment
