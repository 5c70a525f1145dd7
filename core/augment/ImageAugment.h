// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "core/augment/AugmentOptions.h"
#include "core/base/Digit.h"
#include "core/base/Random.h"

namespace inkling::augment {

/// Changes an image [28, 28] of values from 0 (paper) to 1 (ink) into another plausible one of the same
/// digit: stroke width first, then elastic distortion with rotation, shear, scale and shift, then blur and
/// noise. What leaves the image is lost, and paper comes in from outside. The result is determined by the
/// state of the generator. Draws the same number of random values for any image and options. To add an
/// augmentation, see AugmentOptions.
void augment_image(std::span<float, image_pixels> image, const AugmentOptions& options, Random& random);

/// Gaussian-like blur of an image [28, 28] with a standard deviation of at most 0.7 pixels: a separable
/// kernel of three weights with that variance. What would spread beyond the edges is lost.
void blur(std::span<float, image_pixels> image, float deviation_pixels);

/// Adds noise of this standard deviation to each pixel, from a generator seeded with `seed`, and clamps the
/// result to 0 to 1. The noise is uniform rather than normal, which is cheaper and as good for training.
void add_noise(std::span<float, image_pixels> image, float deviation, std::uint64_t seed);

}  // namespace inkling::augment
