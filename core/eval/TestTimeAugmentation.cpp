#include "core/eval/TestTimeAugmentation.h"

#include <algorithm>

#include "core/data/Batches.h"
#include "core/model/Calibration.h"

namespace inkling::eval {

bool needs_tta(std::span<const float, class_count> logits, float temperature) {
  constexpr float sure = 0.95f;
  return std::ranges::max(model::probabilities(logits, temperature)) < sure;
}

DigitImage placed(const DigitImage& image, const augment::AffineParams& params) {
  std::array<float, image_pixels> values;
  to_floats(image, values);
  augment::transform(values, augment::inverse_of(params));
  DigitImage bytes;
  to_bytes(values, bytes);
  return bytes;
}

}  // namespace inkling::eval
