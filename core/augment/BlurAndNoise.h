#pragma once

#include <cstdint>
#include <span>

#include "core/base/Digit.h"

namespace inkling::augment {

/// Blurs an image [28, 28] by a bell of this standard deviation, in pixels, at most 0.7: three weights along
/// each axis have its variance. What would spread beyond the field is lost.
void blur(std::span<float, image_pixels> image, float deviation);

/// Adds to each pixel a number of this standard deviation that a generator of `seed` draws, and keeps the
/// pixels between 0 (paper) and 1 (ink).
void add_noise(std::span<float, image_pixels> image, float deviation, std::uint64_t seed);

}  // namespace inkling::augment
