#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "core/data/Affine.h"
#include "core/data/Dataset.h"

namespace inkling {

/// Where an image that was not read surely is put, to be read again each time: turned a little or a pixel
/// further. It is answered by the mean of the logits of all looks (test-time augmentation, as in Krizhevsky
/// et al., 2012). A network errs where it wavers: of 10,000 digits about 150 are looked at again, and a tenth
/// of all mistakes is gone (core/model/recipes.md).
inline constexpr std::array second_looks = {
    Placing{.degrees = -4}, Placing{.degrees = 4}, Placing{.right = -1},
    Placing{.right = 1},    Placing{.down = -1},   Placing{.down = 1},
};

/// Whether the likeliest digit's calibrated probability leaves room for a second look.
bool is_unsure(std::span<const float, class_count> logits, float temperature);

DigitImage placed(const DigitImage& image, const Placing& placing);

/// Takes the logits of a first look, at one image or several, to the mean of all looks; `look` gives as many
/// for a placing.
template <class Logits, class Look>
void take_mean_of_looks(Logits&& logits, const Look& look) {
  for (const Placing& placing : second_looks)
    std::ranges::transform(logits, look(placing), logits.begin(), std::plus<>());
  for (float& logit : logits) logit /= static_cast<float>(1 + second_looks.size());
}

}  // namespace inkling
