// SPDX-License-Identifier: MIT
#include "core/recognize/ReadPicture.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/picture/Normalise.h"
#include "core/picture/Pipeline.h"

namespace inkling::recognize {

namespace {

ink::Bounds scaled(const ink::Bounds& box, double scale) {
  return {box.left * scale, box.top * scale, box.right * scale, box.bottom * scale};
}

ink::Bounds ink_bounds(const DigitImage& image) {
  ink::Bounds bounds;
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    if (image[static_cast<std::size_t>(pixel)] > 0)
      picture::include_pixel(bounds, pixel % image_side, pixel / image_side);
  }
  return bounds;
}

/// The picture as an image of MNIST's kind: 28x28, or enlarged by a whole factor, with one digit as
/// normalise() would place and scale it.
std::optional<DigitImage> as_mnist_image(const picture::GreyImage& picture) {
  if (picture.width < image_side || picture.width % image_side != 0 || picture.height != picture.width)
    return std::nullopt;
  const picture::GreyImage reduced = picture::downscale(picture, picture.width / image_side);
  const auto image = picture::digit_from_picture(reduced);
  if (!image || picture::normalise({image_side, image_side, {image->begin(), image->end()}}) != image)
    return std::nullopt;
  return image;
}

/// Reads such an image if it shows a digit. What was framed like this was most likely made for a recognizer
/// of digits, so a little less evidence will do than on paper.
std::optional<Reading> read_mnist_image(const Recognizer& recognizer, const picture::GreyImage& picture,
                                        Recognizer::Memory& memory) {
  constexpr float energy_margin = 0.3f;
  const auto image = as_mnist_image(picture);
  if (!image) return std::nullopt;
  DigitReading digit = recognizer.read(*image, memory);
  digit.is_digit = digit.energy >= recognizer.energy_threshold() - energy_margin;
  if (!digit.is_digit) return std::nullopt;
  const int factor = picture.width / image_side;
  digit.box = scaled(ink_bounds(*image), factor);
  return Reading{{std::move(digit)}, {}};
}

/// Whether a reading of a picture on its side can be no chance: a number of some length without a doubt.
bool is_convincing(const Reading& reading) {
  constexpr std::size_t min_digits = 3;
  constexpr float min_probability = 0.9f;
  return reading.digits.size() >= min_digits && std::ranges::all_of(reading.digits, [](const auto& digit) {
           return digit.is_digit && std::ranges::max(digit.probabilities) >= min_probability;
         });
}

/// Where a box is in a picture of this width and height if the picture was turned by right angles for
/// reading.
ink::Bounds turned_back(const ink::Bounds& box, int right_angles, double width, double height) {
  if (right_angles == 0) return box;
  const bool odd = right_angles % 2 == 1;
  const double turned_width = odd ? height : width;
  const ink::Bounds once{box.top, turned_width - box.right, box.bottom, turned_width - box.left};
  return turned_back(once, right_angles - 1, width, height);
}

}  // namespace

Reading read_upright_picture(const Recognizer& recognizer, const picture::GreyImage& picture,
                             Recognizer::Memory& memory) {
  const picture::ExtractedInk ink = picture::extract_ink(picture);
  std::vector<ink::Part> parts;
  for (const picture::Component& component : ink.components) parts.push_back(component.part);
  const std::vector<ink::Candidate> candidates = ink::segmentation_graph(parts);
  const auto image_of = [&](std::span<const std::uint32_t> components) {
    return picture::normalise(picture::crop_components(ink.mask, ink.components, components));
  };
  std::vector<DigitImage> images;
  for (const ink::Candidate& candidate : candidates)
    images.push_back(image_of(candidate.parts).value_or(DigitImage{}));
  Reading reading = recognizer.read(candidates, images, memory);
  recognizer.revise(reading, ink.dots);
  if (is_stack(reading)) recognizer.join_stack(reading, image_of(reading.strokes()), memory);
  for (DigitReading& digit : reading.digits) {
    digit.box = scaled(digit.box, ink.downscale_factor);
    digit.strokes.clear();
  }
  for (Mark& mark : reading.marks) {
    mark.box = scaled(mark.box, ink.downscale_factor);
    mark.strokes.clear();
  }
  return reading;
}

Reading read_picture(const Recognizer& recognizer, const picture::GreyImage& picture,
                     Recognizer::Memory& memory) {
  if (auto reading = read_mnist_image(recognizer, picture, memory)) return std::move(*reading);
  Reading best = read_upright_picture(recognizer, picture, memory);
  const auto accepted = std::ranges::count_if(best.digits, &DigitReading::is_digit);
  if (2 * static_cast<std::size_t>(accepted) > best.digits.size()) return best;
  picture::GreyImage turned_picture = picture;
  for (const int right_angles : {1, 2, 3}) {
    turned_picture = picture::rotate_clockwise(turned_picture);
    Reading turned = read_upright_picture(recognizer, turned_picture, memory);
    if (!is_convincing(turned) || turned.confidence() <= best.confidence()) continue;
    const auto turn_back = [&](ink::Bounds& box) {
      box = turned_back(box, right_angles, picture.width, picture.height);
    };
    for (DigitReading& digit : turned.digits) turn_back(digit.box);
    for (Mark& mark : turned.marks) turn_back(mark.box);
    best = std::move(turned);
  }
  return best;
}

}  // namespace inkling::recognize
