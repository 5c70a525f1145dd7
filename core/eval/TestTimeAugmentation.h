#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "core/augment/Affine.h"
#include "core/data/Dataset.h"

namespace inkling::eval {

/// Where an image that was not read surely is put, to be read again each time: turned a little or a pixel
/// further. It is answered by the mean of the logits of all looks (test-time augmentation, as in Krizhevsky
/// et al., 2012). A network errs where it wavers: of 10,000 digits about 150 are looked at again, and a tenth
/// of all mistakes is gone (core/model/recipes.md).
inline constexpr std::array tta_transforms = {
    augment::AffineParams{.degrees = -4}, augment::AffineParams{.degrees = 4},
    augment::AffineParams{.right = -1},   augment::AffineParams{.right = 1},
    augment::AffineParams{.down = -1},    augment::AffineParams{.down = 1},
};

/// Whether the likeliest digit's calibrated probability leaves room for a second look.
bool needs_tta(std::span<const float, class_count> logits, float temperature);

DigitImage placed(const DigitImage& image, const augment::AffineParams& params);

/// Takes the logits of a first look, at one image or several, to the mean of all looks; `look` gives as many
/// for a placing.
template <class Logits, class Look>
void average_tta_logits(Logits&& logits, const Look& look) {
  for (const augment::AffineParams& params : tta_transforms)
    std::ranges::transform(logits, look(params), logits.begin(), std::plus<>());
  for (float& logit : logits) logit /= static_cast<float>(1 + tta_transforms.size());
}

}  // namespace inkling::eval
