// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/form/FormLayout.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// The scale of rectified pages, in pixels per millimetre. A box is about 40 pixels wide.
inline constexpr double page_scale = 6;

/// The part of a picture that shows `area`, without perspective. `to_picture` maps millimetres to pixels.
picture::GreyImage rectify(const picture::GreyImage& picture, const Homography& to_picture, const Area& area,
                           double pixels_per_millimetre);

/// How much darker each pixel is than the paper around it: 0 for paper, 255 for black. Ink is assumed to be
/// narrower than 2 * `reach` pixels, and paper to be no darker than `darkest_paper`.
picture::GreyImage contrast_to_paper(const picture::GreyImage& picture, int reach, int darkest_paper);

/// The same, with parameters for the strokes and lines of a rectified page.
picture::GreyImage contrast_to_paper(const picture::GreyImage& page);

/// The layout's boxes as they are on a rectified page, in pixels. The boxes of a field are searched for
/// around their expected position, as curled paper and lens distortion move them. `contrast` is
/// contrast_to_paper() of the page.
std::vector<Area> locate_boxes(const picture::GreyImage& contrast, const FormLayout& layout);

}  // namespace inkling::form
