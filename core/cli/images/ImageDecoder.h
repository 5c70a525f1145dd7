// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "core/base/Result.h"
#include "core/picture/GreyImage.h"

namespace inkling::cli {

/// No image file is larger; to give to read_file().
inline constexpr std::uintmax_t max_picture_bytes = std::uintmax_t{256} << 20;

/// Whether these are the first bytes of an image, of whatever format.
bool is_image_file(std::span<const std::uint8_t> bytes);

/// Decodes an image file to grey levels (0 is black), see picture::to_grey(), turned upright as its Exif data
/// say. Refuses files that are damaged or cut short, images of more than 16,384 pixels a side or 64 million
/// in all, and formats that this build can't read.
Result<picture::GreyImage> decode_image(std::span<const std::uint8_t> bytes);

/// The formats that this build reads: "PNG, JPEG, BMP, WebP".
const char* image_formats();

}  // namespace inkling::cli
