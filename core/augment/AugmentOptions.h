// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace inkling::augment {

/// Ranges of redraw_strokes(), which renders a digit anew from its strokes each time it is used in training.
struct StrokeAugmentOptions {
  float min_pen_share = 0.07f;  // pen width as a share of the 20-pixel box, 0.05 to 0.5
  float max_pen_share = 0.16f;
  float slant = 0.15f;       // horizontal shift per unit of height, uniform within +-
  float tremor = 0.006f;     // standard deviation of a point's offset, as a share of the digit's longest side
  float stretch = 0;         // width multiplied or divided by up to 1 plus this
  float variant_chance = 0;  // probability of another form of 0, 1 or 7, see add_variant()
  float coarse_chance = 0;   // probability of coarse sampling: most points are dropped
};

/// Ranges of augment_image(). Unless noted otherwise, a change is drawn uniformly from plus or minus the
/// range. There are no flips: a mirrored digit is no longer that digit. To add one: its range in
/// visit_options_omitted_if_zero(), its use in augment_image() or redraw_strokes(), 0 in the tests'
/// NoAugmentation.h; in the page, if it concerns every image, strengthNames in
/// web/src/train/run/augmentation.ts and its name in web/src/messages.
struct AugmentOptions {
  float rotation_degrees = 15;
  float scale = 0.15f;                // 0.85 to 1.15 times the size
  float aspect = 0.05f;               // wider and lower, or narrower and taller, by this share
  float shear = 0.25f;                // horizontal pixels per pixel of height
  float shift_pixels = 3;             // along each axis
  float stroke_width_pixels = 1;      // change of the stroke width, at most 2
  float stroke_width_chance = 0.5f;   // probability of such a change
  float elastic_pixels = 0;           // largest displacement of an elastic distortion
  float blur_pixels = 0;              // standard deviation of the widest blur, at most 0.7
  float noise = 0;                    // standard deviation of the strongest noise; paper is 0, ink is 1
  StrokeAugmentOptions strokes = {};  // for images that have strokes
};

/// The options as text, "rotation 15, scale 0.15, ...". Equal text means equal options.
std::string format_augmentation(const AugmentOptions& options);

/// Parses some options in the form of format_augmentation(); the others are those of `defaults`. Fails for an
/// unknown name or a value out of range.
Result<AugmentOptions> parse_augmentation(std::string_view text, AugmentOptions defaults = {});

/// The name of an option as it appears in the text, and the range of its value.
struct AugmentRange {
  std::string name;
  double min = 0, max = 0;
};

std::vector<AugmentRange> augmentation_ranges();

}  // namespace inkling::augment
