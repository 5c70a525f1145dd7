// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/recognize/ReadPicture.h"
#include "wasm/LoadedRecognizer.h"
#include "wasm/ModelSummary.h"
#include "wasm/ReadingArrays.h"

namespace inkling::wasm {

/// Reads pictures with the model loaded last.
class PictureReader {
 public:
  std::string load(const Uint8Array& bytes) { return load_model(bytes, loaded_); }

  /// Reads a grey picture [height, width]. Nothing if the array has another size.
  ReadingArrays read_picture(const Uint8Array& grey, int width, int height) {
    const auto picture = picture::make_grey_image(width, height, to_vector<std::uint8_t>(grey));
    if (!loaded_ || !picture) return converter_.to_arrays({});
    return converter_.to_arrays(recognize::read_picture(loaded_->recognizer, *picture, loaded_->memory));
  }

 private:
  std::unique_ptr<LoadedRecognizer> loaded_;
  ReadingConverter converter_;
};

}  // namespace inkling::wasm
