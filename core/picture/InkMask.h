// SPDX-License-Identifier: MIT
#pragma once

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// Separates ink from paper in a photo or scan: dark on light or light on dark, unevenly lit, noisy. Soft
/// binarisation in three steps: estimate the paper's grey around each pixel, subtract it, and keep what
/// stands out from the noise (compare Sauvola and Pietikainen, 2000). The mask has the picture's size; 0 is
/// paper, up to 255 is ink. All 0 if nothing stands out.
GreyImage ink_mask(const GreyImage& picture);

}  // namespace inkling::picture
