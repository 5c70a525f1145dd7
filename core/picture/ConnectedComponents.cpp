// SPDX-License-Identifier: MIT
#include "core/picture/ConnectedComponents.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace inkling::picture {

namespace {

constexpr std::uint8_t foreground = 128;  // at least this is certainly ink

/// Removes the component that contains the pixel `start` from `ink` by flood fill. Returns an empty one if
/// none of its pixels is certainly ink.
Component extract_component(GreyImage& ink, std::uint32_t start) {
  Component component{{start}, {}, {}};
  bool certain = ink.pixels[start] >= foreground;
  ink.pixels[start] = 0;
  for (std::size_t next = 0; next < component.pixels.size(); ++next) {
    const int x = static_cast<int>(component.pixels[next]) % ink.width,
              y = static_cast<int>(component.pixels[next]) / ink.width;
    include_pixel(component.part.bounds, x, y);
    for (int near_y = std::max(0, y - 1); near_y <= std::min(ink.height - 1, y + 1); ++near_y) {
      for (int near_x = std::max(0, x - 1); near_x <= std::min(ink.width - 1, x + 1); ++near_x) {
        std::uint8_t& pixel = ink.at(near_x, near_y);
        if (pixel == 0) continue;
        certain |= pixel >= foreground;
        pixel = 0;
        component.pixels.push_back(static_cast<std::uint32_t>(ink.index(near_x, near_y)));
      }
    }
  }
  return certain ? component : Component();
}

/// Grey dilation with a disc. The image needs an empty margin of `radius`.
GreyImage dilate(const GreyImage& ink, int radius) {
  GreyImage result = ink;
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      const std::uint8_t pixel = ink.at(x, y);
      if (pixel == 0) continue;
      for (int dy = -radius; dy <= radius; ++dy) {
        for (int dx = -radius; dx <= radius; ++dx) {
          if (dy * dy + dx * dx > radius * radius) continue;
          std::uint8_t& near = result.at(x + dx, y + dy);
          near = std::max(near, pixel);
        }
      }
    }
  }
  return result;
}

/// Twice the area of the ink over the length of its outline, in pixels.
double stroke_width(const GreyImage& ink) {
  double area = 0;
  int outline = 0;
  for (int y = 1; y < ink.height; ++y) {
    for (int x = 1; x < ink.width; ++x) {
      const bool inked = ink.at(x, y) >= foreground;
      area += ink.at(x, y) / 255.0;
      outline += (inked != (ink.at(x - 1, y) >= foreground)) + (inked != (ink.at(x, y - 1) >= foreground));
    }
  }
  // A slanted outline is counted as steps, on average 4 / pi times its length.
  return outline == 0 ? 0 : 2 * area / (outline * std::numbers::pi / 4);
}

}  // namespace

void include_pixel(ink::Bounds& bounds, int x, int y) {
  bounds.include(ink::Bounds{static_cast<double>(x), static_cast<double>(y), x + 1.0, y + 1.0});
}

double tallest_height(std::span<const Component> components) {
  double height = 0;
  for (const Component& component : components) height = std::max(height, component.part.bounds.height());
  return height;
}

std::vector<Component> connected_components(GreyImage ink) {
  std::vector<Component> components;
  for (std::uint32_t index = 0; index < ink.pixels.size(); ++index) {
    if (ink.pixels[index] == 0) continue;
    Component component = extract_component(ink, index);
    if (!component.pixels.empty()) components.push_back(std::move(component));
  }
  return components;
}

GreyImage crop_components(const GreyImage& ink, std::span<const Component> components,
                          std::span<const std::uint32_t> chosen) {
  constexpr double min_stroke = 0.08, usual_stroke = 0.1;  // of the crop's longer side
  constexpr int enough = 90;                               // pixels on that side
  ink::Bounds bounds;
  for (const std::uint32_t index : chosen) bounds.include(components[index].part.bounds);
  const int margin = 1 + static_cast<int>(usual_stroke * bounds.longest_side());
  const int left = static_cast<int>(bounds.left) - margin, top = static_cast<int>(bounds.top) - margin;
  GreyImage crop = GreyImage::black(static_cast<int>(bounds.width()) + 2 * margin,
                                    static_cast<int>(bounds.height()) + 2 * margin);
  for (const std::uint32_t index : chosen) {
    for (const std::uint32_t pixel : components[index].pixels)
      crop.at(static_cast<int>(pixel) % ink.width - left, static_cast<int>(pixel) / ink.width - top) =
          ink.pixels[pixel];
    for (const std::uint32_t pixel : components[index].shared) {
      const int x = static_cast<int>(pixel) % ink.width - left, y = static_cast<int>(pixel) / ink.width - top;
      const int border = std::min({x, y, crop.width - 1 - x, crop.height - 1 - y});
      if (2 * border > margin) crop.at(x, y) = ink.pixels[pixel];  // dilation needs the rest
    }
  }
  // Large crops are shrunk first: they will be anyway, and thickening takes time.
  const int factor = std::max(1, static_cast<int>(bounds.longest_side()) / enough);
  crop = downscale(crop, factor);
  const double side = bounds.longest_side() / factor, width = stroke_width(crop);
  if (width >= min_stroke * side) return crop;
  return dilate(crop, static_cast<int>(std::lround((usual_stroke * side - width) / 2)));
}

GreyImage crop_components(const GreyImage& ink, std::span<const Component> components) {
  std::vector<std::uint32_t> all(components.size());
  std::iota(all.begin(), all.end(), 0u);
  return crop_components(ink, components, all);
}

}  // namespace inkling::picture
