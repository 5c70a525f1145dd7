// SPDX-License-Identifier: MIT
#include "core/recognize/FindMarks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace inkling::recognize {

namespace {

/// Second moments of an image's ink.
struct Moments {
  double x = 0, y = 0, xy = 0;
};

Moments moments_of(const DigitImage& image) {
  double ink = 0, sum_x = 0, sum_y = 0;
  Moments sums;
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    const int column = pixel % image_side, row = pixel / image_side;
    const double weight = image[static_cast<std::size_t>(pixel)], x = column, y = row;
    ink += weight;
    sum_x += weight * x;
    sum_y += weight * y;
    sums.x += weight * x * x;
    sums.y += weight * y * y;
    sums.xy += weight * x * y;
  }
  if (ink == 0) return {};
  const double mean_x = sum_x / ink, mean_y = sum_y / ink;
  return {sums.x / ink - mean_x * mean_x, sums.y / ink - mean_y * mean_y, sums.xy / ink - mean_x * mean_y};
}

/// By how much a straight line leans to the right per unit of height; none if the image shows something else.
std::optional<double> lean_of(const DigitImage& image) {
  constexpr double max_thickness = 0.25;  // standard deviations across and along the line
  const Moments moments = moments_of(image);
  const double mean = (moments.x + moments.y) / 2;
  const double difference = std::hypot((moments.x - moments.y) / 2, moments.xy);
  const double along = mean + difference, across = std::max(0.0, mean - difference);
  if (along == 0 || moments.y < moments.x || std::sqrt(across / along) > max_thickness) return std::nullopt;
  return -moments.xy / (moments.y - across);  // the slope of the long axis
}

bool may_be_slash(const std::vector<DigitReading>& digits, std::size_t index) {
  constexpr double min_lean = 0.33, more_than_others = 0.2;
  if (index == 0 || index + 1 == digits.size() || digits[index].digit != 1) return false;
  if (!digits[index - 1].is_digit || !digits[index + 1].is_digit) return false;
  const auto lean = lean_of(digits[index].image);
  if (!lean || *lean < min_lean) return false;
  return std::ranges::all_of(digits, [&](const DigitReading& other) {
    if (&other == &digits[index] || other.digit != 1) return true;
    const auto other_lean = lean_of(other.image);
    return !other_lean || *lean >= *other_lean + more_than_others;
  });
}

/// Before the marks that stand further on.
void insert(Reading& reading, Mark mark) {
  const auto after =
      std::ranges::find_if(reading.marks, [&](const Mark& other) { return other.position > mark.position; });
  reading.marks.insert(after, std::move(mark));
}

bool is_point_between(const ink::Bounds& dot, const ink::Bounds& before, const ink::Bounds& after) {
  const ink::WritingLine line{(before.top + after.top) / 2, (before.bottom + after.bottom) / 2};
  const double middle = (dot.left + dot.right) / 2;
  return middle > (before.left + before.right) / 2 && middle < (after.left + after.right) / 2 &&
         ink::mark_of(std::array{dot}, line) == ink::MarkKind::point;
}

}  // namespace

void find_slashes(Reading& reading) {
  for (std::size_t index = 0; index < reading.digits.size(); ++index) {
    if (!may_be_slash(reading.digits, index)) continue;
    const DigitReading& digit = reading.digits[index];
    insert(reading, {ink::MarkKind::slash, index, digit.box, digit.strokes});
    reading.digits.erase(reading.digits.begin() + static_cast<std::ptrdiff_t>(index));
    for (Mark& mark : reading.marks) mark.position -= mark.position > index;
  }
}

void find_points(Reading& reading, std::span<const ink::Bounds> dots) {
  for (std::size_t index = 1; index < reading.digits.size(); ++index) {
    const DigitReading &before = reading.digits[index - 1], &after = reading.digits[index];
    if (!before.is_digit || !after.is_digit || before.line != after.line) continue;
    std::vector<ink::Bounds> points;
    std::ranges::copy_if(dots, std::back_inserter(points), [&](const ink::Bounds& dot) {
      return is_point_between(dot, before.box, after.box);
    });
    if (points.size() == 1) insert(reading, {ink::MarkKind::point, index, points.front(), {}});
  }
}

}  // namespace inkling::recognize
