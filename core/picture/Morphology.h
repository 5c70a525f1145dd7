// SPDX-License-Identifier: MIT
#pragma once

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// The largest grey within `reach` pixels along both axes, as far as the picture goes: a dilation with a
/// square of 2 * reach + 1 pixels. Takes the same time for any reach (van Herk, 1992).
GreyImage local_maximum(const GreyImage& picture, int reach);

/// Closing with that square: removes dark things narrower than the square. Edges between larger areas, such
/// as those of shadows, stay sharp.
GreyImage close_dark(const GreyImage& picture, int reach);

/// The mean grey within `reach` pixels along both axes, as far as the picture goes.
GreyImage box_blur(const GreyImage& picture, int reach);

/// Exchanges rows and columns.
GreyImage transposed(const GreyImage& picture);

/// 255 less each grey.
GreyImage inverted(GreyImage picture);

}  // namespace inkling::picture
