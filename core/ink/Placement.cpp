#include "core/ink/Placement.h"

#include <algorithm>

namespace inkling::ink {

std::optional<Point> centre_of_mass(const DigitImage& image) {
  int mass = 0, weighted_x = 0, weighted_y = 0;
  for (int y = 0; y < image_side; ++y) {
    for (int x = 0; x < image_side; ++x) {
      const int ink = image[static_cast<std::size_t>(y * image_side + x)];
      mass += ink;
      weighted_x += ink * x;
      weighted_y += ink * y;
    }
  }
  if (mass == 0) return std::nullopt;
  return Point{static_cast<float>(weighted_x) / static_cast<float>(mass),
               static_cast<float>(weighted_y) / static_cast<float>(mass)};
}

float centring_shift(float mass, float low, float high) {
  const float furthest_back = -low;
  const float furthest_on = static_cast<float>(image_side - 1) - high;
  return std::clamp(mass_centre - mass, furthest_back, std::max(furthest_back, furthest_on));
}

}  // namespace inkling::ink
