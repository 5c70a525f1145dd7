// SPDX-License-Identifier: MIT
#pragma once

#include "core/augment/AugmentOptions.h"

namespace inkling::augment {

/// No change to the image until a test sets a member. Digits with strokes are still redrawn.
inline constexpr AugmentOptions no_augmentation{.rotation_degrees = 0,
                                                .scale = 0,
                                                .aspect = 0,
                                                .shear = 0,
                                                .shift_pixels = 0,
                                                .stroke_width_pixels = 0,
                                                .stroke_width_chance = 0,
                                                .elastic_pixels = 0,
                                                .blur_pixels = 0,
                                                .noise = 0,
                                                .strokes = {}};

}  // namespace inkling::augment
