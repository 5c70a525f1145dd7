// SPDX-License-Identifier: MIT
#pragma once

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// An ink mask: 0 is paper, up to 255 is ink.
struct InkMask {
  GreyImage ink;         // of the picture's size; all 0 if nothing stands out
  bool is_flat = false;  // drawn on one even grey, as by a program, so nothing but ink is there
};

/// Separates ink from paper: dark on light or light on dark.
///
/// A drawing on one even grey keeps its shades. In a photo or scan, the paper's grey is what remains when
/// narrow dark things are closed, so shadows may have hard edges. Ink is what is darker than that by a share
/// of the paper's grey, by more than the noise, and by a share of the strongest ink near it, so faint and
/// strong ink may be side by side (compare Sauvola and Pietikainen, 2000; Wolf and Jolion, 2003).
InkMask ink_mask(const GreyImage& picture);

}  // namespace inkling::picture
