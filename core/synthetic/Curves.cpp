#include "core/synthetic/Curves.h"

#include <cmath>
#include <numbers>

namespace inkling::synthetic {

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

ink::Stroke joined(std::initializer_list<ink::Stroke> parts) {
  ink::Stroke stroke;
  for (const ink::Stroke& part : parts) stroke.insert(stroke.end(), part.begin(), part.end());
  return stroke;
}

}  // namespace inkling::synthetic
