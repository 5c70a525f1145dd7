#include "core/synthetic/DigitTemplates.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>
#include <vector>

#include "core/base/Number.h"
#include "core/data/Dataset.h"
#include "core/synthetic/Curves.h"

namespace inkling::synthetic {

namespace {

/// A form as text, which is a quarter of the code that would build it: strokes with ";" between them, each of
/// points "x y" and of arcs "arc x y radius-x radius-y from-degrees to-degrees" with "," between them.
struct Form {
  int digit;
  std::string_view strokes;
};

constexpr Form texts[] = {
    {0, "arc 50 50 33 50 -75 -445"},
    {0, "arc 50 50 24 50 -60 -430"},
    {0, "58 6, arc 48 52 32 48 -100 -440, 40 12"},
    {0, "arc 50 50 33 50 -75 -445; 88 -2, 12 102"},
    {1, "50 0, 50 50, 50 100"},
    {1, "28 26, 52 0, 51 50, 50 100"},
    {1, "28 26, 52 0, 51 50, 50 100; 26 100, 76 99"},
    {2, "arc 48 28 28 28 -165 30, 52 68, 16 99, 50 97, 84 98"},
    {2, "arc 48 28 28 28 -165 30, 56 66, 36 90, arc 26 87 13 12 40 300, 50 88, 68 97, 88 94"},
    {2, "arc 46 26 28 26 -150 20, 56 60, 30 86, 14 96, 44 92, 66 98, 86 92"},
    {3, "arc 44 25 28 25 -155 75, 36 49, arc 42 73 34 27 -85 150"},
    {3, "16 2, 46 0, 78 1, 58 24, 38 44, arc 42 70 36 30 -80 150"},
    {3, "arc 46 24 27 24 -150 80, arc 40 47 6 5 60 300, arc 42 73 34 27 -85 150"},
    {4, "34 0, 24 30, 12 60, 50 60, 90 58; 67 24, 66 62, 64 100"},
    {4, "20 2, 17 28, 22 46, 40 52, 60 50, 76 46; 78 0, 76 50, 72 100"},
    {4, "62 0, 36 34, 10 66, 50 67, 92 66; 64 2, 64 50, 63 100"},
    {5, "82 1, 56 2, 28 2, 25 22, 22 44, arc 44 68 34 32 -115 150"},
    {5, "30 2, 26 22, 23 43, arc 44 68 34 32 -115 150; 30 2, 56 1, 84 0"},
    {5, "82 2, 60 2, 38 4, 29 18, 29 36, 44 44, arc 46 72 31 28 -55 145"},
    {6, "74 6, 58 2, 40 14, 28 36, 22 58, arc 50 73 28 27 -180 -550"},
    {6, "62 0, 44 28, 28 54, arc 50 73 28 27 -180 -550"},
    {6, "66 2, 42 18, 28 42, 22 62, arc 48 76 26 24 -180 -500, 34 68"},
    {7, "14 3, 48 2, 84 1, 62 48, 42 100"},
    {7, "14 4, 50 3, 82 2, 62 34, 50 66, 46 100"},
    {7, "14 22, 17 3, 14 3, 48 2, 84 1, 62 48, 42 100"},
    {7, "14 3, 48 2, 84 1, 62 48, 42 100; 30 52, 54 50, 80 48"},
    {7, "14 4, 50 3, 82 2, 62 34, 50 66, 46 100; 30 52, 54 50, 80 48"},
    {8, "arc 51 25 25 25 -30 -195, arc 49 75 30 25 -15 195, arc 51 25 25 25 15 -45"},
    {8, "arc 51 25 25 25 -80 -195, arc 49 75 30 25 -15 195, arc 51 25 25 25 15 -70"},
    {8, "arc 51 25 25 25 -80 -450; arc 49 75 30 25 -100 -460"},
    {9, "arc 47 28 28 28 -30 -350, 76 8, 74 54, 70 100"},
    {9, "arc 47 28 28 28 -30 -350, 77 10, 78 44, arc 48 76 28 24 0 140"},
    {9, "arc 46 26 26 26 -20 -365, 68 56, 50 100"},
};

/// Takes what stands before the next `separator`, without the blank after that.
std::string_view take_part(std::string_view& text, char svm) {
  const std::string_view part = text.substr(0, text.find(svm));
  text.remove_prefix(std::min(part.size() + 1, text.size()));
  if (text.starts_with(' ')) text.remove_prefix(1);
  return part;
}

float take_coordinate(std::string_view& text) {
  return static_cast<float>(parse_number(take_part(text, ' ')).value());
}

ink::Point take_point(std::string_view& text) {
  const float x = take_coordinate(text);
  return {x, take_coordinate(text)};
}

void append(ink::Stroke& stroke, std::string_view part) {
  constexpr std::string_view word = "arc ";
  if (!part.starts_with(word)) return stroke.push_back(take_point(part));
  part.remove_prefix(word.size());
  const ink::Point centre = take_point(part), radius = take_point(part);
  const auto [from_degrees, to_degrees] = take_point(part);
  const ink::Stroke points = arc(centre, radius, from_degrees, to_degrees);
  stroke.insert(stroke.end(), points.begin(), points.end());
}

ink::Ink ink_of(std::string_view strokes) {
  ink::Ink ink;
  while (!strokes.empty()) {
    std::string_view parts = take_part(strokes, ';');
    ink::Stroke& stroke = ink.emplace_back();
    while (!parts.empty()) append(stroke, take_part(parts, ','));
  }
  return ink;
}

using Forms = std::array<std::vector<ink::Ink>, class_count>;

Forms all_forms() {
  Forms forms;
  for (const Form& form : texts) forms[static_cast<std::size_t>(form.digit)].push_back(ink_of(form.strokes));
  return forms;
}

}  // namespace

std::span<const ink::Ink> digit_templates(int label) {
  assert(label >= 0 && label < class_count);
  static const Forms forms = all_forms();
  return forms[static_cast<std::size_t>(label)];
}

}  // namespace inkling::synthetic
