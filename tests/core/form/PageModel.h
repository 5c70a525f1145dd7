// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <fstream>
#include <iterator>
#include <vector>

#include "core/model/ModelFile.h"
#include "core/recognize/Recognizer.h"

namespace inkling::form {

/// A recogniser with the built-in model of the web page.
inline const recognize::Recognizer& page_recognizer() {
  static const recognize::Recognizer recognizer = [] {
    std::ifstream file(INKLING_TEST_DATA "/../../web/public/model/inkling.safetensors", std::ios::binary);
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
    return recognize::Recognizer(model::read_model(bytes).value());
  }();
  return recognizer;
}

}  // namespace inkling::form
