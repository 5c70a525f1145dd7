// SPDX-License-Identifier: MIT
#include <webp/decode.h>

#include "core/cli/images/Exif.h"
#include "core/cli/images/Formats.h"

namespace inkling::cli {

DecodedImage decode_webp(Bytes bytes) {
  WebPBitstreamFeatures features{};
  if (WebPGetFeatures(bytes.data(), bytes.size(), &features) != VP8_STATUS_OK)
    return damaged_image("WebP", "its header can't be read");
  if (features.has_animation != 0) return Error{"animated WebP images aren't supported. Save it as PNG."};
  const auto width = static_cast<std::uint64_t>(features.width),
             height = static_cast<std::uint64_t>(features.height);
  if (Status status = check_image_size(width, height); !status) return status.error();
  auto image = picture::ColourImage::blank(features.width, features.height);
  if (WebPDecodeRGBAInto(bytes.data(), bytes.size(), image.pixels.data(), image.pixels.size(),
                         4 * image.width) == nullptr)
    return damaged_image("WebP", "its pixels can't be read");
  return oriented(std::move(image), webp_orientation(bytes));
}

}  // namespace inkling::cli
