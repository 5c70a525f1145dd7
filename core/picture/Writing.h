// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/picture/ConnectedComponents.h"

namespace inkling::picture {

/// Drops what can't be writing from the connected components of an ink mask: specks, rings around other ink,
/// and, in a photo or scan, what the picture's border cuts off, such as a table or a thumb. If nothing else
/// is there, what touches the border is kept. `is_flat`: the ink was drawn on an even ground, up to its
/// border (see InkMask).
std::vector<Component> select_writing(const GreyImage& ink, std::vector<Component> components, bool is_flat);

}  // namespace inkling::picture
