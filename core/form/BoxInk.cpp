// SPDX-License-Identifier: MIT
#include "core/form/BoxInk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>

#include "core/form/PrintedLines.h"
#include "core/form/RectifiedPage.h"
#include "core/picture/ConnectedComponents.h"
#include "core/picture/Normalise.h"

namespace inkling::form {

namespace {

using picture::GreyImage;

constexpr int min_ink_contrast = 26;  // of 255; the paper's texture has less

int rounded(double value) {
  return static_cast<int>(std::lround(value));
}

void erase_area(GreyImage& contrast, const Area& area) {
  for (int y = std::max(0, rounded(area.top)); y < std::min(contrast.height, rounded(area.bottom)); ++y) {
    for (int x = std::max(0, rounded(area.left)); x < std::min(contrast.width, rounded(area.right)); ++x)
      contrast.at(x, y) = 0;
  }
}

/// The contrast that hardly any paper exceeds: three times the median in the boxes, which are mostly paper.
int noise_floor_of(const GreyImage& contrast, const std::vector<Area>& boxes) {
  std::array<int, 256> histogram{};
  int count = 0;
  for (const Area& box : boxes) {
    for (int y = std::max(0, rounded(box.top) + 6); y < std::min(contrast.height, rounded(box.bottom) - 6);
         ++y) {
      for (int x = std::max(0, rounded(box.left) + 6); x < std::min(contrast.width, rounded(box.right) - 6);
           ++x) {
        ++histogram[contrast.at(x, y)];
        ++count;
      }
    }
  }
  int level = 0;
  for (int below = 0; level < 255; ++level) {
    below += histogram[static_cast<std::size_t>(level)];
    if (2 * below >= count) break;
  }
  return std::clamp(3 * level, min_ink_contrast, 90);
}

/// A crop of the page around a box.
struct BoxWindow {
  GreyImage image;
  int left = 0, top = 0;
};

BoxWindow cut_window(const GreyImage& page, const Area& box) {
  const int margin = rounded(1.6 * page_scale);
  BoxWindow window;
  window.left = std::clamp(rounded(box.left) - margin, 0, page.width);
  window.top = std::clamp(rounded(box.top) - margin, 0, page.height);
  const int right = std::clamp(rounded(box.right) + margin, window.left, page.width),
            bottom = std::clamp(rounded(box.bottom) + margin, window.top, page.height);
  window.image = picture::cropped(page, window.left, window.top, right - window.left, bottom - window.top);
  return window;
}

bool is_in_box(const Area& box, int x, int y) {
  return x + 0.5 >= box.left && x + 0.5 < box.right && y + 0.5 >= box.top && y + 0.5 < box.bottom;
}

/// The contrast of a box's strongest ink, without outliers. 0 if the box is too small.
int strongest_ink(const BoxWindow& window, const Area& box) {
  constexpr std::size_t enough = 10;  // pixels: a quarter of a square millimetre
  std::vector<std::uint8_t> inside;
  for (int y = 0; y < window.image.height; ++y) {
    for (int x = 0; x < window.image.width; ++x) {
      if (is_in_box(box, window.left + x, window.top + y)) inside.push_back(window.image.at(x, y));
    }
  }
  if (inside.size() <= enough) return 0;
  std::ranges::nth_element(inside, inside.begin() + enough, std::greater());
  return inside[enough];
}

/// Maps contrast to a soft ink mask.
void stretch(GreyImage& contrast, int strongest, int floor) {
  const int low = std::max(floor, strongest * 35 / 100), high = std::max(low + 8, strongest * 7 / 10);
  for (std::uint8_t& pixel : contrast.pixels)
    pixel = static_cast<std::uint8_t>(std::clamp(255 * (pixel - low) / (high - low), 0, 255));
}

/// Whether most of a component, whose pixels are in the window, lies in the box.
bool belongs_to(const picture::Component& component, const BoxWindow& window, const Area& box) {
  const auto inside = std::ranges::count_if(component.pixels, [&](std::uint32_t pixel) {
    return is_in_box(box, window.left + static_cast<int>(pixel) % window.image.width,
                     window.top + static_cast<int>(pixel) / window.image.width);
  });
  return 2 * static_cast<std::size_t>(inside) >= component.pixels.size();
}

/// The components of a box's ink, without specks and the ink of neighbouring boxes.
std::vector<picture::Component> components_in(const BoxWindow& window, const Area& box) {
  constexpr double min_side = 0.7 * page_scale;
  std::vector<picture::Component> components = picture::connected_components(window.image);
  std::erase_if(components, [&](const picture::Component& component) {
    return component.part.bounds.longest_side() < min_side || !belongs_to(component, window, box);
  });
  return components;
}

}  // namespace

PageInk::PageInk(GreyImage contrast, const std::vector<Area>& boxes, const std::vector<Area>& points)
    : contrast_(std::move(contrast)) {
  noise_floor_ = noise_floor_of(contrast_, boxes);
  erase_printed_lines(contrast_, boxes, noise_floor_);
  for (const Area& point : points) erase_area(contrast_, point);
}

BoxInk PageInk::in_box(const Area& box) const {
  constexpr double min_ink_side = 1.1 * page_scale, clear_side = 1.9 * page_scale;
  BoxWindow window = cut_window(contrast_, box);
  const int strongest = strongest_ink(window, box);
  if (strongest <= noise_floor_) return {};
  stretch(window.image, strongest, noise_floor_);
  const std::vector<picture::Component> components = components_in(window, box);
  BoxInk ink;
  for (const picture::Component& component : components) ink.bounds.include(component.part.bounds);
  if (components.empty() || ink.bounds.longest_side() < min_ink_side) return {};
  ink.image = picture::normalise(picture::crop_components(window.image, components));
  ink.bounds.left += window.left;
  ink.bounds.right += window.left;
  ink.bounds.top += window.top;
  ink.bounds.bottom += window.top;
  ink.strength = strongest;
  ink.is_faint = ink.bounds.longest_side() < clear_side || strongest < noise_floor_ + noise_floor_ / 2;
  return ink;
}

}  // namespace inkling::form
