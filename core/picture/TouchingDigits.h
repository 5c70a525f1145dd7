// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/picture/ConnectedComponents.h"

namespace inkling::picture {

/// Cuts a component that is wider than a narrow digit into slices, from left to right, wherever digits may
/// touch. This over-segments: the recogniser joins slices of one digit again. No pixel is lost.
/// `writing_height` is in pixels.
std::vector<Component> split_touching_digits(const GreyImage& ink, const Component& component,
                                             double writing_height);

}  // namespace inkling::picture
