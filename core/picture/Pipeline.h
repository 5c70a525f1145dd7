// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "core/base/Digit.h"
#include "core/picture/ConnectedComponents.h"
#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// The ink of a picture, found by extract_ink().
struct ExtractedInk {
  GreyImage paper;    // the picture at the mask's size
  GreyImage all_ink;  // the mask with printed lines
  GreyImage mask;     // 0 is paper, up to 255 is ink
  std::vector<Component> components;
  std::vector<ink::Bounds> dots;  // what may be a decimal point, see Writing
  int downscale_factor = 1;       // the picture's size divided by the mask's
};

/// Finds what is written in a photo or scan: downscale(), find_sheet(), ink_mask(), remove_ruled_lines(),
/// select_writing(), split_touching_digits(). No components if nothing stands out from the paper.
ExtractedInk extract_ink(const GreyImage& picture);

/// Turns a picture of one digit into a network's input. A 28x28 picture keeps its pixels, inverted if it is
/// dark on light. In any other the ink is extracted, thickened to MNIST's stroke width, and normalised. None
/// if nothing stands out.
std::optional<DigitImage> digit_from_picture(const GreyImage& picture);

/// Whether a picture is 28x28.
bool has_digit_size(const GreyImage& picture);

}  // namespace inkling::picture
