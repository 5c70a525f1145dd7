// SPDX-License-Identifier: MIT
#include "core/io/ImageFolder.h"

#include <cassert>
#include <utility>

#include "core/base/Text.h"
#include "core/picture/Pipeline.h"

namespace inkling::io {

bool ImageFolder::add(const picture::GreyImage& picture, std::uint8_t label) {
  assert(label < class_count);
  const auto image = picture::digit_from_picture(picture);
  if (!image) return false;
  import_.dataset.pixels.insert(import_.dataset.pixels.end(), image->begin(), image->end());
  import_.dataset.labels.push_back(label);
  if (!picture::has_digit_size(picture)) ++resized_;
  return true;
}

Import ImageFolder::finish() {
  const std::size_t images = import_.dataset.size();
  import_.summary.format = "pictures";
  import_.summary.files = images;
  import_.summary.rows = images;
  import_.summary.details = "labelled by folder, ";
  import_.summary.details += resized_ == 0        ? "28x28"
                             : resized_ == images ? "resized to 28x28"
                                                  : group_thousands(resized_) + " resized to 28x28";
  return std::move(import_);
}

}  // namespace inkling::io
