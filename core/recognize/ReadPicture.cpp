// SPDX-License-Identifier: MIT
#include "core/recognize/ReadPicture.h"

#include <optional>
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

/// The picture as an image of MNIST's kind: 28x28, with one digit as normalise() would place and scale it.
std::optional<DigitImage> as_mnist_image(const picture::GreyImage& picture) {
  if (!picture::has_digit_size(picture)) return std::nullopt;
  const auto image = picture::digit_from_picture(picture);
  if (!image || picture::normalise({picture.width, picture.height, {image->begin(), image->end()}}) != image)
    return std::nullopt;
  return image;
}

}  // namespace

Reading read_picture(const Recognizer& recognizer, const picture::GreyImage& picture,
                     Recognizer::Memory& memory) {
  if (const auto image = as_mnist_image(picture)) {
    Reading reading{{recognizer.read(*image, memory)}, {}};
    reading.digits.front().box = ink_bounds(*image);
    if (reading.digits.front().is_digit) return reading;
  }
  const picture::ExtractedInk ink = picture::extract_ink(picture);
  std::vector<ink::Part> parts;
  for (const picture::Component& component : ink.components) parts.push_back(component.part);
  const std::vector<ink::Candidate> candidates = ink::segmentation_graph(parts);
  std::vector<DigitImage> images;
  for (const ink::Candidate& candidate : candidates) {
    const picture::GreyImage crop = picture::crop_components(ink.mask, ink.components, candidate.parts);
    images.push_back(picture::normalise(crop).value_or(DigitImage{}));
  }
  Reading reading = recognizer.read(candidates, images, memory);
  recognizer.revise(reading, ink.dots);
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

}  // namespace inkling::recognize
