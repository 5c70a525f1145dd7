// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/form/FormLayout.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// The scale of straightened pages, in pixels per millimetre: a box is about 40 pixels wide.
inline constexpr double page_scale = 6;

/// A part of a picture as it would look from straight above. `to_picture` takes millimetres to pixels.
picture::GreyImage straightened(const picture::GreyImage& picture, const Homography& to_picture,
                                const Area& area, double pixels_per_millimetre);

/// How much darker each pixel is than the paper around it, 255 times the share of the paper's grey. Whatever
/// is narrower than twice `reach` may be ink, and paper counts as no darker than `darkest_paper`.
picture::GreyImage contrast_to_paper(const picture::GreyImage& picture, int reach, int darkest_paper);

/// The same for the strokes and lines of a straightened page.
picture::GreyImage contrast_to_paper(const picture::GreyImage& page);

/// The layout's boxes where they are on a straightened page, in pixels: the paper may be curled, and the lens
/// may bend lines, so that the boxes of a field are looked for around their place. `contrast` is the page's.
std::vector<Area> locate_boxes(const picture::GreyImage& contrast, const FormLayout& layout);

}  // namespace inkling::form
