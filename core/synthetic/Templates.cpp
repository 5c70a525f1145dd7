// SPDX-License-Identifier: MIT
#include "core/synthetic/Templates.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <string_view>
#include <vector>

#include "core/base/Digit.h"
#include "core/base/Number.h"

namespace inkling::synthetic {

namespace {

using Templates = std::vector<ink::Ink>;

/// Points on an ellipse, at most 40 degrees apart. 0 degrees is right and 90 is down, so growing angles go
/// clockwise.
ink::Stroke arc(ink::Point centre, ink::Point radius, float from_degrees, float to_degrees) {
  const int steps = static_cast<int>(std::ceil(std::abs(to_degrees - from_degrees) / 40));
  ink::Stroke points;
  for (int step = 0; step <= steps; ++step) {
    const float share = static_cast<float>(step) / static_cast<float>(steps);
    const float angle = std::lerp(from_degrees, to_degrees, share) * std::numbers::pi_v<float> / 180;
    points.push_back({centre.x + radius.x * std::cos(angle), centre.y + radius.y * std::sin(angle)});
  }
  return points;
}

/// One stroke through the points of all parts.
ink::Stroke joined(std::initializer_list<ink::Stroke> parts) {
  ink::Stroke stroke;
  for (const ink::Stroke& part : parts) stroke.insert(stroke.end(), part.begin(), part.end());
  return stroke;
}

/// A template as text, a quarter of the size of code that builds it: strokes are separated by ";", their
/// points "x y" and arcs "arc x y radius-x radius-y from-degrees to-degrees" by ",".
struct TemplateText {
  int digit;
  std::string_view strokes;
};

constexpr TemplateText digit_texts[] = {
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

/// Removes and returns the text before the next `separator`; also removes the space after it.
std::string_view take_part(std::string_view& text, char separator) {
  const std::string_view part = text.substr(0, text.find(separator));
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
  constexpr std::string_view keyword = "arc ";
  if (!part.starts_with(keyword)) return stroke.push_back(take_point(part));
  part.remove_prefix(keyword.size());
  const ink::Point centre = take_point(part), radius = take_point(part);
  const auto [from_degrees, to_degrees] = take_point(part);
  const ink::Stroke points = arc(centre, radius, from_degrees, to_degrees);
  stroke.insert(stroke.end(), points.begin(), points.end());
}

ink::Ink parse_template(std::string_view strokes) {
  ink::Ink ink;
  while (!strokes.empty()) {
    std::string_view parts = take_part(strokes, ';');
    ink::Stroke& stroke = ink.emplace_back();
    while (!parts.empty()) append(stroke, take_part(parts, ','));
  }
  return ink;
}

using DigitTemplates = std::array<Templates, digit_count>;

DigitTemplates all_digit_templates() {
  DigitTemplates all;
  for (const TemplateText& text : digit_texts)
    all[static_cast<std::size_t>(text.digit)].push_back(parse_template(text.strokes));
  return all;
}

ink::Stroke dot(float x, float y) {
  return ink::Stroke(1, ink::Point{x, y});
}

ink::Stroke ring(ink::Point centre, float radius) {
  return arc(centre, {radius, radius}, -80, -440);
}

/// From the centre outward.
ink::Stroke spiral(float turns, float direction) {
  constexpr float points_per_turn = 10;
  const float last = turns * points_per_turn;
  ink::Stroke points;
  for (float point = 1; point <= last; ++point) {
    const float angle = direction * point / points_per_turn * 2 * std::numbers::pi_v<float>;
    const float radius = 48 * point / last;
    points.push_back({50 + radius * std::cos(angle), 50 + radius * std::sin(angle)});
  }
  return points;
}

Templates letters() {
  const ink::Stroke left_stem = {{18, 0}, {17, 50}, {18, 100}};
  const ink::Stroke upper_bar = {{18, 0}, {50, 0}, {82, 1}}, middle_bar = {{17, 48}, {45, 47}, {72, 48}};
  const ink::Stroke bowl = joined({{{20, 2}}, arc({46, 27}, {30, 26}, -80, 85), {{20, 55}}});
  return {
      {{{8, 100}, {30, 50}, {50, 0}, {70, 50}, {92, 100}}, {{24, 64}, {76, 63}}},                        // A
      {{{50, 0}, {30, 50}, {10, 100}}, {{50, 0}, {70, 50}, {90, 100}}, {{26, 62}, {50, 61}, {76, 62}}},  // A
      {left_stem, upper_bar, middle_bar, {{18, 100}, {50, 99}, {84, 100}}},                              // E
      {left_stem, upper_bar, middle_bar},                                                                // F
      {left_stem, {{82, 0}, {82, 50}, {80, 100}}, {{18, 50}, {50, 49}, {82, 50}}},                       // H
      {left_stem, {{80, 0}, {50, 28}, {20, 52}}, {{30, 46}, {54, 74}, {84, 100}}},                       // K
      {{{10, 100}, {14, 50}, {18, 0}, {34, 34}, {50, 70}, {66, 34}, {82, 0}, {86, 50}, {90, 100}}},      // M
      {joined({{{8, 22}, {10, 60}, {10, 100}, {11, 50}},
               arc({29, 40}, {18, 22}, -170, 0),
               {{48, 100}, {49, 50}},
               arc({68, 40}, {18, 22}, -170, 0),
               {{87, 100}}})},                                                                      // m
      {{{14, 100}, {15, 50}, {16, 0}, {48, 50}, {82, 100}, {83, 50}, {84, 0}}},                     // N
      {left_stem, bowl},                                                                            // P
      {left_stem, joined({bowl, {{50, 76}, {84, 100}}})},                                           // R
      {{{4, 0}, {14, 50}, {26, 100}, {38, 60}, {50, 24}, {62, 60}, {74, 100}, {86, 50}, {96, 0}}},  // W
      {joined({{{8, 10}},
               arc({29, 60}, {21, 38}, 180, 0),
               {{50, 24}},
               arc({71, 60}, {21, 38}, 180, 0),
               {{92, 10}}})},                                                                           // w
      {{{12, 0}, {50, 50}, {88, 100}}, {{88, 0}, {50, 50}, {12, 100}}},                                 // X
      {{{8, 14}, {50, 8}, {94, 12}}, {{34, 10}, {32, 60}, {20, 98}}, {{68, 10}, {66, 60}, {80, 98}}}};  // pi
}

Templates marks() {
  const ink::Stroke upright = {{50, 4}, {50, 50}, {50, 96}}, level = {{4, 50}, {50, 49}, {96, 50}};
  const ink::Stroke falling = {{12, 12}, {88, 88}}, rising = {{12, 88}, {88, 12}};
  const ink::Stroke upper = {{8, 30}, {92, 29}}, lower = {{8, 70}, {92, 71}};
  return {
      {upright, level},
      {upper, lower},
      {upper, lower, {{70, 2}, {30, 98}}},
      {level},
      {level, dot(50, 16), dot(50, 84)},
      {upright, {{8, 26}, {92, 74}}, {{92, 26}, {8, 74}}},
      {upright, level, falling, rising},
      {{{36, 0}, {28, 100}}, {{74, 0}, {66, 100}}, {{4, 34}, {96, 32}}, {{2, 68}, {94, 66}}},
      {joined({arc({48, 50}, {16, 18}, -40, -380), {{70, 62}, {86, 64}}, arc({50, 50}, {45, 48}, 5, -300)})},
      {joined({arc({50, 24}, {30, 24}, -175, 60), {{50, 60}, {50, 70}}}), dot(50, 98)},
      {ring({20, 22}, 19), {{86, 2}, {14, 98}}, ring({80, 78}, 19)},
      {{{2, 60}, {14, 52}, {30, 98}, {48, 4}, {98, 3}}},
      {{{4, 56}, {20, 72}, {34, 98}, {60, 50}, {96, 2}}},
      {dot(50, 20), dot(50, 80)},
      {dot(10, 50), dot(50, 50), dot(90, 50)},
      {{{2, 50}, {50, 49}, {98, 50}}, {{64, 22}, {98, 50}, {64, 78}}},
      {{{98, 50}, {50, 49}, {2, 50}}, {{36, 22}, {2, 50}, {36, 78}}},
      {{{50, 0}, {50, 98}}, {{20, 66}, {50, 98}, {80, 66}}}};
}

Templates pictures() {
  const ink::Stroke frame = {{8, 8}, {8, 92}, {92, 92}, {92, 8}, {10, 8}};
  const ink::Stroke heart = joined({{{50, 98}, {24, 70}},
                                    arc({27, 30}, {24, 28}, -210, -10),
                                    {{50, 38}},
                                    arc({73, 30}, {24, 28}, -170, 30),
                                    {{76, 70}, {51, 98}}});
  return {{heart},
          {{{50, 0}, {80, 96}, {4, 36}, {96, 36}, {20, 96}, {49, 2}}},  // a star of one stroke
          {{{50, 4}, {8, 94}, {92, 94}, {52, 6}}},
          {{{14, 46}, {14, 98}, {86, 98}, {86, 46}}, {{4, 48}, {50, 2}, {96, 48}}},  // a house
          {frame, {{8, 8}, {92, 92}}, {{92, 8}, {8, 92}}},
          {frame, {{50, 8}, {50, 92}}, {{8, 50}, {92, 50}}},
          {frame, {{8, 8}, {50, 56}, {92, 8}}},  // an envelope
          {ring({50, 50}, 24),
           {{50, 0}, {50, 16}},
           {{50, 84}, {50, 100}},
           {{0, 50}, {16, 50}},
           {{84, 50}, {100, 50}},
           {{14, 14}, {26, 26}},
           {{74, 74}, {86, 86}},
           {{14, 86}, {26, 74}},
           {{74, 26}, {86, 14}}},  // the sun
          {ring({50, 50}, 48), dot(34, 36), dot(66, 36), arc({50, 54}, {24, 24}, 150, 30)},
          {ring({50, 16}, 15), {{50, 31}, {50, 66}}, {{16, 46}, {84, 46}}, {{22, 100}, {50, 66}, {78, 100}}},
          {{{50, 0}, {50, 100}}, {{8, 34}, {92, 34}}, {{50, 36}, {8, 86}}, {{50, 36}, {92, 86}}},  // a tree
          {spiral(2.2f, 1)},
          {spiral(2.2f, -1)},
          {spiral(2.8f, 1)},
          {spiral(2.8f, -1)}};
}

Templates all_non_digit_templates() {
  Templates all = letters();
  for (const Templates& more : {marks(), pictures()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

std::span<const ink::Ink> digit_templates(int digit) {
  assert(digit >= 0 && digit < digit_count);
  static const DigitTemplates all = all_digit_templates();
  return all[static_cast<std::size_t>(digit)];
}

std::span<const ink::Ink> non_digit_templates() {
  static const Templates all = all_non_digit_templates();
  return all;
}

}  // namespace inkling::synthetic
