#include "core/model/SecondLook.h"

#include <algorithm>

#include "core/data/Batches.h"
#include "core/model/Calibration.h"

namespace inkling {

bool is_unsure(std::span<const float, class_count> logits, float temperature) {
  constexpr float sure = 0.95f;
  return std::ranges::max(probabilities(logits, temperature)) < sure;
}

DigitImage placed(const DigitImage& image, const Placing& placing) {
  std::array<float, image_pixels> values;
  to_floats(image, values);
  transform(values, inverse_of(placing));
  DigitImage bytes;
  to_bytes(values, bytes);
  return bytes;
}

}  // namespace inkling
