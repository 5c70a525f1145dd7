#include "core/synthetic/NonDigitTemplates.h"

#include <cmath>
#include <numbers>
#include <vector>

#include "core/synthetic/Curves.h"

namespace inkling::synthetic {

namespace {

using Forms = std::vector<ink::Ink>;

ink::Stroke dot(float x, float y) {
  return ink::Stroke(1, ink::Point{x, y});
}

ink::Stroke ring(ink::Point centre, float radius) {
  return arc(centre, {radius, radius}, -80, -440);
}

/// From the middle outward.
ink::Stroke spiral(float turns, float direction) {
  constexpr float points_a_turn = 10;
  const float last = turns * points_a_turn;
  ink::Stroke points;
  for (float point = 1; point <= last; ++point) {
    const float angle = direction * point / points_a_turn * 2 * std::numbers::pi_v<float>;
    const float radius = 48 * point / last;
    points.push_back({50 + radius * std::cos(angle), 50 + radius * std::sin(angle)});
  }
  return points;
}

Forms letters() {
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

Forms marks() {
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

Forms pictures() {
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

Forms all_forms() {
  Forms forms = letters();
  for (const Forms& more : {marks(), pictures()}) forms.insert(forms.end(), more.begin(), more.end());
  return forms;
}

}  // namespace

std::span<const ink::Ink> non_digit_templates() {
  static const Forms forms = all_forms();
  return forms;
}

}  // namespace inkling::synthetic
