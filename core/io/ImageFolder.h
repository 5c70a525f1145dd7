// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/io/Import.h"
#include "core/picture/GreyImage.h"

namespace inkling::io {

/// Collects images from pictures of one digit each, labelled by the folders they are in.
class ImageFolder {
 public:
  /// Adds the digit in a picture (see picture::digit_from_picture()); false if it is blank. `label` is 0
  /// to 9.
  bool add(const picture::GreyImage& picture, std::uint8_t label);

  bool empty() const { return import_.dataset.labels.empty(); }

  /// Call once, if not empty.
  Import finish();

 private:
  Import import_;
  std::size_t resized_ = 0;
};

}  // namespace inkling::io
