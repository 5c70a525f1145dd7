#include "core/recognize/Recognizer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/data/Batches.h"
#include "core/eval/TestTimeAugmentation.h"
#include "core/ink/Render.h"
#include "core/nn/Fuse.h"
#include "core/nn/Loss.h"
#include "core/picture/ConnectedComponents.h"
#include "core/picture/Downscale.h"
#include "core/picture/InkMask.h"
#include "core/picture/Normalise.h"
#include "core/picture/RuledLines.h"
#include "core/recognize/ViterbiPath.h"

namespace inkling::recognize {

namespace {

ink::Bounds scaled(const ink::Bounds& box, double scale) {
  return {box.left * scale, box.top * scale, box.right * scale, box.bottom * scale};
}

ink::Ink strokes_of(const ink::Ink& ink, const ink::Candidate& candidate) {
  ink::Ink strokes;
  for (const std::uint32_t part : candidate.parts) strokes.push_back(ink[part]);
  return strokes;
}

}  // namespace

std::string Reading::text() const {
  std::string text;
  for (const DigitReading& reading : digits) {
    if (reading.is_digit) text += static_cast<char>('0' + reading.digit);
  }
  return text;
}

Recognizer::Recognizer(model::Model model)
    : model_(std::move(model)),
      reading_network_(nn::folded(model_.network)),
      reading_weights_(reading_network_.weight_count) {
  nn::fold_weights(model_.network, model_.weights, reading_weights_);
}

Reading Recognizer::read(const ink::Ink& ink, Memory& memory) const {
  std::vector<ink::Part> strokes;
  for (const ink::Stroke& stroke : ink) strokes.push_back({ink::bounds_of(stroke)});
  const std::vector<ink::Candidate> found = ink::candidates(strokes);
  std::vector<DigitImage> images;
  for (const ink::Candidate& candidate : found) images.push_back(*ink::render(strokes_of(ink, candidate)));
  return read(found, images, memory);
}

Reading Recognizer::read(const picture::GreyImage& picture, Memory& memory) const {
  const picture::GreyImage ink = picture::remove_ruled_lines(picture::ink_mask(picture::downscaled(picture)));
  const std::vector<picture::Component> blobs = picture::find_components(ink);
  std::vector<ink::Part> parts;
  for (const picture::Component& blob : blobs) parts.push_back(blob.part);
  const std::vector<ink::Candidate> found = ink::candidates(parts);
  std::vector<DigitImage> images;
  for (const ink::Candidate& candidate : found)
    images.push_back(
        picture::normalise(picture::cut_out(ink, blobs, candidate.parts)).value_or(DigitImage{}));
  Reading reading = read(found, images, memory);
  const double scale = picture::downscale_factor(picture);
  for (DigitReading& digit : reading.digits) {
    digit.box = scaled(digit.box, scale);
    digit.strokes.clear();
  }
  return reading;
}

Reading Recognizer::read(std::span<const ink::Candidate> found, std::span<const DigitImage> images,
                         Memory& memory) const {
  std::vector<Logits> looks;
  std::vector<float> costs;
  for (const DigitImage& image : images) {
    looks.push_back(look(image, memory));
    costs.push_back(cost_of(reading_of(image, looks.back())));
  }
  Reading reading;
  for (const std::size_t index : viterbi_path(found, costs)) {
    const DigitImage& image = images[index];
    reading.digits.push_back(reading_of(image, test_time_augmented(image, looks[index], memory)));
    reading.digits.back().box = found[index].bounds;
    reading.digits.back().strokes = found[index].parts;
  }
  return reading;
}

/// How unlikely it is that this is one digit, and this one, as -ln of that. The energy counts as a likelihood
/// ratio's logarithm does: joined or cut digits have less than whole ones, but often enough to be accepted.
/// Each digit costs a little, so that of two ways to read the one with fewer is taken.
float Recognizer::cost_of(const DigitReading& reading) const {
  constexpr float usual_excess = 1, energy_scale = 0.3f, most_doubt = 10, of_digit = 0.3f;
  const float usual_energy = calibration().energy_threshold + usual_excess;
  const float doubt = std::log1p(std::exp((usual_energy - reading.energy) / energy_scale));
  return of_digit + std::min(doubt, most_doubt) -
         std::log(reading.probabilities[static_cast<std::size_t>(reading.digit)]);
}

DigitReading Recognizer::read(const DigitImage& image, Memory& memory) const {
  return reading_of(image, test_time_augmented(image, look(image, memory), memory));
}

Recognizer::Logits Recognizer::look(const DigitImage& image, Memory& memory) const {
  to_floats(image, std::span<float, image_pixels>(memory.input(), image_pixels));
  memory.forward(reading_weights_, 1, nn::Mode::inference);
  Logits logits;
  std::copy_n(memory.output(), class_count, logits.begin());
  return logits;
}

Recognizer::Logits Recognizer::test_time_augmented(const DigitImage& image, Logits logits,
                                                   Memory& memory) const {
  if (eval::needs_tta(logits, temperature()))
    eval::average_tta_logits(logits, [&](const augment::AffineParams& params) {
      return look(eval::placed(image, params), memory);
    });
  return logits;
}

DigitReading Recognizer::reading_of(const DigitImage& image, const Logits& logits) const {
  DigitReading reading;
  reading.digit = nn::likeliest_class(logits);
  reading.probabilities = model::probabilities(logits, temperature());
  reading.energy = model::energy(logits);
  reading.is_digit = reading.energy >= calibration().energy_threshold;
  reading.image = image;
  return reading;
}

}  // namespace inkling::recognize
