// SPDX-License-Identifier: MIT
#include "core/ink/Marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace inkling::ink {

namespace {

constexpr std::size_t kind_count = static_cast<std::size_t>(MarkKind::frame) + 1;

double middle_y(const Bounds& box) {
  return (box.top + box.bottom) / 2;
}

bool is_flat(const Bounds& box, double height) {
  return box.width() >= 0.2 * height && box.height() <= 0.2 * height && box.height() <= 0.5 * box.width();
}

std::optional<MarkKind> mark_of_one(const Bounds& box, const WritingLine& line) {
  const double height = line.height();
  const double below_top = (box.top - line.top) / height, above_bottom = (line.bottom - box.bottom) / height;
  const double place = (middle_y(box) - line.top) / height;  // 0 at the top, 1 at the bottom
  const bool descends = above_bottom <= -0.1;
  if (box.longest_side() <= 0.2 * height && above_bottom <= 0.3 && place >= 0.6 && !descends)
    return MarkKind::point;
  if (box.height() <= 0.55 * height && box.width() <= 0.35 * height && box.height() >= box.width() &&
      below_top >= 0.7)
    return MarkKind::comma;
  if (is_flat(box, height) && place >= 0.25 && place <= 0.75) return MarkKind::dash;
  return std::nullopt;
}

bool is_equals_sign(const Bounds& first, const Bounds& second, double height) {
  const double gap = std::abs(middle_y(first) - middle_y(second));
  return is_flat(first, height) && is_flat(second, height) && gap >= 0.1 * height && gap <= 0.6 * height;
}

/// The bounds of all strokes from each one on, and at the end none.
std::vector<Bounds> bounds_from_each(std::span<const Bounds> strokes) {
  std::vector<Bounds> bounds(strokes.size() + 1);
  for (std::size_t index = strokes.size(); index-- > 0;) {
    bounds[index] = bounds[index + 1];
    bounds[index].include(strokes[index]);
  }
  return bounds;
}

bool underlines(const Bounds& line, const Bounds& writing) {
  return line.width() >= 0.8 * writing.width() && line.height() <= 0.2 * line.width() &&
         line.top >= writing.bottom + 0.05 * writing.height() &&
         line.top <= writing.bottom + writing.height() && writing.height() >= 3 * line.height() &&
         writing.height() >= 0.1 * line.width();
}

/// Whether the stroke ends near its beginning and has the writing inside.
bool goes_round(const Stroke& stroke, const Bounds& box, const Bounds& writing) {
  constexpr double margin = 0.05, max_opening = 0.3;
  const double opening = std::hypot(stroke.front().x - stroke.back().x, stroke.front().y - stroke.back().y);
  return writing.left >= box.left + margin * box.width() &&
         writing.right <= box.right - margin * box.width() &&
         writing.top >= box.top + margin * box.height() &&
         writing.bottom <= box.bottom - margin * box.height() && writing.height() >= 0.25 * box.height() &&
         opening <= max_opening * box.longest_side();
}

}  // namespace

std::string_view sign_of(MarkKind kind) {
  constexpr std::array<std::string_view, kind_count> signs = {".", ",", "-", "/", "=", "", ""};
  return signs[static_cast<std::size_t>(kind)];
}

std::string_view name_of(MarkKind kind) {
  constexpr std::array<std::string_view, kind_count> names = {"point",  "comma",     "dash", "slash",
                                                              "equals", "underline", "frame"};
  return names[static_cast<std::size_t>(kind)];
}

std::optional<MarkKind> mark_of(std::span<const Bounds> parts, const WritingLine& line) {
  if (line.height() <= 0) return std::nullopt;
  if (parts.size() == 1) return mark_of_one(parts[0], line);
  if (parts.size() == 2 && is_equals_sign(parts[0], parts[1], line.height())) return MarkKind::equals;
  return std::nullopt;
}

std::vector<Decoration> find_decorations(const Ink& ink) {
  std::vector<Bounds> strokes;
  for (const Stroke& stroke : ink) strokes.push_back(bounds_of(stroke));
  const std::vector<Bounds> from_each = bounds_from_each(strokes);
  std::vector<Decoration> decorations;
  Bounds before;
  for (std::size_t index = 0; index < ink.size(); before.include(strokes[index++])) {
    Bounds writing = before;  // all but this stroke
    writing.include(from_each[index + 1]);
    if (strokes[index].empty() || writing.empty()) continue;
    const auto stroke = static_cast<std::uint32_t>(index);
    if (underlines(strokes[index], writing)) {
      decorations.push_back({stroke, MarkKind::underline});
    } else if (goes_round(ink[index], strokes[index], writing)) {
      decorations.push_back({stroke, MarkKind::frame});
    }
  }
  return decorations;
}

}  // namespace inkling::ink
