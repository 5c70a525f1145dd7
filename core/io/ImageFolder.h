#pragma once

#include <cstddef>
#include <cstdint>

#include "core/io/Import.h"
#include "core/picture/GreyImage.h"

namespace inkling::io {

/// Images out of pictures of one digit each, see digit_from_picture().
class ImageFolder {
 public:
  /// False where nothing is written in it. `label` is below class_count.
  bool add(const picture::GreyImage& picture, std::uint8_t label);

  bool empty() const { return import_.dataset.labels.empty(); }

  /// To be called once, where there are some.
  Import finish();

 private:
  Import import_;
  std::size_t fitted_ = 0;
};

}  // namespace inkling::io
