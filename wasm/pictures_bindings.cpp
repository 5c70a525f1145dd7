// SPDX-License-Identifier: MIT
#include <emscripten/bind.h>

#include "wasm/PictureReader.h"
#include "wasm/PictureSteps.h"

// The API of the engine that reads a picture. The rules for bindings are in training_bindings.cpp.

namespace inkling::wasm {

EMSCRIPTEN_BINDINGS(pictures) {
  using namespace emscripten;

  register_arrays();
  register_reading();

  class_<PictureReader>("PictureReader")
      .constructor<>()
      .function("load", &PictureReader::load)
      .function("read_picture", &PictureReader::read_picture);

  value_object<PictureSteps>("PictureSteps")
      .field("width", &PictureSteps::width)
      .field("height", &PictureSteps::height)
      .field("paper", &PictureSteps::paper)
      .field("ink", &PictureSteps::ink)
      .field("lines", &PictureSteps::lines)
      .field("parts", &PictureSteps::parts);

  function("picture_steps", &picture_steps);
  function("memory_in_use", &memory_in_use);
}

}  // namespace inkling::wasm
