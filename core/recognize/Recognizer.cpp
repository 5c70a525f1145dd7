#include "core/recognize/Recognizer.h"

#include "core/data/Batches.h"
#include "core/ink/Render.h"
#include "core/nn/Fuse.h"
#include "core/nn/Loss.h"

namespace inkling {

std::string Reading::text() const {
  std::string text;
  for (const DigitReading& reading : digits) {
    if (reading.is_digit) text += static_cast<char>('0' + reading.digit);
  }
  return text;
}

Recognizer::Recognizer(Model model)
    : model_(std::move(model)),
      reading_network_(folded(model_.network)),
      reading_weights_(reading_network_.weight_count) {
  fold_weights(model_.network, model_.weights, reading_weights_);
}

Reading Recognizer::read(const Ink& ink, Memory& memory) const {
  const auto image = render(ink);
  if (!image) return {};
  return {{read(*image, memory)}};
}

DigitReading Recognizer::read(const DigitImage& image, Memory& memory) const {
  to_floats(image, std::span<float, image_pixels>(memory.input(), image_pixels));
  memory.forward(reading_weights_, 1, Mode::inference);
  const std::span<const float, class_count> logits(memory.output(), class_count);
  const Calibration calibration = model_.calibration.value_or(Calibration());
  DigitReading reading;
  reading.digit = likeliest_class(logits);
  reading.probabilities = probabilities(logits, calibration.temperature);
  reading.energy = energy(logits);
  reading.is_digit = reading.energy >= calibration.least_energy;
  reading.image = image;
  return reading;
}

}  // namespace inkling
