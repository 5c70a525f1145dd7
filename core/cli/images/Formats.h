// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "core/base/Result.h"
#include "core/picture/ColourImage.h"

namespace inkling::cli {

using Bytes = std::span<const std::uint8_t>;
using DecodedImage = Result<picture::ColourImage>;

/// One decoder for each format. Each refuses a file that is damaged, cut short or too large.
DecodedImage decode_bmp(Bytes bytes);
DecodedImage decode_gif(Bytes bytes);
DecodedImage decode_jpeg(Bytes bytes);
DecodedImage decode_png(Bytes bytes);
DecodedImage decode_tiff(Bytes bytes);
DecodedImage decode_webp(Bytes bytes);

/// At most 16,384 pixels a side and 64 million in all, and no empty side.
Status check_image_size(std::uint64_t width, std::uint64_t height);

Error damaged_image(const char* format, const char* reason);

}  // namespace inkling::cli
