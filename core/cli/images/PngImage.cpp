// SPDX-License-Identifier: MIT
#include <png.h>

#include "core/cli/images/Exif.h"
#include "core/cli/images/Formats.h"

namespace inkling::cli {

DecodedImage decode_png(Bytes bytes) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&png, bytes.data(), bytes.size()) == 0)
    return damaged_image("PNG", png.message);
  if (Status status = check_image_size(png.width, png.height); !status) {
    png_image_free(&png);
    return status.error();
  }
  png.format = PNG_FORMAT_RGBA;
  auto image = picture::ColourImage::blank(static_cast<int>(png.width), static_cast<int>(png.height));
  if (png_image_finish_read(&png, nullptr, image.pixels.data(), 0, nullptr) == 0)
    return damaged_image("PNG", png.message);
  return oriented(std::move(image), png_orientation(bytes));
}

}  // namespace inkling::cli
