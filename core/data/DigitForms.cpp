#include "core/data/DigitForms.h"

#include <array>
#include <cassert>
#include <vector>

#include "core/data/Curves.h"
#include "core/data/Dataset.h"

namespace inkling {

namespace {

using Forms = std::array<std::vector<Ink>, class_count>;

std::vector<Ink> zeros() {
  const Stroke round = arc({50, 50}, {33, 50}, -75, -445), narrow = arc({50, 50}, {24, 50}, -60, -430);
  const Stroke overlapping = joined({{{58, 6}}, arc({48, 52}, {32, 48}, -100, -440), {{40, 12}}});
  return {{round}, {narrow}, {overlapping}, {round, {{88, -2}, {12, 102}}}};
}

std::vector<Ink> ones() {
  const Stroke flagged = {{28, 26}, {52, 0}, {51, 50}, {50, 100}};
  return {{{{50, 0}, {50, 50}, {50, 100}}}, {flagged}, {flagged, {{26, 100}, {76, 99}}}};
}

std::vector<Ink> twos() {
  const Stroke hook = arc({48, 28}, {28, 28}, -165, 30);
  return {
      {joined({hook, {{52, 68}, {16, 99}, {50, 97}, {84, 98}}})},
      {joined(
          {hook, {{56, 66}, {36, 90}}, arc({26, 87}, {13, 12}, 40, 300), {{50, 88}, {68, 97}, {88, 94}}})},
      {joined({arc({46, 26}, {28, 26}, -150, 20),
               {{56, 60}, {30, 86}, {14, 96}, {44, 92}, {66, 98}, {86, 92}}})}};
}

std::vector<Ink> threes() {
  const Stroke lower = arc({42, 73}, {34, 27}, -85, 150);
  return {{joined({arc({44, 25}, {28, 25}, -155, 75), {{36, 49}}, lower})},
          {joined({{{16, 2}, {46, 0}, {78, 1}, {58, 24}, {38, 44}}, arc({42, 70}, {36, 30}, -80, 150)})},
          {joined({arc({46, 24}, {27, 24}, -150, 80), arc({40, 47}, {6, 5}, 60, 300), lower})}};
}

std::vector<Ink> fours() {
  const Stroke stem = {{67, 24}, {66, 62}, {64, 100}};
  return {{{{34, 0}, {24, 30}, {12, 60}, {50, 60}, {90, 58}}, stem},
          {{{20, 2}, {17, 28}, {22, 46}, {40, 52}, {60, 50}, {76, 46}}, {{78, 0}, {76, 50}, {72, 100}}},
          {{{62, 0}, {36, 34}, {10, 66}, {50, 67}, {92, 66}}, {{64, 2}, {64, 50}, {63, 100}}}};
}

std::vector<Ink> fives() {
  const Stroke belly = arc({44, 68}, {34, 32}, -115, 150);
  const Stroke bar = {{30, 2}, {56, 1}, {84, 0}};
  return {{joined({{{82, 1}, {56, 2}, {28, 2}, {25, 22}, {22, 44}}, belly})},
          {joined({{{30, 2}, {26, 22}, {23, 43}}, belly}), bar},
          {joined({{{82, 2}, {60, 2}, {38, 4}, {29, 18}, {29, 36}, {44, 44}},
                   arc({46, 72}, {31, 28}, -55, 145)})}};
}

std::vector<Ink> sixes() {
  const Stroke bowl = arc({50, 73}, {28, 27}, -180, -550);
  return {
      {joined({{{74, 6}, {58, 2}, {40, 14}, {28, 36}, {22, 58}}, bowl})},
      {joined({{{62, 0}, {44, 28}, {28, 54}}, bowl})},
      {joined({{{66, 2}, {42, 18}, {28, 42}, {22, 62}}, arc({48, 76}, {26, 24}, -180, -500), {{34, 68}}})}};
}

std::vector<Ink> sevens() {
  const Stroke straight = {{14, 3}, {48, 2}, {84, 1}, {62, 48}, {42, 100}};
  const Stroke bent = {{14, 4}, {50, 3}, {82, 2}, {62, 34}, {50, 66}, {46, 100}};
  const Stroke hooked = joined({{{14, 22}, {17, 3}}, straight});
  const Stroke bar = {{30, 52}, {54, 50}, {80, 48}};
  return {{straight}, {bent}, {hooked}, {straight, bar}, {bent, bar}};
}

std::vector<Ink> eights() {
  const Point upper{51, 25}, upper_radius{25, 25}, lower{49, 75}, lower_radius{30, 25};
  const Stroke lower_loop = arc(lower, lower_radius, -15, 195);
  const Stroke from_right =
      joined({arc(upper, upper_radius, -30, -195), lower_loop, arc(upper, upper_radius, 15, -45)});
  const Stroke from_top =
      joined({arc(upper, upper_radius, -80, -195), lower_loop, arc(upper, upper_radius, 15, -70)});
  const Stroke upper_ring = arc(upper, upper_radius, -80, -450),
               lower_ring = arc(lower, lower_radius, -100, -460);
  return {{from_right}, {from_top}, {upper_ring, lower_ring}};
}

std::vector<Ink> nines() {
  const Stroke loop = arc({47, 28}, {28, 28}, -30, -350);
  return {{joined({loop, {{76, 8}, {74, 54}, {70, 100}}})},
          {joined({loop, {{77, 10}, {78, 44}}, arc({48, 76}, {28, 24}, 0, 140)})},
          {joined({arc({46, 26}, {26, 26}, -20, -365), {{68, 56}, {50, 100}}})}};
}

}  // namespace

std::span<const Ink> digit_forms(int label) {
  assert(label >= 0 && label < class_count);
  static const Forms forms = {zeros(), ones(),  twos(),   threes(), fours(),
                              fives(), sixes(), sevens(), eights(), nines()};
  return forms[static_cast<std::size_t>(label)];
}

}  // namespace inkling
