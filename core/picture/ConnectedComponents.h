#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/ink/Segment.h"
#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// Ink of a picture that hangs together, or a part of it.
struct Component {
  std::vector<std::uint32_t> places;  // of its pixels, see GreyImage
  ink::Part part;                     // its bounds in pixels: the right edge of the first one is at 1
};

/// The ink of a picture (0 is paper) cut into parts that each are of one digit: what hangs together, without
/// specks, and what is too wide for a narrow digit cut where digits may have run into each other. Whoever
/// reads joins what was cut for nothing.
std::vector<Component> find_components(const GreyImage& ink);

/// Some of these blobs alone, cut out of the picture, with a pen about as wide as MNIST's: thin ink would all
/// but vanish when it is made small.
GreyImage cut_out(const GreyImage& ink, std::span<const Component> blobs,
                  std::span<const std::uint32_t> which);

}  // namespace inkling::picture
