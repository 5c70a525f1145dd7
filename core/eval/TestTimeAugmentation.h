// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>

#include "core/augment/Warp.h"
#include "core/base/Digit.h"
#include "core/data/Batches.h"
#include "core/eval/BatchInference.h"
#include "core/model/Model.h"

namespace inkling::eval {

/// Rotations of 4 degrees.
inline constexpr augment::Rotation four_degrees{.cosine = 0.99756405f, .sine = 0.06975647f};
inline constexpr augment::Rotation four_degrees_back{.cosine = four_degrees.cosine,
                                                     .sine = -four_degrees.sine};

/// The transforms of test-time augmentation (as in Krizhevsky et al., 2012): if the network is not confident
/// of an image, its logits are averaged with those of its transforms. Errors are concentrated among
/// low-confidence images: about 150 of 10,000 digits get this treatment, which removes a tenth of all errors
/// (core/model/recipe-experiments.md).
inline constexpr std::array tta_transforms = {
    augment::AffineParams{.rotation = four_degrees_back},
    augment::AffineParams{.rotation = four_degrees},
    augment::AffineParams{.shift_x = -1},
    augment::AffineParams{.shift_x = 1},
    augment::AffineParams{.shift_y = -1},
    augment::AffineParams{.shift_y = 1},
};

/// Whether the most likely class has a calibrated probability below 0.95.
bool needs_tta(std::span<const float> logits, float temperature);

DigitImage transformed(const DigitImage& image, const augment::AffineParams& params);

/// Replaces an image's `logits` by the mean of these and `transformed_logits` [transforms, classes].
void average_tta_logits(std::span<float> logits, std::span<const float> transformed_logits);

/// Applies test-time augmentation to those images of the subset that need it. `logits` [subset.size(),
/// classes] are the model's, and `inference` is for its network. The same bits for any number of threads.
void apply_tta(const model::Model& model, const data::Subset& subset, std::span<float> logits,
               ThreadPool& pool, BatchInference& inference);

}  // namespace inkling::eval
