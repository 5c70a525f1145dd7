// SPDX-License-Identifier: MIT
#include "core/picture/Writing.h"

#include <algorithm>

namespace inkling::picture {

namespace {

constexpr std::size_t max_components = 2000;  // more are a texture

/// How many pixels of a component are on the picture's border.
int border_contact(const GreyImage& ink, const Component& component) {
  return static_cast<int>(std::ranges::count_if(component.pixels, [&](std::uint32_t pixel) {
    const int x = static_cast<int>(pixel) % ink.width, y = static_cast<int>(pixel) / ink.width;
    return x == 0 || y == 0 || x == ink.width - 1 || y == ink.height - 1;
  }));
}

/// The height of the tallest component.
double tallest(const std::vector<Component>& components) {
  double height = 0;
  for (const Component& component : components) height = std::max(height, component.part.bounds.height());
  return height;
}

/// Whether there is ink that may be writing without the components that touch the border.
bool is_enough(const std::vector<Component>& inside, const std::vector<Component>& all) {
  constexpr double min_share = 0.15;
  const double height = tallest(inside);
  return height >= 6 && height >= min_share * tallest(all);
}

/// Whether this is the end of a faint ruled line, the rest of which is too pale to be seen.
bool is_line_end(const GreyImage& ink, const ink::Bounds& bounds, double height) {
  constexpr double max_thickness = 0.12, min_aspect = 4;  // thickness in heights of the writing
  const bool touches_side = bounds.left <= 1 || bounds.right >= ink.width - 1;
  return touches_side && bounds.height() <= std::max(2.0, max_thickness * height) &&
         bounds.width() >= min_aspect * bounds.height();
}

void drop_border_things(const GreyImage& ink, std::vector<Component>& components, bool is_flat) {
  constexpr double max_cut = 0.4;      // of the component's longer side: a digit is hardly cut
  constexpr double max_contact = 0.3;  // of the picture's side, for a drawing that goes beyond its canvas
  const double side = std::min(ink.width, ink.height);
  const double height = tallest(components);
  std::vector<Component> inside;
  for (const Component& component : components) {
    if (is_line_end(ink, component.part.bounds, height)) continue;
    const double contact = border_contact(ink, component);
    const bool is_cut = contact > max_cut * component.part.bounds.longest_side();
    if (!is_cut || (is_flat && contact <= max_contact * side)) inside.push_back(component);
  }
  if (is_enough(inside, components)) components = std::move(inside);
}

bool encloses(const ink::Bounds& outer, const ink::Bounds& inner) {
  return outer.left < inner.left && outer.top < inner.top && outer.right > inner.right &&
         outer.bottom > inner.bottom;
}

/// Whether a component has ink on all four sides of a box, level with its middle.
bool surrounds(const GreyImage& ink, const Component& component, const ink::Bounds& box) {
  const int middle_x = static_cast<int>((box.left + box.right) / 2);
  const int middle_y = static_cast<int>((box.top + box.bottom) / 2);
  bool left = false, right = false, above = false, below = false;
  for (const std::uint32_t pixel : component.pixels) {
    const int x = static_cast<int>(pixel) % ink.width, y = static_cast<int>(pixel) / ink.width;
    left |= y == middle_y && x < box.left;
    right |= y == middle_y && x >= box.right;
    above |= x == middle_x && y < box.top;
    below |= x == middle_x && y >= box.bottom;
  }
  return left && right && above && below;
}

/// Whether a component is a ring around something large, unlike a dotted or slashed zero.
bool is_ring(const GreyImage& ink, const Component& component, const std::vector<Component>& components) {
  constexpr double min_inner = 0.33, max_filled = 0.3;  // shares of its height and of its bounding box
  const ink::Bounds& bounds = component.part.bounds;
  if (static_cast<double>(component.pixels.size()) > max_filled * bounds.width() * bounds.height())
    return false;
  return std::ranges::any_of(components, [&](const Component& other) {
    const ink::Bounds& inner = other.part.bounds;
    return inner.height() >= min_inner * bounds.height() && encloses(bounds, inner) &&
           surrounds(ink, component, inner);
  });
}

void drop_rings(const GreyImage& ink, std::vector<Component>& components) {
  std::vector<Component> others;
  for (const Component& component : components) {
    if (!is_ring(ink, component, components)) others.push_back(component);
  }
  components = std::move(others);
}

void drop_specks(std::vector<Component>& components) {
  constexpr double max_speck = 0.12;  // of the writing's height
  const double height = tallest(components);
  std::erase_if(components, [height](const Component& component) {
    return component.part.bounds.longest_side() <= max_speck * height;
  });
}

}  // namespace

std::vector<Component> select_writing(const GreyImage& ink, std::vector<Component> components, bool is_flat) {
  drop_border_things(ink, components, is_flat);
  drop_specks(components);
  if (components.size() > max_components) return {};
  drop_rings(ink, components);
  return components;
}

}  // namespace inkling::picture
