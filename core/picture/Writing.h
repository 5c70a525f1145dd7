// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/picture/ConnectedComponents.h"

namespace inkling::picture {

struct Writing {
  std::vector<Component> components;
  std::vector<ink::Bounds> dots;  // too small for a digit or a comma, and large enough for a point
};

/// Drops what can't be writing from the connected components of an ink mask: dots and specks, rings around
/// other ink, and, in a photo or scan, what the picture's border cuts off, such as a table or a thumb. If
/// nothing else is there, what touches the border is kept. `is_flat`: the ink was drawn on an even ground, up
/// to its border (see InkMask).
Writing select_writing(const GreyImage& ink, std::vector<Component> components, bool is_flat);

/// Drops what is straight and much thinner than the strokes of the writing: pieces of printed lines. Slices
/// of a component may be short, others are half as long as the writing is high. To be used after
/// split_touching_digits(), as lines may touch digits.
void drop_hairlines(const GreyImage& ink, std::vector<Component>& components);

}  // namespace inkling::picture
