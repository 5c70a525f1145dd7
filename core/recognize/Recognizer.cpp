// SPDX-License-Identifier: MIT
#include "core/recognize/Recognizer.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/eval/TestTimeAugmentation.h"
#include "core/ink/Render.h"
#include "core/nn/Fuse.h"
#include "core/nn/Loss.h"
#include "core/recognize/FindMarks.h"

namespace inkling::recognize {

namespace {

/// What a mark costs on a path, its geometry included: less than a digit, so that it isn't joined with one.
constexpr float mark_cost = -0.5f;

ink::Ink strokes_of(const ink::Ink& ink, std::span<const std::uint32_t> parts) {
  ink::Ink strokes;
  for (const std::uint32_t part : parts) strokes.push_back(ink[part]);
  return strokes;
}

}  // namespace

Recognizer::Recognizer(model::Model model)
    : model_(std::move(model)),
      digits_(are_digits(model_.classes)),
      folded_network_(nn::fold_batch_norms(model_.network)),
      folded_weights_(folded_network_.weight_count) {
  nn::fold_batch_norm_weights(model_.network, model_.weights, folded_weights_);
}

Reading Recognizer::read(const ink::Ink& ink, Memory& memory) const {
  std::vector<ink::Part> parts;
  for (const ink::Stroke& stroke : ink) parts.push_back({ink::bounds_of(stroke)});
  std::vector<Mark> decorations;
  for (const auto& [stroke, kind] : digits_ ? ink::find_decorations(ink) : std::vector<ink::Decoration>()) {
    if (kind == ink::MarkKind::frame && is_digit(ink, memory)) continue;
    decorations.push_back({kind, 0, std::exchange(parts[stroke].bounds, {}), {stroke}});
  }
  const std::vector<ink::Candidate> candidates = ink::segmentation_graph(parts);
  std::vector<DigitImage> images;
  for (const ink::Candidate& candidate : candidates)
    images.push_back(ink::render(strokes_of(ink, candidate.parts)).value_or(DigitImage{}));
  Reading reading = read(candidates, images, memory);
  reading.marks.insert(reading.marks.begin(), decorations.begin(), decorations.end());
  revise(reading);
  if (is_stack(reading)) join_stack(reading, ink::render(strokes_of(ink, reading.strokes())), memory);
  return reading;
}

void Recognizer::join_stack(Reading& reading, const std::optional<DigitImage>& whole, Memory& memory) const {
  if (!whole) return;
  DigitReading digit = read(*whole, memory);
  if (!digit.is_digit) return;
  digit.box = reading.box();
  digit.strokes = reading.strokes();
  reading.digits = {std::move(digit)};
}

void Recognizer::revise(Reading& reading, std::span<const ink::Bounds> dots) const {
  if (digits_) {
    find_slashes(reading);
    find_points(reading, dots);
    accept_among_digits(reading, energy_threshold());
    reject_halves(reading);
  }
  reject_words(reading);
}

/// Whether all strokes together form one digit, such as a slashed zero.
bool Recognizer::is_digit(const ink::Ink& ink, Memory& memory) const {
  const auto image = ink::render(ink);
  return image && read(*image, memory).is_digit;
}

Reading Recognizer::read(std::span<const ink::Candidate> candidates, std::span<const DigitImage> images,
                         Memory& memory) const {
  std::vector<Logits> logits;
  std::vector<float> costs;
  std::vector<bool> is_mark;
  for (std::size_t index = 0; index < images.size(); ++index) {
    logits.push_back(logits_of(images[index], memory));
    costs.push_back(recognition_cost(make_reading(images[index], logits.back())));
    const float cost_as_mark = mark_cost - candidates[index].cost;
    is_mark.push_back(digits_ && candidates[index].mark && cost_as_mark <= costs.back());
    if (is_mark.back()) costs.back() = cost_as_mark;
  }
  Reading reading;
  for (const std::size_t index : ink::viterbi_path(candidates, costs)) {
    const DigitImage& image = images[index];
    if (image == DigitImage{}) continue;
    const ink::Candidate& candidate = candidates[index];
    if (is_mark[index]) {
      reading.marks.push_back({*candidate.mark, reading.digits.size(), candidate.bounds, candidate.parts});
      continue;
    }
    reading.digits.push_back(make_reading(image, augmented_logits(image, logits[index], memory)));
    reading.digits.back().box = candidate.bounds;
    reading.digits.back().line = candidate.line;
    reading.digits.back().strokes = candidate.parts;
  }
  return reading;
}

DigitReading Recognizer::read(const DigitImage& image, Memory& memory) const {
  return make_reading(image, augmented_logits(image, logits_of(image, memory), memory));
}

std::vector<Activation> Recognizer::activations(const DigitImage& image, Memory& memory) const {
  to_floats(image, std::span<float, image_pixels>(memory.input(), image_pixels));
  std::vector<Activation> activations;
  for (std::size_t index = 0; index < memory.layers().size(); ++index) {
    const auto values = memory.forward_layer(index, folded_weights_, 1);
    const nn::Layer& layer = memory.layers()[index].layer;
    activations.push_back({nn::to_string(layer), nn::output_shape(layer), {values.begin(), values.end()}});
  }
  return activations;
}

/// -ln of the likelihood that a candidate is one digit, and this one. The energy counts as a log likelihood
/// ratio: joined or cut digits have less of it than whole ones, though often enough to be accepted. A small
/// cost for each digit prefers the reading with fewer of them.
float Recognizer::recognition_cost(const DigitReading& reading) const {
  constexpr float usual_margin = 1, energy_scale = 0.3f, max_doubt = 10, digit_cost = 0.3f;
  const float usual_energy = energy_threshold() + usual_margin;
  const float doubt = std::log1p(std::exp((usual_energy - reading.energy) / energy_scale));
  return digit_cost + std::min(doubt, max_doubt) -
         std::log(reading.probabilities[static_cast<std::size_t>(reading.digit)]);
}

Recognizer::Logits Recognizer::logits_of(const DigitImage& image, Memory& memory) const {
  to_floats(image, std::span<float, image_pixels>(memory.input(), image_pixels));
  memory.forward(folded_weights_, 1, nn::Mode::inference);
  return {memory.output(), memory.output() + model_.classes.size()};
}

/// Averages over the test-time augmentations if `logits` are unsure.
Recognizer::Logits Recognizer::augmented_logits(const DigitImage& image, Logits logits,
                                                Memory& memory) const {
  if (!eval::needs_tta(logits, temperature())) return logits;
  std::vector<float> transformed_logits;
  for (const augment::AffineParams& params : eval::tta_transforms) {
    const Logits transformed = logits_of(eval::transformed(image, params), memory);
    transformed_logits.insert(transformed_logits.end(), transformed.begin(), transformed.end());
  }
  eval::average_tta_logits(logits, transformed_logits);
  return logits;
}

DigitReading Recognizer::make_reading(const DigitImage& image, const Logits& logits) const {
  DigitReading reading;
  reading.digit = nn::argmax(logits);
  reading.name = model_.classes[static_cast<std::size_t>(reading.digit)];
  reading.probabilities = model::probabilities(logits, temperature());
  reading.energy = model::energy(logits);
  reading.is_digit = reading.energy >= energy_threshold();
  reading.image = image;
  return reading;
}

}  // namespace inkling::recognize
