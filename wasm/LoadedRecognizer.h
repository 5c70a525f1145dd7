// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "core/recognize/Recognizer.h"

namespace inkling::wasm {

/// A loaded model, ready to read.
struct LoadedRecognizer {
  explicit LoadedRecognizer(model::Model model)
      : recognizer(std::move(model)), memory(recognizer.make_memory()) {}

  recognize::Recognizer recognizer;
  recognize::Recognizer::Memory memory;
};

}  // namespace inkling::wasm
