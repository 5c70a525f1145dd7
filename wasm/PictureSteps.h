// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "core/picture/StepImages.h"
#include "wasm/Interop.h"

namespace inkling::wasm {

/// picture::StepImages as arrays, each [height, width, 4] with red, green, blue and alpha.
struct PictureSteps {
  int width = 0, height = 0;
  Uint8Array paper{emscripten::val::undefined()};
  Uint8Array ink{emscripten::val::undefined()};
  Uint8Array lines{emscripten::val::undefined()};
  Uint8Array parts{emscripten::val::undefined()};
};

/// The steps of reading a grey picture [height, width]. Nothing if the array has another size.
inline PictureSteps picture_steps(const Uint8Array& grey, int width, int height) {
  const auto picture = picture::make_grey_image(width, height, to_vector<std::uint8_t>(grey));
  if (!picture) return {0, 0, no_bytes(), no_bytes(), no_bytes(), no_bytes()};
  const auto steps = picture::step_images(picture::extract_ink(*picture));
  const auto bytes = [](const picture::ColourImage& image) { return to_array(std::span(image.pixels)); };
  return {steps.paper.width, steps.paper.height, bytes(steps.paper),
          bytes(steps.ink),  bytes(steps.lines), bytes(steps.parts)};
}

}  // namespace inkling::wasm
