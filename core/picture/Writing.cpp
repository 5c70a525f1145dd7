// SPDX-License-Identifier: MIT
#include "core/picture/Writing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inkling::picture {

namespace {

constexpr std::size_t max_components = 2000;  // more are a texture

/// Whether a component reaches from the top of the picture to its bottom.
bool spans_height(const GreyImage& ink, const ink::Bounds& bounds) {
  return bounds.top <= 1 && bounds.bottom >= ink.height - 1;
}

/// Whether this is a line from the top of the picture to its bottom, taller than all writing.
bool is_rule(const GreyImage& ink, const ink::Bounds& bounds, double tallest_other) {
  constexpr double max_width = 0.15, max_other = 0.85;  // of its height
  const double height = bounds.height();
  return spans_height(ink, bounds) && bounds.width() <= max_width * height &&
         tallest_other <= max_other * height;
}

/// How many pixels of a component are on the picture's border.
int border_contact(const GreyImage& ink, const Component& component) {
  return static_cast<int>(std::ranges::count_if(component.pixels, [&](std::uint32_t pixel) {
    const int x = static_cast<int>(pixel) % ink.width, y = static_cast<int>(pixel) / ink.width;
    return x == 0 || y == 0 || x == ink.width - 1 || y == ink.height - 1;
  }));
}

/// Whether there is ink that may be writing without the components that touch the border.
bool is_enough(const std::vector<Component>& inside, const std::vector<Component>& all) {
  constexpr double min_share = 0.15;
  const double height = tallest_height(inside);
  return height >= 6 && height >= min_share * tallest_height(all);
}

/// Whether this is the end of a faint ruled line, the rest of which is too pale to be seen.
bool is_line_end(const GreyImage& ink, const ink::Bounds& bounds, double height) {
  constexpr double max_thickness = 0.12, min_aspect = 4;  // thickness in heights of the writing
  const bool touches_side = bounds.left <= 1 || bounds.right >= ink.width - 1;
  return touches_side && bounds.height() <= std::max(2.0, max_thickness * height) &&
         bounds.width() >= min_aspect * bounds.height();
}

/// The height of the tallest component that doesn't reach from the top of the picture to its bottom.
double tallest_inside(const GreyImage& ink, const std::vector<Component>& components) {
  double height = 0;
  for (const Component& component : components) {
    const ink::Bounds& bounds = component.part.bounds;
    if (!spans_height(ink, bounds)) height = std::max(height, bounds.height());
  }
  return height;
}

void drop_border_things(const GreyImage& ink, std::vector<Component>& components, bool is_flat) {
  constexpr double max_cut = 0.4;      // of the component's longer side: a digit is hardly cut
  constexpr double max_contact = 0.3;  // of the picture's side, for a drawing that goes beyond its canvas
  constexpr double max_scrap = 0.75;   // of the writing's height, in a photo
  const double side = std::min(ink.width, ink.height);
  const double height = tallest_height(components), height_inside = tallest_inside(ink, components);
  std::vector<Component> inside;
  for (const Component& component : components) {
    const ink::Bounds& bounds = component.part.bounds;
    if (is_line_end(ink, bounds, height)) continue;
    if (height_inside > 0 && is_rule(ink, bounds, height_inside)) continue;
    const double contact = border_contact(ink, component);
    if (!is_flat && contact > 0 && bounds.height() <= max_scrap * height_inside) continue;
    const bool is_cut = contact > max_cut * bounds.longest_side();
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

/// Whether a small component is as round as what a pen leaves in one place.
bool is_dot(const Component& component, double height) {
  constexpr double min_size = 0.04, min_roundness = 0.5, min_filled = 0.6;  // size in heights of the writing
  const ink::Bounds& bounds = component.part.bounds;
  const double shorter = std::min(bounds.width(), bounds.height());
  return shorter >= std::max(3.0, min_size * height) && shorter >= min_roundness * bounds.longest_side() &&
         static_cast<double>(component.pixels.size()) >= min_filled * bounds.width() * bounds.height();
}

/// Drops what is too small for a digit, and returns the dots of it.
std::vector<ink::Bounds> drop_specks(std::vector<Component>& components, bool is_flat) {
  const double max_speck = is_flat ? 0.12 : 0.14;  // of the writing's height; paper has grain
  const double height = tallest_height(components);
  std::vector<ink::Bounds> dots;
  std::erase_if(components, [&](const Component& component) {
    if (component.part.bounds.longest_side() > max_speck * height) return false;
    if (is_dot(component, height)) dots.push_back(component.part.bounds);
    return true;
  });
  return dots;
}

/// Twice the area over the length of the outline, in pixels.
double stroke_width(const GreyImage& ink, const Component& component) {
  const auto is_paper = [&](int x, int y) {
    return x < 0 || y < 0 || x >= ink.width || y >= ink.height || ink.at(x, y) == 0;
  };
  int outline = 0;
  for (const std::uint32_t pixel : component.pixels) {
    const int x = static_cast<int>(pixel) % ink.width, y = static_cast<int>(pixel) / ink.width;
    outline += is_paper(x - 1, y) + is_paper(x + 1, y) + is_paper(x, y - 1) + is_paper(x, y + 1);
  }
  return 2.0 * static_cast<double>(component.pixels.size()) / std::max(1, outline);
}

/// The stroke width that half of the ink reaches.
double usual_width(const std::vector<Component>& components, const std::vector<double>& widths) {
  std::vector<std::pair<double, std::size_t>> by_width;  // with the number of pixels
  std::size_t ink = 0, passed = 0;
  for (std::size_t index = 0; index < components.size(); ++index) {
    by_width.emplace_back(widths[index], components[index].pixels.size());
    ink += components[index].pixels.size();
  }
  std::ranges::sort(by_width);
  for (const auto& [width, pixels] : by_width) {
    passed += pixels;
    if (2 * passed >= ink) return width;
  }
  return 0;
}

constexpr double hairline_width = 0.5;  // at most, of the usual stroke width

/// Whether a component is thin, long and straight.
bool is_hairline(const Component& component, double width, double usual_width, double height) {
  constexpr double min_length = 0.5, max_detour = 1.3;  // of the height, of the direct way
  const double length = static_cast<double>(component.pixels.size()) / std::max(1.0, width);
  const ink::Bounds& bounds = component.part.bounds;
  return width <= hairline_width * usual_width && bounds.longest_side() >= min_length * height &&
         length <= max_detour * std::hypot(bounds.width(), bounds.height());
}

/// Whether a slice, cut off from left to right, is of a hairline that goes that way.
bool is_hairline_slice(const ink::Bounds& slice, double width, double usual_width) {
  constexpr double min_aspect = 2;
  return width <= hairline_width * usual_width && slice.width() >= min_aspect * slice.height();
}

std::vector<double> stroke_widths(const GreyImage& ink, const std::vector<Component>& components) {
  std::vector<double> widths;
  for (const Component& component : components) widths.push_back(stroke_width(ink, component));
  return widths;
}

/// Drops what is finer than the strokes: a pen leaves a dot of its own width.
void drop_fine_dots(std::vector<ink::Bounds>& dots, const GreyImage& ink,
                    const std::vector<Component>& components) {
  const double width = usual_width(components, stroke_widths(ink, components));
  std::erase_if(dots, [&](const ink::Bounds& dot) { return std::min(dot.width(), dot.height()) < width; });
}

}  // namespace

void drop_hairlines(const GreyImage& ink, std::vector<Component>& components) {
  const std::vector<double> widths = stroke_widths(ink, components);
  const double usual = usual_width(components, widths), height = tallest_height(components);
  const auto is_slice = [&](std::size_t index) {
    return components[index].part.split_from_previous ||
           (index + 1 < components.size() && components[index + 1].part.split_from_previous);
  };
  std::vector<Component> strokes;
  for (std::size_t index = 0; index < components.size(); ++index) {
    const bool drop =
        is_hairline(components[index], widths[index], usual, height) ||
        (is_slice(index) && is_hairline_slice(components[index].part.bounds, widths[index], usual));
    if (!drop) {
      strokes.push_back(std::move(components[index]));
    } else if (index + 1 < components.size() && !components[index].part.split_from_previous) {
      components[index + 1].part.split_from_previous = false;
    }
  }
  components = std::move(strokes);
}

Writing select_writing(const GreyImage& ink, std::vector<Component> components, bool is_flat) {
  drop_border_things(ink, components, is_flat);
  std::vector<ink::Bounds> dots = drop_specks(components, is_flat);
  if (components.size() > max_components) return {};
  drop_rings(ink, components);
  drop_fine_dots(dots, ink, components);
  return {std::move(components), std::move(dots)};
}

}  // namespace inkling::picture
