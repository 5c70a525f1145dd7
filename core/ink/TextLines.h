// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/ink/Ink.h"

namespace inkling::ink {

/// Groups the parts of some writing into lines by their bounding boxes. Each part joins the nearest one to
/// its left that is about as high up, so lines may slant, lie close together, and differ in size. Lines side
/// by side at the same height, as in columns of a table, are one. Returns the indices of each line's parts,
/// ascending, with the lines from top to bottom. Empty boxes are in no line.
std::vector<std::vector<std::uint32_t>> text_lines(std::span<const Bounds> boxes);

}  // namespace inkling::ink
