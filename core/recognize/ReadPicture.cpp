// SPDX-License-Identifier: MIT
#include "core/recognize/ReadPicture.h"

#include <vector>

#include "core/picture/Normalise.h"
#include "core/picture/Pipeline.h"

namespace inkling::recognize {

namespace {

ink::Bounds scaled(const ink::Bounds& box, double scale) {
  return {box.left * scale, box.top * scale, box.right * scale, box.bottom * scale};
}

}  // namespace

Reading read_picture(const Recognizer& recognizer, const picture::GreyImage& picture,
                     Recognizer::Memory& memory) {
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
  for (DigitReading& digit : reading.digits) {
    digit.box = scaled(digit.box, ink.downscale_factor);
    digit.strokes.clear();
  }
  return reading;
}

}  // namespace inkling::recognize
