// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// The grey of the paper of a drawing on one even grey: of most of the picture's border, and of a good part
/// of the picture. None for a photo.
std::optional<int> flat_paper(const GreyImage& picture);

/// How far each pixel is from an even paper, to the side that most of the ink is on.
GreyImage contrast_to(const GreyImage& picture, int paper);

/// Whether there is noise around the ink, as from JPEG: many pixels that hardly differ from the paper.
bool has_compression_noise(const GreyImage& contrast);

}  // namespace inkling::picture
