#pragma once

#include <span>

#include "core/augment/StrokeAugment.h"
#include "core/base/Digit.h"
#include "core/base/Random.h"

namespace inkling::augment {

/// How far an image may be changed: each is half the width of an even range around "not at all". No flips: a
/// mirrored digit is another sign.
struct AugmentOptions {
  float rotation_degrees = 15;
  float scale = 0.15f;            // in size: 0.85 to 1.15 times
  float aspect = 0.05f;           // wider and lower, or narrower and higher, by this share
  float shear = 0.25f;            // pixels to the side for each pixel up
  float shift_pixels = 3;         // along each axis
  float stroke_pixels = 1;        // in the width of the strokes, at most 2
  float stroke_chance = 0.5f;     // share of images whose strokes change their width
  float elastic_pixels = 0;       // of the smooth field that bends the image
  float blur_pixels = 0;          // standard deviation of the widest blur, at most 0.7
  float noise = 0;                // standard deviation of the strongest noise, of paper to ink
  StrokeAugmentOptions pen = {};  // of images with an ink, which are drawn anew before
};

/// Changes one image [28, 28] of values from 0 (paper) to 1 (ink) into another that a hand might have
/// written: strokes of another width, then bent, turned, sheared, scaled and shifted about the middle, and
/// taken by a camera that is out of focus and noisy. Whatever leaves the field is lost; what enters is paper.
/// Deterministic for a state of the generator, and draws equally many numbers from it whatever the image.
void augment(std::span<float, image_pixels> image, const AugmentOptions& options, Random& random);

}  // namespace inkling::augment
