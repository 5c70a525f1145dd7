#pragma once

#include "core/augment/Augment.h"

namespace inkling::augment {

/// Changes nothing but what a test sets in it; inks are drawn anew all the same.
inline constexpr AugmentOptions no_augmentation{.rotation_degrees = 0,
                                                .scale = 0,
                                                .aspect = 0,
                                                .shear = 0,
                                                .shift_pixels = 0,
                                                .stroke_pixels = 0,
                                                .stroke_chance = 0,
                                                .elastic_pixels = 0,
                                                .blur_pixels = 0,
                                                .noise = 0,
                                                .pen = {}};

}  // namespace inkling::augment
