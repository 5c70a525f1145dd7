// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "core/picture/ConnectedComponents.h"

namespace inkling::picture {

/// Splits the components of some writing where digits may touch, so that none contains more than one digit.
std::vector<Component> split_touching_digits(const GreyImage& ink, std::span<const Component> components);

/// Cuts a component that is wider than a narrow digit into slices, from left to right, wherever digits may
/// touch. This over-segments: the recogniser joins slices of one digit again. No pixel is lost.
/// `writing_height` is in pixels.
std::vector<Component> split_touching_digits(const GreyImage& ink, const Component& component,
                                             double writing_height);

}  // namespace inkling::picture
