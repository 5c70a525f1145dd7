// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/recognize/Reading.h"
#include "wasm/Interop.h"

namespace inkling::wasm {

/// The lines of writing in a picture, as the command's table has them.
struct LineArrays {
  std::string texts;  // one a line; the text of a line without digits is empty
  Float32Array confidences{emscripten::val::undefined()};  // [lines] how likely all digits of each are right
  Float32Array boxes{emscripten::val::undefined()};        // [lines, 4] x, y, width, height in pixels
  Uint32Array digits{emscripten::val::undefined()};        // [lines] the number of digits in each
  Uint8Array images{emscripten::val::undefined()};         // [digits, 784], line by line
};

inline LineArrays lines_of(const recognize::Reading& reading) {
  std::string texts;
  std::vector<float> confidences, boxes;
  std::vector<std::uint32_t> digits;
  std::vector<std::uint8_t> images;
  for (const recognize::Reading& line : reading.by_line()) {
    texts += (digits.empty() ? "" : "\n") + line.text();
    confidences.push_back(static_cast<float>(line.confidence()));
    const ink::Bounds box = line.box();
    for (const double side : {box.left, box.top, box.width(), box.height()})
      boxes.push_back(static_cast<float>(side));
    digits.push_back(static_cast<std::uint32_t>(line.digits.size()));
    for (const recognize::DigitReading& digit : line.digits)
      images.insert(images.end(), digit.image.begin(), digit.image.end());
  }
  return {texts, to_array(std::span(std::as_const(confidences))), to_array(std::span(std::as_const(boxes))),
          to_array(std::span(std::as_const(digits))), to_array(std::span(std::as_const(images)))};
}

}  // namespace inkling::wasm
