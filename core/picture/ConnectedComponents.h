// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/ink/SegmentationGraph.h"
#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// A connected component of an ink mask, or a slice of one.
struct Component {
  std::vector<std::uint32_t> pixels;  // indices, see GreyImage::index()
  std::vector<std::uint32_t> shared;  // pixels of neighbouring slices that may belong to this one, too
  ink::Part part;                     // bounds in pixels: the first pixel spans 0 to 1
};

/// Grows a component's bounding box by a pixel.
void include_pixel(ink::Bounds& bounds, int x, int y);

/// The height of the tallest component; 0 without any.
double tallest_height(std::span<const Component> components);

/// The 8-connected components of an ink mask, each with at least one pixel that is certainly ink.
std::vector<Component> connected_components(GreyImage ink);

/// Crops some of the components, without other ink, and shrinks large crops. Thin strokes are thickened to
/// about MNIST's stroke width, as they would almost vanish when scaled down.
GreyImage crop_components(const GreyImage& ink, std::span<const Component> components,
                          std::span<const std::uint32_t> chosen);

/// The same for all components.
GreyImage crop_components(const GreyImage& ink, std::span<const Component> components);

}  // namespace inkling::picture
